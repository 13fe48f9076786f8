import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { seriousViolations } from './accessible.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

// Models run in the page: where other work runs beside it, seconds become a minute.
vi.setConfig({ testTimeout: 240_000 });

let bench: Workbench;
beforeAll(async () => void (bench = await startWorkbench()));
afterAll(async () => {
  await bench.close();
  expect(bench.faults).toEqual([]);
});

const LONG = { timeout: 100_000 };

describe('the Compare page', () => {
  it('sets two treaties side by side, labels their clauses, and says what the difference hangs on', async () => {
    const page = await bench.open('/compare?treaties=us-japan-1960,us-philippines-1951&date=2025-06-01&contingency=cyber-usa&draws=20');
    await page.locator('#differences').waitFor(LONG);
    await page.getByText('20 draws common to all').first().waitFor(LONG);
    await page.locator('.rank.narrower').first().waitFor();
    await page.getByRole('button', { name: 'Table: To whom is it worth more?' }).click();
    await page
      .locator('#members')
      .getByRole('row', { name: /United States/ })
      .waitFor();
    await page.getByLabel('Answer').selectOption('spared');
    await page.getByLabel('Whose').selectOption({ label: 'US-Japan Security Treaty' });
    await page.locator('#tornado').waitFor(LONG);
    await page.getByText('How often challenges come').first().waitFor();
    const { searchParams } = new URL(page.url());
    expect(['of', 'hangs', 'table'].map((name) => searchParams.get(name))).toEqual(['spared', 'first', 'members']);
    expect(await seriousViolations(page)).toEqual([]);
    await page.close();
  });

  it('asks for another where one stands alone', async () => {
    const page = await bench.open('/compare?treaties=nato&date=2025-06-01');
    await page.getByText('Choose another treaty').waitFor(LONG);
    await page.getByRole('button', { name: 'Another treaty' }).click();
    await page.getByRole('combobox').fill('anzus');
    await page.getByRole('option', { name: /ANZUS/ }).first().click();
    await expect.poll(() => new URL(page.url()).searchParams.get('treaties')).toBe('nato,anzus');
    await page.close();
  });
});
