import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorkbench, type Workbench } from './workbench.ts';

const JULY = '/fight?date=1914-07-28&from=AUH&to=SRB&cascade=chosen';
const ESTONIA = '/fight?date=2025-01-01&from=RUS&to=EST';

let bench: Workbench;
beforeAll(async () => {
  bench = await startWorkbench();
});
afterAll(async () => {
  await bench.close();
});

const parameter = (url: string, name: string): string | null => new URL(url).searchParams.get(name);

/** Click inside a state's shape until the address says it was taken: the map may still be drawing itself anew. */
async function pointAt(page: Page, state: string, address: RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        if (address.test(page.url())) return true;
        const point = await page.evaluate((id) => {
          for (const shape of document.querySelectorAll(`.map > svg path[data-state="${id}"]`)) {
            const box = shape.getBoundingClientRect();
            for (let x = 0.05; x < 1; x += 0.05) {
              for (let y = 0.05; y < 1; y += 0.05) {
                const at = { x: Math.round(box.left + x * box.width), y: Math.round(box.top + y * box.height) };
                // Well inside: the map may move by a pixel before the click comes.
                const inside = (dx: number, dy: number): boolean => document.elementFromPoint(at.x + dx, at.y + dy) === shape;
                if ([-4, 0, 4].every((dx) => [-4, 0, 4].every((dy) => inside(dx, dy)))) return at;
              }
            }
          }
          return null;
        }, state);
        if (point === null) return false;
        await page.mouse.click(point.x, point.y);
        // Clicking again would take it back: the address gets its time.
        return page.waitForURL(address, { timeout: 4000 }).then(
          () => true,
          () => false,
        );
      },
      { timeout: 45_000 },
    )
    .toBe(true);
}

describe('the first page', () => {
  it('opens on July 1914 as it happened, at the first step, paused', async () => {
    const page = await bench.open('/');
    await page.waitForURL(/from=AUH/);
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/If\s+Austria-Hungary\s+attacks\s+Serbia\s+on\s+28 July 1914, who would fight\?/);
    expect(await page.getByRole('button', { name: 'As in 1914' }).getAttribute('aria-pressed')).toBe('true');
    expect(await page.getByText('Step 1 of 7').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Play' }).isVisible()).toBe(true);
    await page.close();
  });

  it('takes an attacker from the search field and asks again; back returns', async () => {
    const page = await bench.open(JULY);
    await page.keyboard.press('a');
    await page.keyboard.type('Romania');
    await page.keyboard.press('Enter');
    await page.waitForURL(/from=ROU/);
    await page.getByRole('heading', { name: /Romania attacks Serbia/, level: 2 }).waitFor();
    await page.goBack();
    await page.waitForURL(/from=AUH/);
    await page.getByRole('heading', { name: /Austria-Hungary attacks Serbia/, level: 2 }).waitFor();
    await page.close();
  });

  it('changes the date by keys on the time line, as one step to go back from', async () => {
    const page = await bench.open(ESTONIA);
    const slider = page.getByRole('slider', { name: 'Date' });
    await slider.focus();
    await page.keyboard.press('PageDown');
    await page.keyboard.press('PageDown');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Shift+ArrowLeft');
    expect(await slider.getAttribute('aria-valuetext')).toBe('1 January 2003');
    await page.waitForURL(/date=2003-01-01/);
    await page
      .getByText(/non-aggression|No treaty in force/)
      .first()
      .waitFor();
    expect(await page.getByRole('tab', { name: /^Owes/ }).innerText()).not.toContain('36');
    await page.goBack();
    await page.waitForURL(/date=2025-01-01/);
    await page.close();
  });

  it('steps through 1914, and the address follows without new entries', async () => {
    const page = await bench.open(JULY);
    const before = await page.evaluate(() => history.length);
    for (const step of [2, 3, 4, 5]) {
      await page.keyboard.press('ArrowRight');
      await page.waitForURL(new RegExp(`step=${step}`));
    }
    await page.getByRole('heading', { name: 'Germany enters Belgium' }).waitFor();
    await page.getByRole('button', { name: 'United Kingdom owes Belgium defense', exact: true }).waitFor();
    expect(await page.evaluate(() => history.length)).toBe(before);
    await page.close();
  });

  it('plays and stops at a key', async () => {
    const page = await bench.open(JULY);
    await page.getByRole('button', { name: 'Play' }).click();
    await page.waitForURL(/step=2/);
    await page.keyboard.press('x');
    await page.getByRole('button', { name: 'Play' }).waitFor();
    await page.close();
  });

  it('unfolds a why with facts, the words of the clause and the treaty, and an address that opens it again', async () => {
    const page = await bench.open(`${JULY}&step=5`);
    await page.getByRole('button', { name: 'why United Kingdom owes Belgium defense' }).click();
    await page.waitForURL(/why=duty:GBR:london-1839/);
    await page.locator('.because li').first().waitFor();
    expect(await page.locator('.because li').count()).toBeGreaterThan(2);
    expect(await page.locator('.because blockquote').innerText()).toContain('perpetually neutral State');
    const again = await bench.open(new URL(page.url()).pathname + new URL(page.url()).search);
    await again.locator('.because').waitFor();
    await again.getByRole('link', { name: 'Open the treaty' }).click();
    await again
      .getByRole('heading', { level: 1 })
      .filter({ hasText: /Belgium|London/ })
      .waitFor();
    expect(new URL(again.url()).pathname).toBe('/treaty/london-1839');
    await again.close();
    await page.close();
  });

  it('shows the same rows in the table as on the map', async () => {
    const page = await bench.open(`${ESTONIA}&view=world`);
    await page
      .getByRole('group', { name: 'Kinds of duty' })
      .or(page.getByRole('list', { name: 'Kinds of duty' }))
      .waitFor();
    const owing = Number(/\d+/.exec(await page.getByRole('tab', { name: /^Owes/ }).innerText())?.[0]);
    const onMap = await page
      .locator('.map > svg [data-state]')
      .evaluateAll((shapes) => [
        ...new Set(shapes.filter((shape) => getComputedStyle(shape).fill.startsWith('rgb')).map((shape) => shape.getAttribute('data-state'))),
      ]);
    await page.keyboard.press('m');
    await page.waitForURL(/table=1/);
    const rows = await page.locator('tbody tr').allInnerTexts();
    const names = new Set(rows.filter((row) => !/\tOwes (nothing|no help)\t/.test(row)).map((row) => row.split('\t')[0]));
    expect(names.size).toBe(owing);
    expect(onMap).toContain('USA');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'CSV' }).click()]);
    expect(download.suggestedFilename()).toBe('foedus-2025-01-01.csv');
    await page.close();
  });

  it('selects a state pointed at on the map, and fills an open slot instead', async () => {
    const page = await bench.open(`${JULY}&view=focus`);
    await pointAt(page, 'ITA', /sel=ITA/);
    await page.keyboard.press('t');
    await page.getByRole('combobox', { name: 'Choose the target' }).waitFor();
    await pointAt(page, 'ROU', /to=ROU/);
    expect(parameter(page.url(), 'from')).toBe('AUH');
    await page.close();
  });

  it('restores every choice from the address', async () => {
    const page = await bench.open('/fight?date=1982-04-02&from=ARG&to=GBR&place=falkland-islands&view=world&area=1&tab=free&sel=USA');
    await page.getByText('in the Falkland Islands').waitFor();
    expect(await page.getByRole('checkbox', { name: 'Treaty areas' }).isChecked()).toBe(true);
    expect(await page.getByRole('tab', { name: /^Allied/ }).getAttribute('aria-selected')).toBe('true');
    await page.getByText(/Bound to less/).waitFor();
    await page.close();
  });

  it('saves the map as a drawing that needs nothing else, and as a picture', async () => {
    const page = await bench.open(`${JULY}&step=5`);
    await page.getByText('United Kingdom', { exact: true }).first().waitFor();
    const saved = async (name: string): Promise<Buffer> => {
      const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name }).click()]);
      return readFileSync(await download.path());
    };
    const svg = (await saved('Save the map as SVG')).toString('utf8');
    expect(svg).toContain('If Austria-Hungary attacks Serbia on 28 July 1914, who would fight?');
    expect(svg).toContain('4 August: Germany enters Belgium');
    expect(svg).toContain('Source: Foedus catalog');
    expect(svg).toContain(page.url().replaceAll('&', '&amp;'));
    expect(svg).not.toMatch(/var\(|light-dark|oklab|color-mix|class=|context-stroke|<script/);
    expect(svg.replaceAll(/xmlns(:\w+)?="[^"]*"/g, '').match(/(?:href|src)="(?!#)/)).toBeNull();
    const elsewhere = await page.context().newPage();
    expect(await elsewhere.evaluate((text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') === null, svg)).toBe(true);
    await elsewhere.close();
    const png = await saved('Save the map as PNG');
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    const width = Number(/<svg[^>]* width="(\d+)"/.exec(svg)?.[1]);
    expect(png.readUInt32BE(16)).toBe(2 * width);
    expect((await saved('Save the verdicts as CSV')).toString('utf8')).toMatch(/^state,state_name,action/);
    await page.close();
  });

  it('tells what of an address it cannot read, and runs nothing in it', async () => {
    const page = await bench.open('/fight?date=1914-02-30&from=AUH&to=SRB&step=99&domain=moon&why=<script>alert(1)</script>');
    await page.getByText('date=1914-02-30 is no day of the calendar. Shown: 28 July 1914.').waitFor();
    await page.getByText('domain=moon is not known here.').waitFor();
    await page.getByRole('heading', { name: /Greece and Montenegro join Serbia/, level: 2 }).waitFor();
    expect(await page.locator('main script').count()).toBe(0);
    await page.close();
  });

  it('clears a selection made on the map by Escape, step by step', async () => {
    const page = await bench.open(JULY);
    await page.getByRole('application').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.waitForURL(/sel=AUH/);
    await page.keyboard.press('Escape');
    expect(parameter(page.url(), 'sel')).toBe('AUH');
    await page.keyboard.press('Escape');
    await page.waitForURL((url) => !url.searchParams.has('sel'));
    await page.close();
  });

  it('gives focus back after a slot is opened by its key and left by Escape', async () => {
    const page = await bench.open(JULY);
    for (const [key, label] of [
      ['a', 'Attacker: Austria-Hungary'],
      ['t', 'Target: Serbia'],
      ['d', 'Date: 28 July 1914'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await page.waitForFunction((name) => document.activeElement?.getAttribute('aria-label') === name, label);
    }
    await page.close();
  });

  it('prints the figure and the verdicts in light, with the address, and nothing to press', async () => {
    const page = await bench.open(`${JULY}&step=5`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await page.getByText(new URL(page.url()).search).waitFor();
    for (const name of ['Play', 'Duty', 'Save the map as SVG', 'Change conditions'])
      expect(await page.getByRole('button', { name, exact: true }).isVisible()).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(255, 255, 255)');
    expect(await page.locator('.map > svg').isVisible()).toBe(true);
    await page.close();
  });

  it('tells the sides apart where the system picks the colors', async () => {
    const page = await bench.open(JULY);
    await page.emulateMedia({ forcedColors: 'active' });
    const [attacker, target] = await page.locator('.ask .side').evaluateAll((dots) => dots.map((dot) => getComputedStyle(dot).backgroundColor));
    expect(attacker).not.toBe(target);
    await page.close();
  });

  it('finds states by old and accented names and by codes, treaties, and articles by number or words', async () => {
    const page = await bench.open(JULY);
    for (const [query, label] of [
      ['Osterreich', 'Austria'],
      ['Siam', 'Siam'],
      ['cote d', 'Ivory Coast'],
      ['GMY', 'Germany'],
      ['locarno', 'Locarno Treaty'],
      ['north atlantic article 5', 'North Atlantic Treaty, art. 5'],
      ['perpetually neutral', 'Treaty of London of 1839, annex VII'],
    ] as const) {
      await expect
        .poll(
          async () => {
            if ((await page.getByRole('combobox').count()) === 0) await page.keyboard.press('/');
            return page.getByRole('combobox').isVisible();
          },
          { timeout: 30_000 },
        )
        .toBe(true);
      await page.getByRole('combobox').fill(query);
      await page.getByRole('option').filter({ hasText: label }).first().waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.close();
  });

  it('draws the area of a treaty on its page', async () => {
    const page = await bench.open('/treaty/nato');
    await page.getByRole('img', { name: /^The area of the treaty and its parties/ }).waitFor();
    expect(await page.locator('.areaedge').count()).toBeGreaterThan(0);
    expect(await page.getByText('4 April 1949').count()).toBeGreaterThan(0);
    await page.close();
  });

  it('says that a state is gone, and goes to its nearest date', async () => {
    const page = await bench.open('/fight?date=1950-01-01&from=AUH&to=SRB');
    await page.getByText(/^Austria-Hungary ended on/).waitFor();
    await page.getByRole('button', { name: 'Go to the nearest date' }).click();
    await page.waitForURL(/date=1918-11-1\d/);
    await page.close();
  });

  it('remembers light or dark', async () => {
    const page = await bench.open(JULY);
    await page.getByRole('button', { name: 'Switch to dark' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Switch to light' }).click();
    expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light');
    await page.close();
  });

  it.each(['/', ESTONIA, `${JULY}&step=5&table=1`, '/treaties', '/treaty/nato'])('needs no sideways scroll at 320 pixels: %s', async (address) => {
    const page = await bench.open(address, { width: 320, height: 700 });
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.close();
  });

  it('goes by Tab from the skip link through header, question and time line to the map', async () => {
    const page = await bench.open(JULY);
    const order: string[] = [];
    for (let i = 0; i < 36; i++) {
      await page.keyboard.press('Tab');
      order.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim() ?? ''));
    }
    const at = (text: RegExp): number => order.findIndex((label) => text.test(label));
    expect(at(/^Skip/)).toBe(0);
    const stops = [
      /^Skip/,
      /^Foedus/,
      /^Find/,
      /^Attacker/,
      /^Target/,
      /^Date: /,
      /^Change conditions/,
      /^July 1914/,
      /^Date$/,
      /^Chance of honoring/,
      /^Map\. /,
    ];
    const positions = stops.map(at);
    expect(positions.includes(-1) ? order : []).toEqual([]);
    expect(positions).toEqual(positions.toSorted((a, b) => a - b));
    await page.close();
  });

  it('gives every button, link and field a name, and every id once', async () => {
    const page = await bench.open(`${JULY}&step=5&why=duty:GBR:london-1839:I; annex VII:BEL`);
    const faults = await page.evaluate(() => {
      const named = (element: Element): boolean =>
        Boolean(
          element.getAttribute('aria-label') ||
          element.getAttribute('aria-labelledby') ||
          element.closest('label')?.textContent?.trim() ||
          element.textContent?.trim(),
        );
      const nameless = [...document.querySelectorAll('button, a, input, select, [role="slider"], [role="tab"], svg[role="img"]')]
        .filter((element) => !named(element))
        .map((element) => element.outerHTML.slice(0, 80));
      const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
      return [
        ...nameless,
        ...ids.filter((id, i) => ids.indexOf(id) !== i),
        ...(document.querySelectorAll('h1').length === 1 ? [] : ['not one h1']),
        ...(document.querySelectorAll('main').length === 1 ? [] : ['not one main']),
      ];
    });
    expect(faults).toEqual([]);
    await page.close();
  });

  it('meets no fault and breaks no rule of its content policy on the way', () => {
    expect(bench.faults).toEqual([]);
  });
});
