import type { DuckDBConnection } from '@duckdb/node-api';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import readWorkbook from 'read-excel-file/node';
import { createBudget, LIMITS } from '../archive/limits.ts';
import { withZip } from '../archive/unzip.ts';

const MIB = 1024 ** 2;

/** The largest workbook read here, SIPRI's, unpacks to some 20 MiB. */
const WORKBOOK_LIMITS = { ...LIMITS, bytes: 512 * MIB };

/** Unpacks the workbook once into nowhere, within the limits: the reader of workbooks has none. */
async function checkArchive(file: string, name: string): Promise<void> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'foedus-workbook-'));
  try {
    await withZip(file, name, createBudget(statSync(file).size, WORKBOOK_LIMITS), async (entries) => {
      for (const entry of entries) {
        const part = path.join(scratch, 'part');
        await entry.unpack(part, undefined);
        rmSync(part);
      }
    });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/**
 * Loads an Excel workbook (.xlsx) into the temporary table `workbook`, a row a cell: sheet (its name), row and col (from 1) and value
 * as text. Empty cells are left out; a number keeps every digit the workbook has of it.
 * @returns the table's name
 * @throws {DataError} where the file is damaged, encrypted or a zip bomb
 * @throws what the reader says of a zip archive that is no workbook
 */
export async function loadWorkbook(duck: DuckDBConnection, file: string, name: string): Promise<string> {
  await checkArchive(file, name);
  const sheets = await readWorkbook(file, { parseNumber: (text) => text });
  await duck.run('CREATE OR REPLACE TEMP TABLE workbook (sheet VARCHAR, "row" INTEGER, col INTEGER, value VARCHAR)');
  const appender = await duck.createAppender('workbook');
  try {
    for (const { sheet, data } of sheets) {
      data.forEach((cells, row) =>
        cells.forEach((cell, col) => {
          const text = cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell ?? '').trim();
          if (text === '') return;
          appender.appendVarchar(sheet);
          appender.appendInteger(row + 1);
          appender.appendInteger(col + 1);
          appender.appendVarchar(text);
          appender.endRow();
        }),
      );
    }
  } finally {
    appender.closeSync();
  }
  return 'workbook';
}
