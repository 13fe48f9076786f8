// Installs what the project needs and lacks: packages by `npm ci`, programs by apt-get where this is Debian and we are root.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { at, isMain, npm, run, seconds } from './house.mjs';

const OLDEST_NODE = [20, 10];

/** Programs that npm does not carry. */
const PROGRAMS = [
  { program: 'chromium', debian: 'chromium', purpose: 'test', what: 'the browser tests' },
  { program: 'redis-server', debian: 'redis-server', purpose: 'test', what: 'the tests of the queue' },
  { program: 'readstat', debian: 'readstat', purpose: 'test', what: 'the tests of Stata files' },
  // Chromium without any window of its own draws the pages in two thirds of the time; where it cannot be had, Chromium serves.
  { program: 'chromium-headless-shell', debian: 'chromium-headless-shell', purpose: 'test', what: 'quicker browser tests', optional: true },
];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  console.error(`foedus needs Node ${OLDEST_NODE.join('.')} or newer; this is ${process.versions.node}. Install Node 20, 22 or 24.`);
  process.exit(1);
}

/** Packages are current where npm's own record is newer than the lock, or where we installed this very lock. */
async function ensurePackages() {
  const lock = at('package-lock.json');
  const record = at('node_modules', '.package-lock.json');
  const stamp = at('node_modules', '.foedus-lock');
  const hash = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(record)) {
    if (statSync(record).mtimeMs >= statSync(lock).mtimeMs) return;
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return;
  }
  const start = performance.now();
  console.error('Installing packages (npm ci) ...');
  const { code } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) {
    console.error('npm ci failed. Check the network and the registry (npm config get registry), then try again.');
    process.exit(1);
  }
  writeFileSync(stamp, hash);
  console.error(`Installed packages in ${seconds(start)}.`);
}

function onPath(program) {
  const endings = process.platform === 'win32' ? ['.exe', '.cmd', ''] : [''];
  return (process.env.PATH ?? '')
    .split(path.delimiter)
    .some((folder) => folder !== '' && endings.some((ending) => existsSync(path.join(folder, program + ending))));
}

/** Whether apt-get installed the packages named. */
async function aptInstalls(names) {
  const start = performance.now();
  console.error(`Installing ${names.join(', ')} (apt-get) ...`);
  const options = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const apt = (...words) => run('apt-get', ['-qq', '-o', 'Acquire::http::Timeout=20', ...words], options);
  const install = async () => (await apt('install', '-y', '--no-install-recommends', ...names)).code === 0;
  const isDone = (await install()) || ((await apt('update')).code === 0 && (await install()));
  if (isDone) console.error(`Installed ${names.join(', ')} in ${seconds(start)}.`);
  return isDone;
}

async function ensurePrograms(purpose) {
  const mayInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0 && onPath('apt-get');
  // What is optional is asked for apart: a package that there is not must not keep the others away.
  for (const isOptional of [false, true]) {
    const missing = PROGRAMS.filter((entry) => entry.purpose === purpose && (entry.optional === true) === isOptional && !onPath(entry.program));
    if (missing.length === 0 || (mayInstall && (await aptInstalls(missing.map((entry) => entry.debian)))) || isOptional) continue;
    for (const entry of missing) console.error(`Not found: ${entry.program}, needed for ${entry.what}. Install it with your system's package manager.`);
  }
}

/** Makes the project runnable for a purpose: `start` or `test`. Tells what it installs; does nothing when all is there. */
export async function ensure(purpose) {
  checkNode();
  await ensurePackages();
  await ensurePrograms(purpose);
}

if (isMain(import.meta.url)) await ensure(process.argv[2] ?? 'test');
