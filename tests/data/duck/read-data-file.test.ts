import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { rowsOf, type Table } from '../../../src/core/table/table.ts';
import { withDuck } from '../../../src/data/duck/open.ts';
import { readDataFile } from '../../../src/data/duck/read-data-file.ts';
import { writeParquet } from '../../../src/data/duck/write-parquet.ts';

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'foedus-test-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const read = (name: string, cwd: string, columns: readonly string[]): Promise<Table> => withDuck((duck) => readDataFile(duck, name, cwd, columns));

describe('a data file of anyone', () => {
  it.each([
    ['a.csv', ','],
    ['a.tsv', '\t'],
  ])('%s: numbers, truth, text, and what is missing', async (name, mark) => {
    const cwd = folder();
    const lines = [
      ['my id', 'x', 'yes', 'word'],
      ['1', '2.5', 'true', '"a, b"'],
      ['2', 'NA', 'false', ''],
      ['3', '', 'true', 'c'],
      ['4', '.', 'NA', 'NA'],
    ];
    writeFileSync(path.join(cwd, name), `${lines.map((line) => line.join(mark)).join('\n')}\n`);
    expect(rowsOf(await read(name, cwd, ['word', 'x', 'yes', 'my id']))).toEqual([
      { word: 'a, b', x: 2.5, yes: 1, 'my id': 1 },
      { word: null, x: null, yes: 0, 'my id': 2 },
      { word: 'c', x: null, yes: 1, 'my id': 3 },
      { word: null, x: null, yes: null, 'my id': 4 },
    ]);
  });

  it('Parquet', async () => {
    const cwd = folder();
    const table: Table = { rows: 2, columns: [{ name: 'n', kind: 'int8', values: Int8Array.of(3, -128) }] };
    await withDuck((duck) => writeParquet(duck, table, path.join(cwd, 'a.parquet')));
    expect(rowsOf(await read('a.parquet', cwd, ['n']))).toEqual([{ n: 3 }, { n: null }]);
  });

  it('is refused in words where it cannot be read', async () => {
    const cwd = folder();
    writeFileSync(path.join(cwd, 'a.parquet'), 'no Parquet at all');
    await expect(read('a.parquet', cwd, ['n'])).rejects.toThrow('a.parquet: cannot be read as parquet');
    await expect(read('.', cwd, ['n'])).rejects.toThrow('is a directory');
    writeFileSync(path.join(cwd, 'a.csv'), 'Year,x\n1,2\n');
    await expect(read('a.csv', cwd, ['year'])).rejects.toMatchObject({ message: "a.csv: has no column 'year'.", detail: ["Did you mean 'Year'?"] });
  });
});
