import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DataError } from '../../../src/data/data-error.ts';
import { withDuck } from '../../../src/data/duck/open.ts';
import { loadWorkbook } from '../../../src/data/import/workbook.ts';
import { xlsx } from '../../support/xlsx.ts';
import { zip } from '../../support/zip.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'foedus-workbook-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The cells of a workbook as the reader has them: sheet, row, column, value. */
async function cells(content: Uint8Array): Promise<readonly unknown[]> {
  const file = path.join(folder, 'book.xlsx');
  writeFileSync(file, content);
  return withDuck(async (duck) => {
    const table = await loadWorkbook(duck, file, 'book.xlsx');
    return (await duck.runAndReadAll(`SELECT sheet, "row", col, value FROM ${table} ORDER BY ALL`)).getRows();
  });
}

describe('a workbook', () => {
  it('becomes a row a cell, of every sheet; empty cells and rows are left out and keep their place', async () => {
    const found = await cells(xlsx({ 'One & "only"': [['Title'], [], ['Country', null, 1949]], Two: [[' x ', '', 'y']] }));
    expect(found).toEqual([
      ['One & "only"', 1, 1, 'Title'],
      ['One & "only"', 3, 1, 'Country'],
      ['One & "only"', 3, 3, '1949'],
      ['Two', 1, 1, 'x'],
      ['Two', 1, 3, 'y'],
    ]);
  });

  it('keeps every digit of a number', async () => {
    expect(await cells(xlsx({ One: [[0.016_296_060_991_105_5, 1e-7, -3]] }))).toEqual([
      ['One', 1, 1, '0.0162960609911055'],
      ['One', 1, 2, '1e-7'],
      ['One', 1, 3, '-3'],
    ]);
  });

  it('that is damaged is refused before it is read', async () => {
    await expect(cells(xlsx({ One: [['x']] }).subarray(0, 200))).rejects.toThrow(DataError);
  });

  it('that unpacks to far more than it is, is taken for a bomb', async () => {
    const bomb = zip([{ name: 'xl/worksheets/sheet1.xml', content: new Uint8Array(80 * 1024 ** 2) }]);
    await expect(cells(bomb)).rejects.toThrow('this is how a zip bomb looks');
  });
});
