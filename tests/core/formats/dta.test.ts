import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { dtaChunks, writeDta } from '../../../src/core/formats/dta.ts';
import type { Column } from '../../../src/core/table/column.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import type { Table } from '../../../src/core/table/table.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'foedus-dta-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** The file as ReadStat's command reads it, which is not ours: as CSV, and as SPSS for the labels. */
function readBack(table: Table, label = '') {
  const file = path.join(folder, 'table.dta');
  writeFileSync(file, writeDta(table, { label }));
  const run = (...args: readonly string[]): string => {
    const { status, stdout, stderr } = spawnSync('readstat', [...args], { encoding: 'utf8' });
    if (status !== 0) throw new Error(`readstat ${args.join(' ')}: ${stderr}`);
    return stdout;
  };
  const convert = (ending: string, encoding: BufferEncoding): string => {
    const target = path.join(folder, `table.${ending}`);
    rmSync(target, { force: true });
    run(file, target);
    return readFileSync(target, encoding);
  };
  return { summary: () => run(file), csv: () => convert('csv', 'utf8'), spss: () => convert('sav', 'latin1') };
}

const describedAs = (table: Table, name: string, more: Pick<Column, 'label'> & { valueLabels?: Readonly<Record<number, string>> }): Table => ({
  ...table,
  columns: table.columns.map((column) => (column.name === name ? { ...column, ...more } : column)),
});

describe('Stata files', () => {
  it('are read by another program with every value, missing ones empty', () => {
    const table = tableFromRows({ ccode1: 'int16', year: 'int16', cinc: 'float64', atop_defense: 'int8', name: 'text' }, [
      { ccode1: 2, year: 1816, cinc: 0.25, atop_defense: 1, name: 'Württemberg' },
      { ccode1: 255, year: null, cinc: null, atop_defense: null, name: null },
      { ccode1: 990, year: 2025, cinc: -1.5, atop_defense: 0, name: 'B' },
    ]);
    const { csv, summary } = readBack(table, 'A small world');
    expect(csv().trim().split('\n')).toEqual([
      '"ccode1","year","cinc","atop_defense","name"',
      '2,1816,0.250000,1,"Württemberg"',
      '255,,,,""',
      '990,2025,-1.500000,0,"B"',
    ]);
    expect(summary()).toContain('Rows: 3');
    expect(summary()).toContain('Table label: A small world');
    expect(summary()).toContain('Format version: 118');
  });

  it('carry labels of variables and of values', () => {
    const table = tableFromRows({ conttype: 'int8' }, [{ conttype: 1 }, { conttype: 5 }]);
    const { spss } = readBack(describedAs(table, 'conttype', { label: 'Direct contiguity', valueLabels: { 1: 'land', 5: '400 miles or less' } }));
    const written = spss();
    for (const text of ['Direct contiguity', 'land', '400 miles or less']) expect(written).toContain(text);
  });

  it.each([
    ['101 and 127 are no bytes in Stata', 'int8', [100, 101, 127, -127]],
    ['32741 and above are no ints', 'int16', [32_740, 32_741, 32_767, -32_767]],
    ['2147483621 and above are no longs', 'int32', [2_147_483_620, 2_147_483_621, 2_147_483_647, -2_147_483_647]],
  ] as const)('%s, and the variable takes a larger type', (_, kind, values) => {
    const { csv } = readBack(
      tableFromRows(
        { x: kind },
        values.map((x) => ({ x })),
      ),
    );
    expect(csv().trim().split('\n').slice(1).map(Number)).toEqual(values);
  });

  it('keep texts longer than 2045 bytes', () => {
    const long = 'é'.repeat(2000);
    const { csv } = readBack(
      tableFromRows({ id: 'int8', note: 'text' }, [
        { id: 1, note: long },
        { id: 2, note: null },
        { id: 3, note: 'short' },
      ]),
    );
    expect(csv().trim().split('\n').slice(1)).toEqual([`1,"${long}"`, '2,""', '3,"short"']);
  });

  it('give every variable a name that Stata takes, each once', () => {
    const kinds = { 'Q5%': 'int8', 'Q5 ': 'int8', '2020': 'int8', a_name_that_is_longer_than_thirty_two_characters: 'int8' } as const;
    const { csv } = readBack(tableFromRows(kinds, [{ 'Q5%': 1, 'Q5 ': 2, '2020': 3, a_name_that_is_longer_than_thirty_two_characters: 4 }]));
    expect(csv().split('\n')[0]).toBe('"_2020","Q5_","Q5__2","a_name_that_is_longer_than_thirt"');
  });

  it('have a map that points at each section, however many blocks the rows take', () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => ({ x: index % 100 }));
    const chunks = [...dtaChunks(tableFromRows({ x: 'int8' }, rows))];
    expect(chunks.length).toBeGreaterThan(3);
    const bytes = Buffer.concat(chunks);
    const map = bytes.indexOf('<map>') + 5;
    const offsets = Array.from({ length: 14 }, (_, index) => Number(bytes.readBigUInt64LE(map + index * 8)));
    const tags = [
      'stata_dta',
      'map',
      'variable_types',
      'varnames',
      'sortlist',
      'formats',
      'value_label_names',
      'variable_labels',
      'characteristics',
      'data',
      'strls',
      'value_labels',
    ];
    tags.forEach((tag, index) => expect(bytes.toString('latin1', offsets[index], (offsets[index] ?? 0) + tag.length + 2)).toBe(`<${tag}>`));
    expect(bytes.toString('latin1', offsets[12])).toBe('</stata_dta>');
    expect(offsets[13]).toBe(bytes.length);
  });
});
