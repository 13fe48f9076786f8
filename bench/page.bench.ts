import { chromium, type Browser, type BrowserContext, type Page } from 'playwright';
import { CHROMIUM } from '../tests/chromium.ts';
import { startServer } from '../tests/e2e/server.ts';
import type { Suite } from './suite.ts';

/** Moves of the date slider in one drag, over a century and a half. */
const MOVES = 60;

interface Started {
  readonly link: string;
  readonly browser: Browser;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

let starting: Promise<Started> | undefined;

async function start(): Promise<Started> {
  const server = await startServer();
  const browser = await chromium.launch(CHROMIUM);
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(server.link);
  await page.goto(new URL('/fight?date=2025-01-01&from=RUS&to=EST', server.link).href);
  await page.locator('.v').first().waitFor();
  return {
    link: server.link,
    browser,
    page,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

const started = (): Promise<Started> => (starting ??= start());

/** A window without cache or cookie: link, page, and the verdicts to be read. */
async function firstVisit(): Promise<void> {
  const { browser, link } = await started();
  const context: BrowserContext = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.goto(link);
  await page.locator('.v').first().waitFor();
  await page.locator('.map path[data-state]').first().waitFor();
  await context.close();
}

async function blankVisit(): Promise<void> {
  const { browser } = await started();
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await (await context.newPage()).goto('about:blank');
  await context.close();
}

/** Points at one state after the other; done once the sentence on its duties is painted. */
async function hover(): Promise<void> {
  const { page } = await started();
  for (const state of ['FRA', 'POL', 'DEU', 'ITA', 'ESP', 'TUR', 'NOR', 'SWE', 'FIN', 'ROU']) {
    const told = await page.evaluate(async (id) => {
      const shape = document.querySelector(`.map > svg path[data-state="${id}"]`);
      shape?.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse', clientX: 400, clientY: 400 }));
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      return document.querySelector('.tip') !== null;
    }, state);
    if (!told) throw new Error(`nothing is said of ${state}`);
  }
}

/** Drags the date from one end of the line to the other and back; what is measured is a move, its law and its paint. */
async function drag(): Promise<void> {
  const { page } = await started();
  const box = await page.getByRole('slider', { name: 'Date' }).boundingBox();
  const line = await page.locator('.time .track').first().boundingBox();
  if (box === null || line === null) throw new Error('no slider');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  for (let move = 1; move <= MOVES; move++) {
    const there = Math.abs((2 * move) / MOVES - 1);
    await page.mouse.move(line.x + 20 + (line.width - 40) * there, y);
  }
  await page.mouse.up();
}

export const suite: Suite = {
  title: 'the first page in Chromium',
  cases: {
    'an empty page': blankVisit,
    'the first page, from the link to verdicts and map': firstVisit,
    'a hover, to its sentence painted': { body: hover, times: 1 / 10 },
    'a move of the date slider': { body: drag, times: 1 / MOVES },
  },
  close: async () => (await starting)?.close(),
};
