// Builds dist/: compiled sources, the checked catalog, the world map, the pages. A step whose inputs did not change is skipped.
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { at, isMain, root, run, seconds, tool, tools } from './house.mjs';

/** Every file under the given paths (folders or files), in a fixed order. */
function filesUnder(names) {
  const found = [];
  const visit = (name) => {
    const file = at(name);
    if (!existsSync(file)) return;
    if (!statSync(file).isDirectory()) return void found.push(name);
    for (const entry of readdirSync(file).sort()) visit(path.posix.join(name, entry));
  };
  names.forEach(visit);
  return found;
}

/** One hash over names and contents. */
function fingerprint(names) {
  const hash = createHash('sha256');
  for (const name of filesUnder(names))
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(at(name)))
      .update('\0');
  return hash.digest('hex');
}

/** Removes compiled files whose source is gone: tsc leaves them, and they would be packed. */
function dropStale() {
  for (const file of filesUnder(['core', 'charts', 'explain', 'report', 'data', 'jobs', 'app', 'cli', 'api', 'mcp'].map((layer) => `dist/${layer}`))) {
    const source = file.replace(/^dist\//, 'src/').replace(/\.(d\.ts|js)$/, '.ts');
    if (!existsSync(at(source))) rmSync(at(file));
  }
}

const house = ['package.json', 'package-lock.json'];

const steps = [
  {
    name: 'compile',
    inputs: [
      'src/core',
      'src/charts',
      'src/explain',
      'src/report',
      'src/data',
      'src/jobs',
      'src/app',
      'src/cli',
      'src/api',
      'src/mcp',
      'src/tsconfig.json',
      'tsconfig.base.json',
      ...house,
    ],
    outputs: ['dist/cli/main.js', 'dist/app/catalog.js'],
    run: async () => {
      dropStale();
      return tool(tools.tsc, ['-b', 'src']);
    },
  },
  {
    name: 'world',
    inputs: [...house, 'scripts/build.mjs'],
    outputs: ['dist/world/countries-50m.json', 'dist/world/countries-110m.json'],
    run: () => {
      mkdirSync(at('dist', 'world'), { recursive: true });
      for (const name of ['countries-50m.json', 'countries-110m.json']) copyFileSync(at('node_modules', 'world-atlas', name), at('dist', 'world', name));
      return { code: 0, output: '' };
    },
  },
  {
    name: 'catalog',
    inputs: ['catalog', 'src/core', 'src/app'],
    outputs: ['dist/catalog.json', 'dist/facts.json'],
    run: () => run(process.execPath, [at('scripts', 'build-catalog.mjs')]),
  },
  {
    name: 'pages',
    inputs: ['src/web', 'src/core', 'src/charts', 'src/explain', 'vite.config.ts', ...house],
    outputs: ['dist/web/index.html'],
    when: () => existsSync(at('src', 'web', 'index.html')),
    run: () => tool(tools.vite, ['build', '--logLevel', 'warn']),
  },
];

const stampFile = at('dist', '.stamps.json');

function readStamps() {
  try {
    return JSON.parse(readFileSync(stampFile, 'utf8'));
  } catch {
    return {};
  }
}

function writeStamps(stamps) {
  writeFileSync(`${stampFile}.${process.pid}`, JSON.stringify(stamps, null, 2));
  renameSync(`${stampFile}.${process.pid}`, stampFile);
}

/** Runs the steps whose inputs changed; resolves to true where all succeeded. */
export async function build({ force = false } = {}) {
  mkdirSync(at('dist'), { recursive: true });
  const start = performance.now();
  const report = [];
  for (const step of steps) {
    if (step.when?.() === false) continue;
    const began = performance.now();
    const stamp = fingerprint(step.inputs);
    if (!force && readStamps()[step.name] === stamp && step.outputs.every((file) => existsSync(at(file)))) continue;
    const { code } = await step.run();
    if (code !== 0) {
      console.error(`Build failed at: ${step.name}.`);
      return false;
    }
    writeStamps({ ...readStamps(), [step.name]: stamp });
    report.push(`${step.name} ${seconds(began)}`);
  }
  console.error(report.length === 0 ? 'Build is up to date.' : `Built in ${seconds(start)} (${report.join(', ')}).`);
  return true;
}

/** Imports a compiled module of the build. */
export const built = (...parts) => import(pathToFileURL(path.join(root, 'dist', ...parts)).href);

if (isMain(import.meta.url)) process.exit((await build({ force: process.argv.includes('--force') })) ? 0 : 1);
