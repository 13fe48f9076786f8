import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => void (bench = await startWorkbench()));
afterAll(async () => bench.close());

describe('the page of a treaty', () => {
  it('tells parties through time, what lies ahead, and what it changes', async () => {
    const page = await bench.open('/treaty/us-japan-1960');
    await page.getByRole('img', { name: 'Parties through time. Two parties since 23 June 1960.' }).waitFor();
    await page.getByText('Table of parties').click();
    await page.getByRole('cell', { name: '23 June 1960' }).first().waitFor();
    await page.getByText(/dates before today$/).click();
    await page.getByText('Notice of leaving may be given from this day').waitFor();
    await page.getByRole('heading', { name: 'Assessment' }).scrollIntoViewIfNeeded();
    await page.getByText('90% ranges over 100 draws').waitFor();
    await page.getByRole('rowheader', { name: 'United States comes' }).waitFor();
    await page.getByRole('link', { name: 'The whole assessment' }).click();
    await page.waitForURL(/\/assess\?treaty=us-japan-1960&date=.+&contingency=.+/);
    await page.close();
  });

  it('says where nothing can be assessed', async () => {
    const page = await bench.open('/treaty/prusso-italian-1866');
    await page.getByRole('heading', { name: 'Assessment' }).scrollIntoViewIfNeeded();
    await page.getByText('No contingency of the catalog challenges a member while this treaty stands').waitFor();
    await page.close();
    expect(bench.faults).toEqual([]);
  });
});
