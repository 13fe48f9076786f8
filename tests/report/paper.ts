import { existsSync } from 'node:fs';
import path from 'node:path';
import { reportFont } from '../../src/app/report-font.ts';
import { CHROMIUM } from '../chromium.ts';

/** Printed by Debian's Chromium; elsewhere it is said to be left out, but in CI it must be there. */
export const CAN_PRINT = existsSync(CHROMIUM.executablePath);
if (!CAN_PRINT && process.env['CI'] === 'true') throw new Error(`no Chromium at ${CHROMIUM.executablePath}; CI prints the reports`);
if (!CAN_PRINT) console.warn(`NOT RUN: no Chromium at ${CHROMIUM.executablePath}, so no report is printed; name one in FOEDUS_CHROMIUM`);

export const PRINTER = { FOEDUS_CHROMIUM: CHROMIUM.executablePath };

/** The pages' type, as a built program has it. */
export const FACE = reportFont(path.join(import.meta.dirname, '../../node_modules/@fontsource-variable/source-sans-3/files'));

export const pagesOf = (pdf: Uint8Array): number =>
  Buffer.from(pdf)
    .toString('latin1')
    .match(/\/Type \/Page\b/g)?.length ?? 0;
