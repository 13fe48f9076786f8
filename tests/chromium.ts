import { existsSync } from 'node:fs';

/** Debian's Chromium, without any window of its own where that is installed: it draws in two thirds of the time. */
const [DEBIAN_SHELL, DEBIAN_CHROMIUM] = ['/usr/lib/chromium/chromium-headless-shell', '/usr/bin/chromium'];

/** How the tests start Debian's Chromium: as root it needs no sandbox, and nothing may call home. */
export const CHROMIUM = {
  executablePath: process.env['FOEDUS_CHROMIUM'] ?? (existsSync(DEBIAN_SHELL) ? DEBIAN_SHELL : DEBIAN_CHROMIUM),
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // Letters as wide without a window as with one.
    '--font-render-hinting=none',
  ],
};

/** Pictures of pages are compared in Debian's Chromium alone. */
export const isDebianChromium = existsSync('/etc/debian_version') && [DEBIAN_SHELL, DEBIAN_CHROMIUM].includes(CHROMIUM.executablePath);
