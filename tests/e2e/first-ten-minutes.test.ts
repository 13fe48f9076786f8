import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousViolations } from './accessible.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => void (bench = await startWorkbench()));
afterAll(async () => {
  await bench.close();
  expect(bench.faults).toEqual([]);
});

const LONG = { timeout: 60_000 };

async function saved(page: Page, press: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
  const [file]: [Download, void] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

describe('an analyst', () => {
  it('finds who would owe what if Estonia were attacked in 2025, reads the article, sees each chance, saves the figure', async () => {
    const page = await bench.open('/');
    await page.getByRole('button', { name: 'Estonia 2025' }).click();
    await page.getByRole('button', { name: '31 allies owe Estonia defense', exact: true }).waitFor(LONG);
    await page.getByRole('button', { name: 'why 31 allies owe Estonia defense', exact: true }).click();
    const because = page.locator('.because').first();
    await because.waitFor();
    expect(await because.innerText()).toMatch(/such action as it deems necessary/);
    expect(await because.innerText()).toMatch(/North Atlantic Treaty 1949, art\. 5/);

    await page.getByRole('button', { name: 'Chance of honoring' }).click();
    await page.waitForURL(/show=chance/);
    await page
      .getByRole('img', { name: /^\d+(\.\d+)?%, 90% range [\d.]+ to [\d.]+$/ })
      .first()
      .waitFor(LONG);
    expect(await page.getByRole('tab', { name: /^Might come/ }).innerText()).toMatch(/3\d/);
    await page.getByRole('button', { name: /^22 more$/ }).click();
    await page.getByRole('button', { name: 'United States beside Estonia', exact: true }).waitFor();

    const figure = await saved(page, () => page.getByRole('button', { name: 'Save the map as SVG' }).click());
    expect(figure.name).toBe('foedus-2025-01-01.svg');
    expect(figure.text).toMatch(/who would fight\?/);
    expect(figure.text).toMatch(/more likely than not/);
    const table = await saved(page, () => page.getByRole('button', { name: 'Save the verdicts as CSV' }).click());
    expect(table.text).toMatch(/^LVA,Latvia,target,0\.\d{4},0\.\d{4},0\.\d{4},/m);
    expect(await seriousViolations(page)).toEqual([]);
    await page.close();
  });

  it('sees the likely cascade in Korea, and that of the letter', async () => {
    const page = await bench.open('/fight?date=2025-06-01&from=PRK&to=KOR&cascade=expected&step=2');
    await page.getByText(/The likely war stops here, at three states/).waitFor(LONG);
    expect(await page.locator('.steps li').count()).toBe(2);
    await page.getByRole('button', { name: 'Letter', exact: true }).click();
    await page.waitForURL((url) => !url.searchParams.has('cascade'));
    await page.close();
  });

  it('opens the burden ledger, moves a weight, sees who changes rank, exports the table', async () => {
    const page = await bench.open('/burden');
    const ranks = page.locator('#ranks');
    await ranks.getByRole('button', { name: 'Table' }).click();
    const order = async (): Promise<string[]> => (await ranks.locator('tbody tr').allInnerTexts()).map((row) => row.replaceAll(/\s+/g, ' '));
    await expect.poll(order, LONG).toHaveLength(32);
    const before = await order();
    const effort = ranks.getByRole('slider', { name: /^Effort/ });
    for (let press = 0; press < 6; press++) await effort.press('ArrowRight');
    await page.waitForURL(/effort/);
    await expect.poll(order, LONG).not.toEqual(before);
    const moved = (await order()).filter((row) => /[+−]\d/.test(row));
    expect(moved.length).toBeGreaterThan(2);
    const table = await saved(page, () => ranks.getByRole('button', { name: 'CSV' }).click());
    expect(table.text.trim().split('\n')).toHaveLength(33);
    await page.getByRole('heading', { name: /pay (more|less) than they would choose|cannot tell/i }).waitFor(LONG);
    expect(await seriousViolations(page)).toEqual([]);
    // The address holds the weight.
    await page.reload();
    await expect.poll(() => effort.inputValue(), LONG).toBe('4');
    await page.close();
  });
});

describe('a scholar', () => {
  it('plays 1871 to 1914 and takes the network of 1914 along as GraphML', async () => {
    const page = await bench.open('/history');
    await page.getByRole('button', { name: /1871/ }).click();
    await page.waitForURL(/date=187[1-9]/, LONG);
    await page.waitForURL(/date=187[3-9]/, LONG);
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Play to 1914' }).waitFor();
    const slider = page.getByRole('slider', { name: 'Date' });
    await slider.focus();
    for (let decade = 0; decade < 5; decade++) await page.keyboard.press('PageUp');
    await page.waitForURL(/date=19[12]\d/, LONG);
    await page.goto(`${new URL(page.url()).origin}/history?date=1914-07-28&until=1914`);
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    const graph = await saved(page, () => page.getByRole('button', { name: 'GraphML' }).click());
    expect(graph.name).toBe('network-1914-07-28.graphml');
    const edges = [...graph.text.matchAll(/<edge [^>]*source="(\w+)" target="(\w+)"/g)].map(([, a = '', b = '']) => [a, b].toSorted().join('-'));
    expect(edges).toContain('AUH-DEU');
    expect(edges).toContain('FRA-RUS');
    expect(edges).not.toContain('FRA-GBR');
    expect(graph.text).toContain('dual-1879');
    expect(await seriousViolations(page)).toEqual([]);
    await page.close();
  });
});

describe('a lesson', () => {
  it('walks from page to page, comes back after a reload, and ends with what can now be said', async () => {
    const page = await bench.open('/');
    await page.getByRole('button', { name: /^July 1914 Who owed what/ }).click();
    const bar = page.getByRole('complementary', { name: 'Lesson: July 1914' });
    await bar.getByText('Step 1 of 6').waitFor();
    await bar.getByRole('button', { name: 'Next step of the lesson' }).click();
    await page.waitForURL(/sel=ITA/);
    await page.getByText(/article III asks that it did not/).waitFor(LONG);
    await page.reload();
    await bar.getByText('Step 2 of 6').waitFor();
    for (const step of [3, 4, 5, 6]) {
      await bar.getByRole('button', { name: 'Next step of the lesson' }).click();
      await bar.getByText(`Step ${step} of 6`).waitFor();
    }
    await page.waitForURL(/\/history\?.*sel=ITA/);
    await bar.getByText('What you can now say').click();
    await bar.getByText(/Russia came for Serbia by choice/).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await bar.getByRole('button', { name: 'Finish' }).click();
    await expect.poll(() => bar.count()).toBe(0);
    await page.close();
  });
});
