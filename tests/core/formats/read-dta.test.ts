import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeDta } from '../../../src/core/formats/dta.ts';
import { openDta } from '../../../src/core/formats/read-dta.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import { columnOf, rowsOf, type Table } from '../../../src/core/table/table.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'foedus-read-dta-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rows = [
  { ccode: 2, year: 1816, pop: 9_000_000, cinc: 0.25, name: 'Württemberg' },
  { ccode: 100, year: null, pop: null, cinc: null, name: null },
  { ccode: -127, year: 32_740, pop: -2_147_483_647, cinc: -1.5e300, name: 'B' },
];
const table: Table = (() => {
  const plain = tableFromRows({ ccode: 'int8', year: 'int16', pop: 'int32', cinc: 'float64', name: 'text' }, rows);
  return {
    ...plain,
    columns: plain.columns.map((column) =>
      column.name === 'ccode' && column.kind !== 'text' ? { ...column, label: 'State', valueLabels: { 2: 'États-Unis', [-127]: 'none' } } : column,
    ),
  };
})();

describe('a Stata file', () => {
  it('gives back what was written, labels and gaps too', () => {
    const { names, read } = openDta(writeDta(table, { label: 'A small world', timestamp: '25 Nov 2026 14:05' }));
    expect(names).toEqual(['ccode', 'year', 'pop', 'cinc', 'name']);
    const found = read();
    expect(rowsOf(found)).toEqual(rows);
    expect(found.columns.map(({ kind }) => kind)).toEqual(['int8', 'int16', 'int32', 'float64', 'text']);
    expect(columnOf(found, 'ccode')).toMatchObject({ label: 'State', valueLabels: { 2: 'États-Unis', [-127]: 'none' } });
    expect(columnOf(found, 'year')).not.toHaveProperty('valueLabels');
  });

  it('is read by columns, those asked for in that order', () => {
    const found = openDta(writeDta(table)).read(['cinc', 'nothing', 'ccode']);
    expect(found.columns.map(({ name }) => name)).toEqual(['cinc', 'ccode']);
    expect(found.rows).toBe(3);
  });

  it('keeps long texts', () => {
    const long = 'é'.repeat(2000);
    const notes = [{ note: long }, { note: null }, { note: 'short' }];
    expect(rowsOf(openDta(writeDta(tableFromRows({ note: 'text' }, notes))).read())).toEqual(notes);
  });

  // ReadStat's command writes format 118 of its own hand.
  it('of another program is read as well', () => {
    const [from, to] = [path.join(folder, 'from.dta'), path.join(folder, 'to.dta')];
    writeFileSync(from, writeDta(table));
    expect(spawnSync('readstat', ['-f', from, to]).status).toBe(0);
    expect(rowsOf(openDta(readFileSync(to)).read())).toEqual(rows);
  });
});

/** Bytes put down by hand. */
function bytesOf(little: boolean) {
  const bytes: number[] = [];
  const number = (size: 1 | 2 | 4 | 8, set: (view: DataView) => void): void => {
    const view = new DataView(new ArrayBuffer(size));
    set(view);
    for (let index = 0; index < size; index++) bytes.push(view.getUint8(index));
  };
  const put = {
    bytes,
    text: (text: string, width = text.length) => bytes.push(...Array.from({ length: width }, (_, index) => text.charCodeAt(index) || 0)),
    byte: (...values: readonly number[]) => values.forEach((value) => number(1, (view) => view.setInt8(0, value))),
    int: (...values: readonly number[]) => values.forEach((value) => number(2, (view) => view.setInt16(0, value, little))),
    long: (...values: readonly number[]) => values.forEach((value) => number(4, (view) => view.setInt32(0, value, little))),
    float: (value: number) => number(4, (view) => view.setFloat32(0, value, little)),
    double: (value: number) => number(8, (view) => view.setFloat64(0, value, little)),
    big: (value: number) => number(8, (view) => view.setBigUint64(0, BigInt(value), little)),
  };
  return put;
}

type Put = ReturnType<typeof bytesOf>;
const NAMES = ['b', 'i', 'l', 'f', 'd', 's'];

/** Two rows of all types: values, and their gaps: `.`, `.a`, `.z` and others. */
function data({ byte, int, long, float, double, text }: Put): void {
  byte(100);
  int(-32_767);
  long(2_147_483_620);
  float(1.5);
  double(Math.PI);
  text('caf\u00e9', 5);
  byte(101);
  int(32_742);
  long(2_147_483_647);
  float(2 ** 127);
  double(2 ** 1023 * 1.01);
  text('', 5);
}

const READ = [
  { b: 100, i: -32_767, l: 2_147_483_620, f: 1.5, d: Math.PI, s: 'caf\u00e9' },
  { b: null, i: null, l: null, f: null, d: null, s: null },
];

/** A table of value labels: 1 'low', 100 'high'. */
function labels({ text, byte, long }: Put, width: number): void {
  long(8 + 16 + 9);
  text('grade', width);
  byte(0, 0, 0);
  long(2, 9, 0, 4, 1, 100);
  text('low\u0000high\u0000');
}

/** A file of formats 113 to 115, as `help dta` of Stata 8 to 12 lays it out. */
function plain(release: number, little: boolean): Uint8Array {
  const put = bytesOf(little);
  const { bytes, byte, int, long, text } = put;
  byte(release, little ? 2 : 1, 1, 0);
  int(6);
  long(2);
  text('A data set', 81);
  text('25 Nov 2026 14:05', 18);
  bytes.push(251, 252, 253, 254, 255, 5);
  for (const name of NAMES) text(name, 33);
  int(...Array.from({ length: 7 }, () => 0));
  for (const _ of NAMES) text('%9.0g', release === 113 ? 12 : 49);
  for (const name of NAMES) text(name === 'b' ? 'grade' : '', 33);
  for (const name of NAMES) text(name === 'b' ? 'Grade' : '', 81);
  // A note, then the end of notes.
  byte(1);
  long(3);
  text('hey');
  byte(0);
  long(0);
  data(put);
  labels(put, 33);
  return Uint8Array.from(bytes);
}

/** A file of formats 117 to 119. A seventh variable is a long text. */
function tagged(release: 117 | 118 | 119, little: boolean): Uint8Array {
  const put = bytesOf(little);
  const { bytes, byte, int, long, big, text } = put;
  const [name, format, label] = release === 117 ? [33, 49, 81] : [129, 57, 321];
  const utf8 = release === 117 ? 'caf\u00e9' : 'caf\u00c3\u00a9';
  const names = [...NAMES, 'm'];
  text(`<stata_dta><header><release>${release}</release><byteorder>${little ? 'LSF' : 'MSF'}</byteorder><K>`);
  if (release === 119) long(7);
  else int(7);
  text('</K><N>');
  if (release === 117) long(2);
  else big(2);
  text('</N><label>');
  if (release === 117) byte(1);
  else int(1);
  text('A</label><timestamp>');
  byte(0);
  text('</timestamp></header><map>');
  const map = bytes.length;
  text('', 14 * 8);
  const places = [0, map - 5];
  text('</map>');
  const section = (tag: string, fill: () => void): void => {
    places.push(bytes.length);
    text(`<${tag}>`);
    fill();
    text(`</${tag}>`);
  };
  section('variable_types', () => int(...[65_530, 65_529, 65_528, 65_527, 65_526, 5, 32_768].map((code) => (code > 32_767 ? code - 65_536 : code))));
  section('varnames', () => names.forEach((one) => text(one, name)));
  section('sortlist', () => (release === 119 ? long : int)(...Array.from({ length: 8 }, () => 0)));
  section('formats', () => names.forEach(() => text('%9.0g', format)));
  section('value_label_names', () => names.forEach((one) => text(one === 'b' ? 'grade' : '', name)));
  section('variable_labels', () => names.forEach((one) => text(one === 'b' ? 'Grade' : '', label)));
  section('characteristics', () => {});
  section('data', () => {
    const own = bytesOf(little);
    data(own);
    const size = own.bytes.length / 2;
    for (const row of [0, 1]) {
      const [start, end] = [row * size, row * size + size - 5];
      bytes.push(...own.bytes.slice(start, end));
      text(row === 0 ? utf8 : '', 5);
      // The long text of variable 7, observation 1; none in the second row.
      const [variable, observation] = row === 0 ? [7, 1] : [0, 0];
      const widths = release === 117 ? [4, 4] : release === 118 ? [2, 6] : [3, 5];
      [variable, observation].forEach((value, index) => {
        const field = Array.from({ length: widths[index] ?? 0 }, (_, at) => (at === 0 ? value : 0));
        bytes.push(...(little ? field : field.reverse()));
      });
    }
  });
  section('strls', () => {
    text('GSO');
    long(7);
    if (release === 117) long(1);
    else big(1);
    bytes.push(130);
    long(5);
    text('long\u0000');
  });
  section('value_labels', () => {
    text('<lbl>');
    labels(put, name);
    text('</lbl>');
  });
  places.push(bytes.length);
  text('</stata_dta>');
  places.push(bytes.length);
  const file = Uint8Array.from(bytes);
  const view = new DataView(file.buffer);
  places.forEach((place, index) => view.setBigUint64(map + index * 8, BigInt(place), little));
  return file;
}

const RELEASES = ([113, 114, 115, 117, 118, 119] as const).flatMap((release) => [true, false].map((little) => [release, little] as const));

describe('formats', () => {
  it.each(RELEASES)('%d, little-endian %s', (release, little) => {
    const old = release < 117;
    const file = release === 117 || release === 118 || release === 119 ? tagged(release, little) : plain(release, little);
    const found = openDta(file).read();
    expect(rowsOf(found)).toEqual(old ? READ : READ.map((row, index) => ({ ...row, m: index === 0 ? 'long' : null })));
    expect(columnOf(found, 'b')).toMatchObject({ label: 'Grade', valueLabels: { 1: 'low', 100: 'high' } });
  });

  it('cut short say so, wherever the cut is', () => {
    for (const file of [plain(115, true), tagged(118, true)]) {
      for (let length = 0; length < file.length - 30; length += 97) {
        expect(() => openDta(file.slice(0, length)).read()).toThrow(TypeError);
      }
    }
  });

  it.each([
    ['of Stata 7', Uint8Array.of(110, 2, 1, 0, ...new Uint8Array(300)), 'older than Stata 8'],
    ['of the future', new TextEncoder().encode(`<stata_dta><header><release>120</release>${' '.repeat(300)}`), "Stata's format 120 is not read"],
    ['of another program', new TextEncoder().encode('a,b\n1,2\n'.repeat(40)), 'does not begin as a Stata file does'],
  ])('%s are refused', (_, bytes, message) => {
    expect(() => openDta(bytes)).toThrow(message);
  });
});
