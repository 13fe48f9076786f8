import { afterAll, beforeAll, expect, it } from 'vitest';
import { startWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => void (bench = await startWorkbench()));
afterAll(() => bench.close());

const ADDRESS = '/decades?from=2026-01-01&years=5&worlds=10&states=USA,CHN,JPN,KOR,PRK,PHL';

it('worlds are run as a job, told as stories, replayed year by year, and live in the address', async () => {
  const page = await bench.open(ADDRESS);
  await page.getByLabel('Year, what, and whom').fill('2027 flood USA');
  await page.getByRole('button', { name: 'Add' }).last().click();
  expect(await page.getByRole('alert').textContent()).toContain("'flood' is nothing that can be made to happen");
  await page.getByLabel('Year, what, and whom').fill('2027 war CHN PHL USA');
  await page.getByRole('button', { name: 'Add' }).last().click();
  await page.getByRole('button', { name: 'Run the worlds' }).click();
  await page.getByRole('heading', { name: /Every member is accounted for/ }).waitFor({ timeout: 60_000 });
  expect(await page.locator('.chronicle').count()).toBe(10);
  expect(await page.locator('.story').first().textContent()).toContain('War: China attacks Philippines');

  await page.getByRole('button', { name: 'Table: How many wars, in sum?' }).click();
  expect(await page.getByRole('region', { name: 'How many wars, in sum? Table' }).getByRole('row').count()).toBe(6);

  await page.getByRole('button', { name: 'Replay it year by year' }).first().click();
  await page.getByRole('button', { name: 'Year after' }).click();
  await page.getByRole('heading', { name: /^2027: / }).waitFor();
  expect(await page.locator('#replay').textContent()).toContain('War: China attacks Philippines');
  expect(page.url()).toContain('at=2027');
  expect(bench.faults).toEqual([]);
});
