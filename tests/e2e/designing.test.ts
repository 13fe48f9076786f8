import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousViolations } from './accessible.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

/** A few clauses of ANZUS: fifteen ways to write it. */
const FEW =
  '/design?treaty=anzus&date=2025-06-01&fix=cyber-defense;burden;term;decisions;suspensions;institutions;collective-defense.trigger;collective-defense.response;collective-defense.bound';

let bench: Workbench;
beforeAll(async () => void (bench = await startWorkbench()));
afterAll(async () => bench.close());

const parameter = (url: string, name: string): string | null => new URL(url).searchParams.get(name);

describe('the Design page', () => {
  it('looks for better ways to write a treaty, and hands one on to the editor', async () => {
    const page = await bench.open(FEW);
    await page.getByText('2 of 20 may move').waitFor();
    await page.getByRole('button', { name: 'Look for better ways to write it' }).click();
    await page.getByText('All 15 ways to write it were assessed.').waitFor({ timeout: 45_000 });
    expect(parameter(page.url(), 'run')).toBe('1');
    const panel = page.getByRole('complementary', { name: 'Point 1' });
    await panel.waitFor();
    await page.getByRole('button', { name: '2. strongest deterrence' }).press('Enter');
    expect(parameter(page.url(), 'point')).toBe('2');
    const second = page.getByRole('complementary', { name: 'Point 2' });
    await second.getByText('by notice of 5 years').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await second.getByRole('button', { name: 'Open in the editor' }).click();
    await page.waitForURL(/\/edit\/anzus-2/);
    await page.getByText('A proposal for').first().waitFor();
    await page.close();
  });

  it('says what stands in the way where no treaty meets the demands, and lets it move', async () => {
    const page = await bench.open(`${FEW.replace('burden;', 'burden.pledges=3.5%25;')}&run=1`);
    await page.getByRole('region', { name: 'What stands in the way' }).waitFor({ timeout: 45_000 });
    await page.getByRole('button', { name: 'Let it move' }).click();
    await expect.poll(() => parameter(page.url(), 'fix')).not.toContain('burden');
    expect(parameter(page.url(), 'run')).toBe(null);
    await page.close();
  });

  it('stops with what was found', async () => {
    const page = await bench.open('/design?treaty=anzus&date=2025-06-01&budget=3000&run=1');
    const stop = page.getByRole('button', { name: 'Stop, and show what there is' });
    await expect.poll(() => stop.isEnabled(), { timeout: 30_000 }).toBe(true);
    await page.getByRole('progressbar', { name: 'Part of the search that is done' }).waitFor({ timeout: 30_000 });
    await page.waitForTimeout(1500);
    await stop.click();
    await page.getByText('The search was stopped: this is what it had found.').waitFor({ timeout: 45_000 });
    await page.close();
    expect(bench.faults).toEqual([]);
  });
});
