import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from './user-error.ts';

/** What Chromium is called, where it is on the path, and where systems put it that have no path for it. */
const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'msedge'] as const;
const PLACES = [
  '/usr/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
] as const;

/** Milliseconds after which a print is given up. */
const PATIENCE = 60_000;

function runs(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The Chromium of this machine: FOEDUS_CHROMIUM where it is set, else the first on the path; undefined where there is none. */
export function findChromium(env: Readonly<Record<string, string | undefined>>): string | undefined {
  const named = env['FOEDUS_CHROMIUM'];
  if (named !== undefined && named !== '') return runs(named) ? named : undefined;
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  const onPath = folders.flatMap((folder) => NAMES.flatMap((name) => endings.map((ending) => path.join(folder, `${name}${ending}`))));
  return [...onPath, ...PLACES].find(runs);
}

/**
 * A page as PDF, printed by Chromium without a window, on the paper its style asks for. Nothing is fetched. The same page gives the same bytes:
 * the day in the file is `day`, not today's.
 * @throws {UserError} where no Chromium is found, or it does not print
 */
export async function printPdf(markup: string, day: string, env: Readonly<Record<string, string | undefined>>): Promise<Uint8Array> {
  const program = findChromium(env);
  if (program === undefined) {
    const named = env['FOEDUS_CHROMIUM'];
    throw new UserError(named ? `FOEDUS_CHROMIUM: '${named}' is no program that can be run.` : 'a PDF is printed by Chromium, and none was found.', [
      'Install one (Debian: apt install chromium), or name one in FOEDUS_CHROMIUM.',
      'Or write .html and print it from any browser: it is laid out on two sheets of A4.',
    ]);
  }
  const folder = mkdtempSync(path.join(os.tmpdir(), 'foedus-report-'));
  try {
    const [page, pdf] = [path.join(folder, 'report.html'), path.join(folder, 'report.pdf')];
    writeFileSync(page, markup);
    await print(program, ['--print-to-pdf=' + pdf, '--user-data-dir=' + path.join(folder, 'profile'), pathToFileURL(page).href]);
    return settled(readFileSync(pdf), day);
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${program} printed no PDF.`, ['Write .html and print it from a browser instead.'], { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

const QUIET = [
  '--headless',
  '--disable-gpu',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-pdf-header-footer',
] as const;

function print(program: string, rest: readonly string[]): Promise<void> {
  // Chromium refuses its sandbox to the superuser; the page is ours and holds no script.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...QUIET, ...sandbox, ...rest], { stdio: 'ignore', timeout: PATIENCE });
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) resolve();
      else if (signal !== null)
        reject(new UserError(`${program} did not print in ${PATIENCE / 1000} s.`, ['Write .html and print it from a browser instead.']));
      else reject(new UserError(`${program} ended with status ${String(code)} and printed nothing.`, ['Write .html and print it from a browser instead.']));
    });
  });
}

/** An element of the page, as its structure is tagged. */
const NODE = /\(node(\d{8})\)/g;

/** What differs from print to print is made the same, letter for letter, so that no offset moves: times, and the numbers of the page's elements. */
function settled(pdf: Uint8Array, day: string): Uint8Array {
  const stamp = `${day.replaceAll('-', '')}000000`;
  const printed = Buffer.from(pdf).toString('latin1');
  const ids = [...new Set([...printed.matchAll(NODE)].map(([, id = '']) => id))].toSorted();
  const numbers = new Map(ids.map((id, i) => [id, String(i).padStart(id.length, '0')]));
  const text = printed
    .replaceAll(/(\/(?:CreationDate|ModDate) \(D:)\d{14}/g, `$1${stamp}`)
    .replaceAll(NODE, (whole, id: string) => `(node${numbers.get(id) ?? whole})`);
  return Buffer.from(text, 'latin1');
}
