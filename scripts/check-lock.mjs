// Verifies that package-lock.json, and that of docs/, installs everywhere: every dependency, optional ones of other platforms included,
// resolves to an entry with a checksum, and every version in package.json is exact.
import { readFileSync } from 'node:fs';
import { at, isMain } from './house.mjs';

/** The entry a package at `from` would load for `name`: Node's own walk up the folders. */
function resolve(packages, from, name) {
  let folder = from;
  for (;;) {
    const key = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[key] !== undefined) return packages[key];
    if (folder === '') return undefined;
    const cut = folder.lastIndexOf('/node_modules/');
    folder = cut === -1 ? '' : folder.slice(0, cut);
  }
}

/** Problems with a lock and its manifest, each a sentence; an empty list where all is well. */
export function lockProblems(manifest, lock) {
  const problems = [];
  const packages = lock.packages ?? {};
  for (const [from, entry] of Object.entries(packages)) {
    const needs = { ...entry.dependencies, ...entry.optionalDependencies, ...(from === '' ? entry.devDependencies : {}) };
    for (const name of Object.keys(needs)) {
      if (resolve(packages, from, name) === undefined) problems.push(`${from === '' ? 'package.json' : from} needs ${name}, which package-lock.json lacks.`);
    }
    if (from !== '' && entry.link !== true && entry.inBundle !== true && entry.integrity === undefined)
      problems.push(`${from} has no checksum in package-lock.json.`);
    if (entry.resolved !== undefined && entry.link !== true && !entry.resolved.startsWith('https://registry.npmjs.org/')) {
      problems.push(`${from} resolves to ${entry.resolved}, not to https://registry.npmjs.org/.`);
    }
  }
  for (const group of ['dependencies', 'devDependencies', 'optionalDependencies']) {
    for (const [name, version] of Object.entries(manifest[group] ?? {})) {
      if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) problems.push(`package.json: ${name} is "${version}"; write the exact version.`);
      if (packages[''][group]?.[name] !== version) problems.push(`package.json and package-lock.json disagree on ${name}; run npm install.`);
    }
  }
  if (manifest.version !== packages['']?.version) problems.push('package.json and package-lock.json disagree on the version; run npm install.');
  return problems;
}

if (isMain(import.meta.url)) {
  const read = (...parts) => JSON.parse(readFileSync(at(...parts), 'utf8'));
  const problemsIn = (...folder) => lockProblems(read(...folder, 'package.json'), read(...folder, 'package-lock.json'));
  const problems = [...problemsIn(), ...problemsIn('docs').map((problem) => `docs: ${problem}`)];
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exit(1);
}
