import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { seriousViolations } from './accessible.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

// Models run in the page: where other work runs beside it, seconds become a minute.
vi.setConfig({ testTimeout: 240_000 });

let bench: Workbench;
beforeAll(async () => void (bench = await startWorkbench()));
afterAll(async () => {
  await bench.close();
  // The browser tells of every answer that is a refusal; this one is the workspace keeping two windows apart.
  expect(bench.faults.filter((fault) => !fault.includes('412 (Precondition Failed)'))).toEqual([]);
});

const LONG = { timeout: 100_000 };
const draftFile = (name: string): string => path.join(bench.workspace, 'drafts', `${name}.yaml`);
const textOf = (name: string): string => (existsSync(draftFile(name)) ? readFileSync(draftFile(name), 'utf8') : '');

/** A page on a draft of which nothing is kept yet, wherever an earlier run may have stopped. */
async function openAnew(name: string): Promise<Page> {
  rmSync(draftFile(name), { force: true });
  const page = await bench.open('/edit?');
  await page.evaluate((key) => localStorage.removeItem(key), `foedus-draft:${name}`);
  await page.goto(new URL(`/edit/${name}`, page.url()).href);
  await page.locator('.cm-content').waitFor(LONG);
  return page;
}

async function typeAt(page: Page, key: 'Control+Home' | 'Control+End', text: string): Promise<void> {
  await page.locator('.cm-content').focus();
  await page.keyboard.press(key);
  await page.keyboard.type(text);
}

const saved = (page: Page): Promise<void> => page.getByText(/^Saved in the workspace/).waitFor(LONG);

/** A number of the assessment as the row of a reading prints it: "11%" is 11. */
async function reading(page: Page, id: string, column: 'As opened' | 'Now'): Promise<number> {
  const cell = page.locator(`[data-reading="${id}"] td`).nth(column === 'As opened' ? 0 : 1);
  const text = (await cell.innerText()).split('\n')[0] ?? '';
  return Number(text.replace('%', '').replace('−', '-').replace('<', '')) || (text === '0%' ? 0 : Number.NaN);
}

describe('a drafter', () => {
  it('sees what other treaties promise already, once the text rests', async () => {
    const page = await openAnew('franco-greek-2021');
    const problems = page.locator('.problems');
    await problems.getByText(/^Held against the treaties of the catalog in force on/).waitFor(LONG);
    const finding = problems.getByRole('listitem').filter({ hasText: 'portfolio/overlapping-guarantees' });
    expect(await finding.innerText()).toContain('France owes Greece defense already under North Atlantic Treaty, article 5');
    // An exception with its reason is heard too.
    await finding.getByRole('button').click();
    await page.keyboard.press('Home');
    await page.keyboard.type('# foedus-disable-next-line portfolio/overlapping-guarantees -- Both hold side by side');
    await page.keyboard.press('Enter');
    await problems.getByText(/^Being held against/).waitFor(LONG);
    await problems.getByText(/^Held against/).waitFor(LONG);
    expect(await problems.getByText('portfolio/overlapping-guarantees').count()).toBe(0);
    expect(await problems.getByText('suppression/unused').count()).toBe(0);
    await page.close();
  });

  it('opens a bad treaty, sees the problems at their lines, applies two fixes and watches entrapment fall', async () => {
    await (await openAnew('harbor-pact')).close();
    const page = await bench.open('/edit?');
    await page.getByRole('link', { name: 'A draft with faults, to learn by' }).click();
    await page.getByRole('heading', { name: /Harbor Pact promise/, level: 1 }).waitFor();

    const problems = page.getByRole('region', { name: /^The linter finds/ });
    await problems.getByRole('button', { name: 'Go to line 14, column 13' }).waitFor();
    expect(await problems.getByRole('listitem').filter({ hasText: "'PHI' is a COW code" }).innerText()).toMatch(/^Line 14/);
    expect(await problems.getByRole('listitem').filter({ hasText: 'Automatic force against any adversary' }).innerText()).toMatch(/^Line 31/);
    await problems.getByRole('button', { name: 'Go to line 14, column 13' }).click();
    expect(await page.locator('.cm-activeLine').innerText()).toContain('PHI');

    await page.getByLabel('Asked of').selectOption('china-australia-sea');
    await page.locator('[data-reading="ratify"]').waitFor(LONG);
    await expect.poll(() => reading(page, 'entrapment', 'As opened'), LONG).toBeGreaterThan(0.5);
    const before = await reading(page, 'entrapment', 'As opened');

    await problems.getByRole('button', { name: 'Write PHL' }).click();
    await expect.poll(() => problems.getByRole('button', { name: 'Write PHL' }).count(), LONG).toBe(0);
    await problems.getByRole('button', { name: 'Leave the response to judgment' }).click();
    await expect.poll(() => reading(page, 'entrapment', 'Now'), LONG).toBeLessThan(before);
    expect(await reading(page, 'entrapment', 'As opened')).toBe(before);
    expect(await problems.getByRole('button', { name: 'Leave the response to judgment' }).count()).toBe(0);

    await saved(page);
    const text = readFileSync(draftFile('harbor-pact'), 'utf8');
    expect(text).toContain('{state: PHL, from: 2026-07-01}');
    expect(text).toContain('automaticity: discretionary');
    expect(await seriousViolations(page)).toEqual([]);

    await page.getByRole('link', { name: 'The whole assessment' }).click();
    await page.getByRole('heading', { name: /Harbor Pact, draft/, level: 1 }).waitFor(LONG);
    await page.locator('.answer').waitFor(LONG);
    await page.close();
  });

  it('undoes and redoes by button, and by a slider that writes into the text', async () => {
    const page = await openAnew('anzus');
    const undo = page.getByRole('button', { name: 'Undo' });
    expect(await undo.isDisabled()).toBe(true);
    await page.getByRole('slider', { name: 'Notice before leaving' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.cm-content').getByText('P2Y').waitFor(LONG);
    await expect.poll(() => textOf('anzus'), LONG).toContain('notice: P2Y');
    await undo.click();
    await expect.poll(() => textOf('anzus'), LONG).toContain('notice: P1Y');
    await page.getByRole('button', { name: 'Redo' }).click();
    await page.getByRole('tab', { name: 'Changes' }).click();
    await page.getByRole('heading', { name: /One difference/ }).waitFor(LONG);
    await page.close();
  });

  it('loses nothing typed to a reload before it is saved', async () => {
    const page = await openAnew('fpda-1971');
    await typeAt(page, 'Control+Home', '# mine');
    await page.reload();
    await page.locator('.cm-content').getByText('# mine').waitFor(LONG);
    await expect.poll(() => textOf('fpda-1971'), LONG).toContain('# mine');
    await page.close();
  });

  it('overwrites nothing that another window saved, until its writer chooses; what was there before can be taken back', async () => {
    const page = await openAnew('aukus');
    await typeAt(page, 'Control+Home', '# mine ');
    await expect.poll(() => textOf('aukus'), LONG).toContain('# mine');
    const other = await bench.open('/edit/aukus');
    await typeAt(other, 'Control+Home', '# theirs ');
    await expect.poll(() => textOf('aukus'), LONG).toContain('# theirs');
    await other.close();
    await typeAt(page, 'Control+Home', '# late ');
    await page.getByRole('alert').getByText('Another text of this draft was saved').waitFor(LONG);
    expect(textOf('aukus')).toContain('# theirs');
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(() => textOf('aukus'), LONG).toContain('# late');
    expect(textOf('aukus')).not.toContain('# theirs');
    await page.getByRole('button', { name: 'Earlier texts' }).click();
    await page.getByRole('dialog', { name: 'Earlier texts' }).getByRole('button', { name: 'Take it back' }).first().click();
    await page.locator('.cm-content').getByText('# theirs').waitFor(LONG);
    await page.close();
  });

  it('keeps the last good answer over an error, and names the line', async () => {
    const page = await openAnew('us-rok-1953');
    await page.locator('[data-reading="challenge"]').waitFor(LONG);
    await typeAt(page, 'Control+Home', 'langage: 1\n');
    await page.getByText('Before the error').waitFor(LONG);
    await page.getByRole('button', { name: 'Go to line 1, column 1' }).first().waitFor();
    expect(await page.locator('[data-reading="challenge"]').isVisible()).toBe(true);
    await page.close();
  });

  it('begins from a blank and takes a draft away after asking', async () => {
    const page = await bench.open('/edit?');
    await page.getByRole('button', { name: 'Begin from a blank' }).click();
    await page.getByLabel('Name of the treaty').fill('Nordic Compact');
    for (const name of ['Finland', 'Sweden']) await page.getByLabel('Add a party').selectOption({ label: name });
    await page.getByRole('button', { name: 'Begin', exact: true }).click();
    await page.waitForURL(/\/edit\/nordic-compact/);
    await saved(page);
    expect(readFileSync(draftFile('nordic-compact'), 'utf8')).toContain('state: FIN');
    await page.getByRole('link', { name: 'Drafts' }).first().click();
    await page.getByRole('button', { name: 'Remove nordic-compact' }).click();
    await page.getByRole('group', { name: 'Remove nordic-compact?' }).getByRole('button', { name: 'Remove' }).click();
    await expect.poll(() => page.getByRole('link', { name: 'Nordic Compact' }).count(), LONG).toBe(0);
    expect(existsSync(draftFile('nordic-compact'))).toBe(false);
    expect(await seriousViolations(page)).toEqual([]);
    await page.close();
  });
});
