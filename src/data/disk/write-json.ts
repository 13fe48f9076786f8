import { closeSync, openSync, writeSync } from 'node:fs';
import { valueAt } from '../../core/table/column.ts';
import type { Table } from '../../core/table/table.ts';

/** Rows written at a time. */
const BLOCK = 4096;

/** Writes a table as a JSON array of records, a row a line, block by block; a missing value is null. */
export function writeJson({ rows, columns }: Table, file: string): void {
  const names = columns.map(({ name }) => `${JSON.stringify(name)}:`);
  const handle = openSync(file, 'w');
  try {
    writeSync(handle, '[');
    for (let from = 0; from < rows; from += BLOCK) {
      const lines: string[] = [];
      for (let row = from; row < Math.min(from + BLOCK, rows); row++) {
        lines.push(`{${columns.map((column, index) => (names[index] ?? '') + JSON.stringify(valueAt(column, row))).join(',')}}`);
      }
      writeSync(handle, `${from === 0 ? '\n' : ',\n'}${lines.join(',\n')}`);
    }
    writeSync(handle, '\n]\n');
  } finally {
    closeSync(handle);
  }
}
