import { describe, expect, it } from 'vitest';
import { lessonSheet } from '../../src/app/lesson.ts';
import { printPdf } from '../../src/app/print-pdf.ts';
import { briefHtml } from '../../src/report/brief-html.ts';
import { lessonHtml } from '../../src/report/lesson-html.ts';
import { catalogWithFacts } from '../support/facts.ts';
import { briefOf } from './ground.ts';
import { CAN_PRINT, FACE, pagesOf, PRINTER } from './paper.ts';

/** Treaties of many members and of two, of today and of the past, with pledges and without: two sheets each. */
describe.runIf(CAN_PRINT)('printed on A4', () => {
  it.each([
    ['nato', '2025-07-01'],
    ['nato', '1985-07-01'],
    ['csto', '2025-07-01'],
    ['rio-1947', '2025-07-01'],
    ['eu-42-7', '2025-07-01'],
    ['us-japan-1960', '2025-07-01'],
    ['warsaw-pact', '1985-07-01'],
    ['triple-1882', '1910-07-01'],
    ['franco-russian-1894', '1910-07-01'],
  ] as const)('a brief on %s in %s is two pages', async (treaty, date) => {
    const pdf = await printPdf(briefHtml(briefOf({ treaty, date, draws: 4 }), FACE), date, PRINTER);
    expect(pagesOf(pdf)).toBe(2);
  });

  it('every lesson is one page', async () => {
    const { catalog, facts, world } = catalogWithFacts();
    const ground = { facts, world, treaties: catalog.treaties, catalog: catalog.version };
    for (const { id } of catalog.lessons)
      expect(pagesOf(await printPdf(lessonHtml(lessonSheet(id, catalog, ground), FACE), '2026-01-01', PRINTER)), id).toBe(1);
  });
});
