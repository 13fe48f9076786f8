// `npm test`: install what is missing, check the house, build once, run every test. The last line sums up.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { at, root, run, seconds, tool, tools } from './house.mjs';
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
await Promise.all([
  check('lock', () => run(process.execPath, [at('scripts', 'check-lock.mjs')], quiet)),
  check('format', () => tool(tools.oxfmt, ['--check', '.'], quiet)),
  check('lint', () => tool(tools.oxlint, ['--deny-warnings'], quiet)),
]);
const isBuilt = await build();
if (!isBuilt) failedChecks.push('build');
await Promise.all([check('types', () => tool(tools.tsc, ['-b'], quiet)), check('unused', () => tool(tools.knip, ['--no-progress'], quiet))]);

const totals = { passed: 0, failed: 0, skipped: 0 };

/** The failures of a JSON report as text, and how many there are. A file that could not even be loaded counts as one. */
function failuresIn(report) {
  const lines = [];
  for (const file of report.testResults) {
    const failed = file.assertionResults.filter((one) => one.status === 'failed');
    const name = path.relative(root, file.name);
    for (const { fullName, failureMessages } of failed) lines.push(`  ${name}: ${fullName}\n${failureMessages.join('\n')}`);
    if (file.status === 'failed' && failed.length === 0) lines.push(`  ${name}: could not be loaded\n${file.message}`);
  }
  return lines;
}

/** Runs vitest on the named projects and adds up its JSON report. */
async function tests(label, projects, workers) {
  const began = performance.now();
  mkdirSync(at('test-results'), { recursive: true });
  const file = at('test-results', `${label}.json`);
  rmSync(file, { force: true });
  // The report has what tests say; an error outside any test is told by the other reporter alone.
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const args = ['run', ...projects.flatMap((project) => ['--project', project]), `--maxWorkers=${workers}`, ...reporters];
  const { code, output } = await tool(tools.vitest, args, { quiet: true, env: { FOEDUS_BUILT: '1' } });
  let failures = [];
  let passed = 0;
  try {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    passed = report.numPassedTests;
    totals.skipped += report.numPendingTests + report.numTodoTests;
    failures = failuresIn(report);
  } catch {
    failures = [`  no report from ${label}`];
  }
  totals.passed += passed;
  if (code !== 0 && failures.length === 0) failures = ['  vitest failed outside a test'];
  totals.failed += failures.length;
  console.log(`${failures.length === 0 ? 'ok  ' : 'FAIL'} ${label} tests: ${passed} passed, ${failures.length} failed (${seconds(began)})`);
  if (failures.length === 0) return;
  console.log(failures.join('\n\n'));
  if (passed === 0 || failures.some((line) => line.startsWith('  vitest failed'))) console.log(output.trim().split('\n').slice(-60).join('\n'));
}

if (isBuilt) {
  await tests('unit', ['unit', 'property'], 2);
  // Pages wait for the browser more than for the processor: two files run side by side.
  await tests('e2e', ['e2e'], 2);
  await tests('browser', ['browser'], 1);
}

console.log(`Took ${seconds(start)}.`);
if (failedChecks.length > 0) console.log(`Failed checks, counted as failures: ${failedChecks.join(', ')}.`);
const failed = totals.failed + failedChecks.length;
console.log(`${totals.passed} passed, ${failed} failed, ${totals.skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
