import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foedus } from '../cli/harness.ts';
import { seriousViolations } from './accessible.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

let bench: Workbench;
beforeAll(async () => void (bench = await startWorkbench()));
afterAll(async () => {
  await bench.close();
  // The browser reports the refusal of a study that is none.
  expect(bench.faults.filter((fault) => !fault.includes('422'))).toEqual([]);
});

/** A view of every page that shows something of its own. */
const VIEWS: Readonly<Record<string, string>> = {
  fight: '/fight?date=2025-01-01&from=RUS&to=EST&cascade=letter&step=2&sel=FRA',
  treaties: '/treaties?q=1914',
  treaty: '/treaty/nato?clause=collective-defense',
  assess: '/assess?treaty=us-rok-1953&date=2026-06-01&draws=20',
  burden: '/burden?treaty=nato&date=2025-06-01&w=effort:3&tables=ranks',
  compare: '/compare?treaties=us-japan-1960,us-philippines-1951&date=2025-06-01&draws=0&number=war',
  design:
    '/design?treaty=anzus&date=2025-06-01&fix=cyber-defense;burden;term;decisions;suspensions;institutions;exit;collective-defense.trigger;collective-defense.bound',
  decades: '/decades?from=2026-01-01&years=5&worlds=10&states=USA,CHN,JPN',
  history: '/history?date=1914-07-28&layout=force',
  data: '/data',
};

describe('a study', () => {
  it.each(Object.entries(VIEWS))('of %s reopens to the same view, and its verbs give the same bytes twice', async (name, view) => {
    const page = await bench.open(view);
    const before = page.url();
    const studies = page.getByRole('button', { name: /^Studies/ });
    await studies.click();
    await page.getByRole('textbox', { name: /Save this view/ }).fill(`View of ${name}`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(/Saved in the workspace as/).waitFor();
    const file = await page.getByRole('link', { name: 'Download study.yaml' }).getAttribute('href');

    await page.goto(new URL('/treaties?q=elsewhere', before).href);
    await page.getByRole('button', { name: /^Studies/ }).click();
    await page.getByRole('button', { name: `View of ${name}` }).click();
    await page.waitForURL(before);
    expect(page.url()).toBe(before);

    const text = await page.evaluate(async (address) => (await fetch(address ?? '')).text(), file);
    const kept = path.join(bench.workspace, 'studies', `view-of-${name}.yaml`);
    expect(readFileSync(kept, 'utf8')).toBe(text);
    await page.close();
    const runs = [await foedus(['run', kept, '--json']), await foedus(['run', kept, '--json'])];
    expect(runs[0]).toMatchObject({ exit: 0 });
    expect(runs[1]?.out).toBe(runs[0]?.out);
  });

  it('of a draft holds its text, which runs where the draft is not', async () => {
    const page = await bench.open('/edit/harbor-pact');
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type('# kept');
    await page.getByText(/^Saved in the workspace/).waitFor();
    await page.getByRole('button', { name: /^Studies/ }).click();
    await page.getByRole('textbox', { name: /Save this view/ }).fill('A draft');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText(/Saved in the workspace as a-draft/).waitFor();
    await page.close();
    const text = readFileSync(path.join(bench.workspace, 'studies', 'a-draft.yaml'), 'utf8');
    expect(text).toContain('# kept');
    const run = await foedus(['run', path.join(bench.workspace, 'studies', 'a-draft.yaml'), '--json']);
    expect(run.out).toContain('PHI');
  });

  it('that somebody sent is opened from its file; one that is none says where it is wrong', async () => {
    const page = await bench.open('/treaties');
    await page.getByRole('button', { name: /^Studies/ }).click();
    const file = page.getByLabel('A study.yaml to open');
    const study = 'format: 1\ntitle: Sent\ndate: 2025-06-01\nview: /fight?date=1939-09-01&from=DEU&to=POL\nverbs: []\n';
    await file.setInputFiles({ name: 'bad.yaml', mimeType: 'application/yaml', buffer: Buffer.from('format: 1\ntitle: 3\n') });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toMatch(/title|date/);
    expect(await seriousViolations(page)).toEqual([]);
    await file.setInputFiles({ name: 'sent.study.yaml', mimeType: 'application/yaml', buffer: Buffer.from(study) });
    await page.waitForURL(/from=DEU&to=POL/);
    await page.close();
  });
});
