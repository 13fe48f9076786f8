import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import type { Table } from '../../../src/core/table/table.ts';
import { writeCsv } from '../../../src/data/duck/write-csv.ts';
import { writeJson } from '../../../src/data/disk/write-json.ts';

function place(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'foedus-panel-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, name);
}

const table = tableFromRows({ ccode: 'int16', name: 'text', polity2: 'int8', cinc: 'float64' }, [
  { ccode: 2, name: 'A, "quoted"\nline', polity2: -7, cinc: 0.5 },
  { ccode: 20, name: '=1+1', polity2: null, cinc: null },
  { ccode: 30, name: '-9', polity2: 0, cinc: 1e-7 },
  { ccode: 40, name: '', polity2: 0, cinc: 2 },
  { ccode: 41, name: null, polity2: 0, cinc: 0 },
]);

describe('CSV', () => {
  it('quotes what must be, leaves a missing value empty, and keeps texts from being formulas but not negative numbers', async () => {
    const file = place('panel.csv');
    await writeCsv(table, file);
    expect(readFileSync(file, 'utf8')).toBe('ccode,name,polity2,cinc\n2,"A, ""quoted""\nline",-7,0.5\n20,\'=1+1,,\n30,\'-9,0,1e-07\n40,"",0,2.0\n41,,0,0.0\n');
  });
});

describe('JSON', () => {
  it('is an array of records, missing values null', () => {
    const file = place('panel.json');
    writeJson(table, file);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([
      { ccode: 2, name: 'A, "quoted"\nline', polity2: -7, cinc: 0.5 },
      { ccode: 20, name: '=1+1', polity2: null, cinc: null },
      { ccode: 30, name: '-9', polity2: 0, cinc: 1e-7 },
      { ccode: 40, name: '', polity2: 0, cinc: 2 },
      { ccode: 41, name: null, polity2: 0, cinc: 0 },
    ]);
  });

  it('is whole over its blocks, and with no row at all', () => {
    const long: Table = { rows: 10_000, columns: [{ name: 'n', kind: 'int16', values: Int16Array.from({ length: 10_000 }, (_, row) => row) }] };
    const file = place('panel.json');
    writeJson(long, file);
    const read: { n: number }[] = JSON.parse(readFileSync(file, 'utf8'));
    expect([read.length, read.at(-1)?.n, read.every(({ n }, row) => n === row)]).toEqual([10_000, 9999, true]);
    writeJson({ rows: 0, columns: [] }, file);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual([]);
  });
});
