// `npm test`: install what is missing, check the house, build once, run every test. The last line sums up.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { at, run, seconds, tool, tools } from './house.mjs';
import { build } from './build.mjs';
import { ensure } from './ensure.mjs';

await ensure('test');

const start = performance.now();
const failedChecks = [];

/** Runs one check with its output held back, shown only where it fails. */
async function check(name, running) {
  const began = performance.now();
  const { code, output } = await running();
  console.log(`${code === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds(began)})`);
  if (code === 0) return;
  failedChecks.push(name);
  console.log(output.trim());
}

const quiet = { quiet: true };
await check('lock', () => run(process.execPath, [at('scripts', 'check-lock.mjs')], quiet));
await check('format', () => tool(tools.oxfmt, ['--check', '.'], quiet));
await check('lint', () => tool(tools.oxlint, ['--deny-warnings'], quiet));
const isBuilt = await build();
if (!isBuilt) failedChecks.push('build');
await check('types', () => tool(tools.tsc, ['-b'], quiet));
await check('unused', () => tool(tools.knip, ['--no-progress'], quiet));

const totals = { passed: 0, failed: 0, skipped: 0 };

/** Runs vitest on the named projects and adds up its JSON report; a file that could not even be loaded counts as one failure. */
async function tests(label, projects, extra = []) {
  const began = performance.now();
  mkdirSync(at('test-results'), { recursive: true });
  const report = at('test-results', `${label}.json`);
  rmSync(report, { force: true });
  const args = ['run', ...projects.flatMap((project) => ['--project', project]), '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`, ...extra];
  const { code } = await tool(tools.vitest, args, { env: { FOEDUS_BUILT: '1' } });
  let failures = 0;
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    totals.passed += result.numPassedTests;
    totals.skipped += result.numPendingTests + result.numTodoTests;
    const broken = result.testResults.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'));
    failures = result.numFailedTests + broken.length;
  } catch {
    console.log(`No test report from ${label}.`);
  }
  if (code !== 0 && failures === 0) failures = 1;
  totals.failed += failures;
  console.log(`${failures === 0 ? 'ok  ' : 'FAIL'} ${label} tests (${seconds(began)})`);
}

if (isBuilt) {
  await tests('unit', ['unit', 'property']);
  await tests('e2e', ['e2e']);
  await tests('browser', ['browser']);
}

console.log(`Took ${seconds(start)}.`);
if (failedChecks.length > 0) console.log(`Failed checks, counted as failures: ${failedChecks.join(', ')}.`);
const failed = totals.failed + failedChecks.length;
console.log(`${totals.passed} passed, ${failed} failed, ${totals.skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
