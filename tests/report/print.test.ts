import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lessonSheet } from '../../src/app/lesson.ts';
import { findChromium, printPdf } from '../../src/app/print-pdf.ts';
import { briefHtml } from '../../src/report/brief-html.ts';
import { lessonHtml } from '../../src/report/lesson-html.ts';
import { foedus, temporaryFolder } from '../cli/harness.ts';
import { catalogWithFacts } from '../support/facts.ts';
import { briefOf } from './ground.ts';
import { CAN_PRINT, FACE, pagesOf, PRINTER } from './paper.ts';

describe.runIf(CAN_PRINT)('printed on A4', () => {
  it('a brief on the North Atlantic Treaty is two pages, and bears the day it is about', async () => {
    const pdf = await printPdf(
      briefHtml(briefOf({ treaty: 'nato', date: '2025-07-01', contingency: 'russia-estonia', draws: 4 }), FACE),
      '2025-07-01',
      PRINTER,
    );
    expect(pagesOf(pdf)).toBe(2);
    expect(Buffer.from(pdf).toString('latin1')).toContain('(D:20250701000000');
  }, 120_000);

  it('a lesson is one page, and the same bytes twice', async () => {
    const { catalog, facts, world } = catalogWithFacts();
    const markup = lessonHtml(lessonSheet('july-1914', catalog, { facts, world, treaties: catalog.treaties, catalog: catalog.version }), FACE);
    const pdf = await printPdf(markup, '2026-01-01', PRINTER);
    expect(pagesOf(pdf)).toBe(1);
    expect(Buffer.compare(Buffer.from(await printPdf(markup, '2026-01-01', PRINTER)), Buffer.from(pdf))).toBe(0);
  }, 120_000);
});

describe('without a Chromium', () => {
  it('says what to do', async () => {
    await expect(printPdf('<p>', '2025-07-01', { FOEDUS_CHROMIUM: '/no/such/program' })).rejects.toThrow(
      "FOEDUS_CHROMIUM: '/no/such/program' is no program that can be run.",
    );
  });

  it('a program that prints nothing is told of, and nothing is half written', async () => {
    const folder = temporaryFolder();
    const program = path.join(folder, 'bin', 'chromium');
    mkdirSync(path.dirname(program));
    writeFileSync(program, '#!/bin/sh\nexit 3\n', { mode: 0o755 });
    if (process.platform === 'win32') return;
    const { exit, err } = await foedus(['report', '--lesson', 'july-1914', '-o', 'sheet.pdf'], { cwd: folder, env: { FOEDUS_CHROMIUM: program } });
    expect(exit).toBe(2);
    expect(err).toContain('ended with status 3 and printed nothing');
    expect(existsSync(path.join(folder, 'sheet.pdf'))).toBe(false);
  });

  it('takes the first on the path', () => {
    const folder = temporaryFolder();
    const program = path.join(folder, 'chromium');
    writeFileSync(program, '', { mode: 0o755 });
    if (process.platform !== 'win32') expect(findChromium({ PATH: folder })).toBe(program);
  });
});
