import { expect, it } from 'vitest';
import { foedus, temporaryFolder } from './harness.ts';

it('foedus validate names the sections it knows', async () => {
  const { exit, err } = await foedus(['validate', '--section', 'peace', '--workspace', temporaryFolder()]);
  expect(exit).toBe(2);
  expect(err).toContain("--section 'peace': expected onset, initiation, joining, exit, spending.");
});

it('foedus validate says what data it lacks', async () => {
  const { exit, err } = await foedus(['validate', '--section', 'exit', '--workspace', temporaryFolder()]);
  expect(exit).toBe(2);
  expect(err).toContain('atop: alliance is not in the store');
});

it('foedus validate takes whole numbers of draws', async () => {
  const { exit, err } = await foedus(['validate', '--boot', 'many', '--workspace', temporaryFolder()]);
  expect(exit).toBe(2);
  expect(err).toContain('--boot');
});
