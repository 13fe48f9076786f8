import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Page } from 'playwright';
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
const ROK = '/assess?treaty=us-rok-1953&date=2026-06-01&draws=20';
const parameter = (page: Page, name: string): string | null => new URL(page.url()).searchParams.get(name);

/** "The United States alone: 62% of the plane": the share of the plane that the sentence below the figure names first. */
async function share(page: Page): Promise<number> {
  const text = await page.locator('#winset [role="status"]').innerText();
  const first = /(?:alone|What all pass): (nothing|[\d.]+%) of the plane/.exec(text)?.[1];
  return first === 'nothing' ? 0 : Number(first?.replace('%', ''));
}

describe('a teacher', () => {
  it('raises the quota of the Senate and sees the win-set shrink', async () => {
    const page = await bench.open(ROK);
    const quota = page.getByRole('slider', { name: /Quota of the Senate/ });
    await quota.waitFor(LONG);
    expect(await quota.getAttribute('aria-valuetext')).toBe('two thirds');
    await page
      .locator('#winset')
      .getByText(/What all pass/)
      .waitFor();
    const all = await share(page);
    const shares = [all];
    for (let press = 0; press < 4; press++) {
      await quota.press('ArrowRight');
      await expect.poll(() => page.locator('#winset [role="status"]').innerText(), LONG).toContain('alone');
      shares.push(await share(page));
    }
    await quota.press('End');
    await expect.poll(() => parameter(page, 'quota'), LONG).toBe('USA:senate:all');
    await expect.poll(() => share(page), LONG).toBeLessThan(shares[1] ?? 0);
    await page
      .locator('#winset')
      .getByRole('heading', { name: /At all of the Senate/ })
      .waitFor();
    const readings = shares.slice(1);
    expect(readings.toSorted((a, b) => b - a)).toEqual(readings);
    await page.getByRole('button', { name: 'As it is' }).click();
    await expect.poll(() => share(page), LONG).toBe(all);
    await page.close();
  });
});

describe('the page of an assessment', () => {
  it('answers in a sentence, and every number leads to its clause, equation and data; escape gives the focus back', async () => {
    const page = await bench.open(ROK);
    const number = page.locator('.answer').getByRole('button').first();
    await number.waitFor(LONG);
    await number.click();
    const drawer = page.getByRole('complementary', { name: 'Why this number' });
    for (const name of ['How it is computed', 'Clause it rests on', 'Data and sources']) await drawer.getByRole('heading', { name }).waitFor();
    await expect.poll(() => parameter(page, 'why')).not.toBeNull();
    await page.keyboard.press('Escape');
    await expect.poll(() => drawer.count()).toBe(0);
    expect(await number.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.close();
  });

  it('refines to the draws asked for and shows every figure with its table, as files too', async () => {
    const page = await bench.open(ROK);
    await page.locator('#winset').waitFor(LONG);
    const figures = page.locator('figure.fig[id]');
    await page.locator('#tornado').waitFor(LONG);
    await page.locator('#survival').waitFor(LONG);
    const names = await figures.evaluateAll((all) => all.map(({ id }) => id).filter((id) => id !== 'rests'));
    expect(names).toEqual(['deterrence', 'credibility', 'balance', 'winset', 'response', 'survival', 'tornado']);
    for (const name of names) {
      await page
        .locator(`#${name}`)
        .getByRole('button', { name: /^Table:/ })
        .click();
      await page.locator(`#${name} table thead th`).first().waitFor();
      expect(await page.locator(`#${name} tbody tr`).count()).toBeGreaterThan(0);
    }
    expect(await seriousViolations(page)).toEqual([]);
    for (const name of names)
      await page
        .locator(`#${name}`)
        .getByRole('button', { name: /^Figure:/ })
        .click();
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /^Save as SVG: Does it deter/ }).click()]);
    const svg = readFileSync(await file.path(), 'utf8');
    expect(svg).toContain('Crisis model, 2026');
    expect(svg).toContain('#deterrence');
    expect(await seriousViolations(page)).toEqual([]);
    await page.close();
  });

  it('asks what pairs or a hub would do, without a state, from its conditions', async () => {
    const page = await bench.open('/assess?treaty=anzus&date=2026-06-01&draws=0');
    await page.locator('.answer').waitFor(LONG);
    const before = await page.locator('.answer').innerText();
    await page.getByRole('button', { name: 'Change conditions' }).click();
    const form = page.getByRole('dialog', { name: 'Conditions' });
    await form.getByLabel('How the same partners are bound').selectOption('hub:USA');
    await form.getByRole('button', { name: 'Assess' }).click();
    await expect.poll(() => parameter(page, 'as')).toBe('hub:USA');
    await page.getByText(/each bound to the United States alone|each bound to United States alone/).waitFor();
    await expect.poll(() => page.locator('.held').count(), LONG).toBe(0);
    await page.goBack();
    await expect.poll(() => page.locator('.answer').innerText(), LONG).toBe(before);
    await page.close();
  });

  it('says plainly where nothing challenges a member on the date, and when something does', async () => {
    const page = await bench.open('/assess?treaty=locarno-1925&date=1926-01-01');
    await page.getByText(/No contingency of the catalog challenges a member/).waitFor(LONG);
    expect(await seriousViolations(page)).toEqual([]);
    await page.close();
  });
});
