import { spawnSync } from 'node:child_process';

/** Global setup of the tests that run the compiled program: builds once, unless `npm test` just did. */
export function setup(): void {
  if (process.env['FOEDUS_BUILT'] === '1') return;
  const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The build failed; the tests of the built program cannot run.');
}
