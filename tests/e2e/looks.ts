import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriousViolations } from './accessible.ts';
import { isDebianChromium } from '../chromium.ts';
import { startWorkbench, type Workbench } from './workbench.ts';

/**
 * Every page as it was looked at last: at desktop and phone width, light and dark. What is compared is the picture at an eighth of its size, so
 * that a line that moves by a pixel passes and a block that moves does not. `FOEDUS_LOOKS=write` takes the pictures anew, to be looked at.
 */
const FOLDER = path.join(import.meta.dirname, 'looks');
const WRITES = process.env['FOEDUS_LOOKS'] === 'write';
/** Share of cells that may differ: a version's hash, a number that a new estimate moves. */
const SHARE = 0.02;

const PAGES: Readonly<Record<string, string>> = {
  'who-would-fight': '/fight?date=1914-07-28&from=AUH&to=SRB&cascade=chosen&step=5',
  chances: '/fight?date=2025-01-01&from=RUS&to=EST&show=chance',
  table: '/fight?date=2025-01-01&from=RUS&to=EST&table=1',
  treaties: '/treaties',
  treaty: '/treaty/nato',
  drafts: '/edit',
  editor: '/edit/harbor-pact',
  assessment: '/assess?treaty=us-rok-1953&date=2026-06-01&draws=20',
  burden: '/burden',
  compare: '/compare?treaties=us-japan-1960,us-philippines-1951&date=2025-06-01&draws=0',
  decades: '/decades?from=2026-01-01&years=5&worlds=10&states=USA,CHN,JPN,KOR,PRK,PHL&scenarios=leaves:USA&run=1',
  design:
    '/design?treaty=anzus&date=2025-06-01&fix=cyber-defense;burden;term;decisions;suspensions;institutions;collective-defense.trigger;collective-defense.bound&run=1',
  history: '/history?date=1914-07-28',
  data: '/data',
};

const SIZES = [
  [1440, 900],
  [390, 844],
] as const;

if (!isDebianChromium) console.warn("Skipped: pages are compared with their pictures in Debian's Chromium alone.");

/** Everything has been computed and painted. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => !/Computing…|Loading|Asking/.test(document.body.innerText) && document.fonts.status === 'loaded', undefined, {
    timeout: 90_000,
    polling: 250,
  });
}

/** The page's picture once it has stood still. */
async function pictureOf(page: Page): Promise<Buffer> {
  await settled(page);
  const take = async (): Promise<Buffer> => {
    await page.waitForTimeout(300);
    return page.screenshot({ type: 'jpeg', quality: 60, caret: 'hide', animations: 'disabled' });
  };
  let [last, next] = [await take(), await take()];
  for (let more = 0; more < 20 && !last.equals(next); more++) [last, next] = [next, await take()];
  return next;
}

/** Share of cells, eight pixels wide, in which two pictures differ by more than a twelfth of the range. */
async function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate(
    async ([a, b]) => {
      const cells = async (text: string): Promise<ImageData> => {
        const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
        const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
        const [width, height] = [Math.round(picture.width / 8), Math.round(picture.height / 8)];
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d');
        if (context === null) throw new Error('no canvas');
        context.imageSmoothingQuality = 'high';
        context.drawImage(picture, 0, 0, width, height);
        return context.getImageData(0, 0, width, height);
      };
      const [before, after] = [await cells(a ?? ''), await cells(b ?? '')];
      if (before.width !== after.width || before.height !== after.height) return 1;
      let differing = 0;
      for (let i = 0; i < before.data.length; i += 4) {
        const off = (k: number): number => Math.abs((before.data[i + k] ?? 0) - (after.data[i + k] ?? 0));
        if (Math.max(off(0), off(1), off(2)) > 21) differing += 1;
      }
      return (4 * differing) / before.data.length;
    },
    [one.toString('base64'), other.toString('base64')],
  );
}

/** How far the page is from its picture; a page that is not there yet, on a machine that is slow, is given time. */
async function differenceOf(page: Page, kept: Buffer): Promise<number> {
  let share = 1;
  for (let tries = 0; tries < 8 && share > SHARE; tries++) {
    if (tries > 0) await page.waitForTimeout(1000);
    share = await difference(page, kept, await pictureOf(page));
  }
  return share;
}

type Scheme = 'light' | 'dark';

const HALF = Math.ceil(Object.keys(PAGES).length / 2);
/** The pages in two halves, so that two files can run side by side. */
export const HALVES: readonly (readonly [string, string])[][] = [Object.entries(PAGES).slice(0, HALF), Object.entries(PAGES).slice(HALF)];

/** Compares pages with their pictures at the sizes and in the colors wanted, and asks axe at desktop light and on a phone dark. */
export function describeLooks(pages: readonly (readonly [string, string])[], wanted: (width: number, scheme: Scheme) => boolean): void {
  describe.runIf(isDebianChromium)('looks as it was looked at last, and keeps nobody out', { timeout: 180_000 }, () => {
    let bench: Workbench;
    beforeAll(async () => void (bench = await startWorkbench()));
    afterAll(async () => bench.close());

    it.each(pages)('%s', async (name, address) => {
      const page = await bench.open(address);
      // The voice is the reader's own serif, which no two machines share.
      await page.evaluate(() => document.documentElement.style.setProperty('--font-voice', 'var(--font-sans, inherit)'));
      const differences: Record<string, number> = {};
      const kept: string[] = [];
      for (const [width, height] of SIZES) {
        for (const colorScheme of ['light', 'dark'] as const) {
          const file = path.join(FOLDER, `${name}-${width}-${colorScheme}.jpg`);
          if (!wanted(width, colorScheme) || (!WRITES && !existsSync(file))) continue;
          await page.setViewportSize({ width, height });
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          if (WRITES) {
            mkdirSync(FOLDER, { recursive: true });
            writeFileSync(file, await pictureOf(page));
          }
          differences[path.basename(file)] = await differenceOf(page, readFileSync(file));
          if (width > 1000 === (colorScheme === 'light')) kept.push(...(await seriousViolations(page)).map((found) => `${width} ${colorScheme}: ${found}`));
        }
      }
      await page.close();
      expect(kept).toEqual([]);
      expect(Object.keys(differences)).not.toEqual([]);
      expect(Object.entries(differences).filter(([, share]) => share > SHARE)).toEqual([]);
    });
  });
}
