/** How the tests start Debian's Chromium: as root it needs no sandbox, and nothing may call home. */
export const CHROMIUM = {
  executablePath: process.env['FOEDUS_CHROMIUM'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
