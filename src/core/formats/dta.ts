import { MISSING, type Column, type NumberColumn } from '../table/column.ts';
import type { Table } from '../table/table.ts';

/** Stata's data format, release 118 (Stata 14 and later; `help dta` of Stata): UTF-8, variable and value labels, little-endian. */

export interface DtaOptions {
  /** Of the data set; cut to 80 characters. */
  readonly label?: string;
  /** When it was made, as Stata writes it: '25 Nov 2026 14:05'. Left out: no time stamp. */
  readonly timestamp?: string;
  /** Names of the columns the rows are sorted by, as far as Stata should know. */
  readonly sortedBy?: readonly string[];
}

/** Rows encoded at a time. */
const BLOCK = 8192;
/** Bytes that a text of fixed width may have; longer ones are kept apart, as strL. */
const MAX_FIXED = 2045;

type Storage = 'byte' | 'int' | 'long' | 'double';

/** Code, size in bytes, display format, the values that are not missing, and what stands for missing. */
const STORAGE: Readonly<Record<Storage, { code: number; size: number; format: string; min: number; max: number; missing: number }>> = {
  byte: { code: 65_530, size: 1, format: '%8.0g', min: -127, max: 100, missing: 101 },
  int: { code: 65_529, size: 2, format: '%8.0g', min: -32_767, max: 32_740, missing: 32_741 },
  long: { code: 65_528, size: 4, format: '%12.0g', min: -2_147_483_647, max: 2_147_483_620, missing: 2_147_483_621 },
  double: { code: 65_526, size: 8, format: '%10.0g', min: -Number.MAX_VALUE / 2, max: 8.988_465_674_311_579e307, missing: 2 ** 1023 },
};
const STORAGES = ['byte', 'int', 'long', 'double'] as const;
const STRL = { code: 32_768, size: 8 } as const;

interface Variable {
  readonly column: Column;
  readonly name: string;
  readonly code: number;
  readonly size: number;
  readonly format: string;
  readonly valueLabel: string;
  readonly write: (view: DataView, at: number, row: number) => void;
}

const utf8 = new TextEncoder();

/** The longest start of a text that fits into a number of characters, and into four bytes for each. */
function cut(text: string, characters: number): Uint8Array {
  return utf8.encode([...text].slice(0, characters).join(''));
}

/** A name Stata takes: letters, digits and underscores, 32 at most, each once. */
function stataNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const plain = name.replaceAll(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)|^$/, '_');
    let candidate = plain.slice(0, 32);
    for (let n = 2; taken.has(candidate); n++) candidate = `${plain.slice(0, 31 - String(n).length)}_${n}`;
    taken.add(candidate);
    return candidate;
  });
}

/** The smallest type that holds a column's values apart from Stata's missing ones: 101 is no byte. */
function storageOf(column: NumberColumn): Storage {
  if (column.kind === 'float64') return 'double';
  const missing = MISSING[column.kind];
  let min = 0;
  let max = 0;
  for (const value of column.values) {
    if (value === missing) continue;
    if (value < min) min = value;
    if (value > max) max = value;
  }
  return STORAGES.find((storage) => STORAGE[storage].min <= min && max <= STORAGE[storage].max) ?? 'double';
}

function numberVariable(column: NumberColumn, name: string): Variable {
  const storage = storageOf(column);
  const { code, size, format, min, max, missing } = STORAGE[storage];
  const { values } = column;
  const gap = column.kind === 'float64' ? Number.NaN : MISSING[column.kind];
  const valueOf = (row: number): number => {
    const value = values[row] ?? gap;
    return value === gap || !(value >= min && value <= max) ? missing : value;
  };
  const writers: Readonly<Record<Storage, Variable['write']>> = {
    byte: (view, at, row) => view.setInt8(at, valueOf(row)),
    int: (view, at, row) => view.setInt16(at, valueOf(row), true),
    long: (view, at, row) => view.setInt32(at, valueOf(row), true),
    double: (view, at, row) => view.setFloat64(at, valueOf(row), true),
  };
  const labeled = column.valueLabels !== undefined && storage !== 'double' && Object.keys(column.valueLabels).length > 0;
  return { column, name, code, size, format, valueLabel: labeled ? name : '', write: writers[storage] };
}

/** Texts longer than a fixed width may be, by variable and row, both counted from 1. */
interface LongText {
  readonly variable: number;
  readonly row: number;
  readonly bytes: Uint8Array;
}

function textVariable(column: Extract<Column, { kind: 'text' }>, name: string, number: number): Variable {
  const texts = column.levels.map((level) => utf8.encode(level));
  const width = Math.max(1, ...texts.map(({ length }) => length));
  const textAt = (row: number): Uint8Array | undefined => texts[column.values[row] ?? -1];
  if (width > MAX_FIXED) {
    const write: Variable['write'] = (view, at, row) => {
      // (v, o): the number of the variable in two bytes and of the row in six; zero for an empty text.
      const empty = (textAt(row)?.length ?? 0) === 0;
      view.setUint16(at, empty ? 0 : number, true);
      view.setUint16(at + 2, empty ? 0 : (row + 1) % 65_536, true);
      view.setUint32(at + 4, empty ? 0 : Math.floor((row + 1) / 65_536), true);
    };
    return { column, name, code: STRL.code, size: STRL.size, format: '%9s', valueLabel: '', write };
  }
  const write: Variable['write'] = (view, at, row) => {
    const bytes = textAt(row);
    if (bytes !== undefined) new Uint8Array(view.buffer, view.byteOffset + at, width).set(bytes);
  };
  return { column, name, code: width, size: width, format: `%${width}s`, valueLabel: '', write };
}

/** Bytes in a fixed field, zero-filled. */
function field(text: string, characters: number, width: number): Uint8Array {
  const bytes = new Uint8Array(width);
  bytes.set(cut(text, characters));
  return bytes;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function packed(size: number, fill: (view: DataView) => void): Uint8Array {
  const view = new DataView(new ArrayBuffer(size));
  fill(view);
  return new Uint8Array(view.buffer);
}

const uint16s = (values: readonly number[]): Uint8Array =>
  packed(values.length * 2, (view) => values.forEach((value, index) => view.setUint16(index * 2, value, true)));
const uint64s = (values: readonly number[]): Uint8Array =>
  packed(values.length * 8, (view) => values.forEach((value, index) => view.setBigUint64(index * 8, BigInt(value), true)));

function tagged(tag: string, ...content: readonly Uint8Array[]): Uint8Array {
  return join([utf8.encode(`<${tag}>`), ...content, utf8.encode(`</${tag}>`)]);
}

function header(table: Table, { label = '', timestamp = '' }: DtaOptions): Uint8Array {
  const title = cut(label, 80);
  return tagged(
    'header',
    tagged('release', utf8.encode('118')),
    tagged('byteorder', utf8.encode('LSF')),
    tagged('K', uint16s([table.columns.length])),
    tagged('N', uint64s([table.rows])),
    tagged('label', uint16s([title.length]), title),
    tagged('timestamp', Uint8Array.of(timestamp.length), utf8.encode(timestamp)),
  );
}

function valueLabelTable(name: string, labels: Readonly<Record<number, string>>): Uint8Array {
  const entries = Object.entries(labels)
    .map(([value, label]) => ({ value: Number(value), bytes: join([utf8.encode(label), Uint8Array.of(0)]) }))
    .sort((a, b) => a.value - b.value);
  const texts = join(entries.map(({ bytes }) => bytes));
  const numbers = packed(8 + entries.length * 8, (view) => {
    view.setInt32(0, entries.length, true);
    view.setInt32(4, texts.length, true);
    let offset = 0;
    entries.forEach(({ value, bytes }, index) => {
      view.setInt32(8 + index * 4, offset, true);
      view.setInt32(8 + entries.length * 4 + index * 4, value, true);
      offset += bytes.length;
    });
  });
  const size = packed(4, (view) => view.setInt32(0, numbers.length + texts.length, true));
  return tagged('lbl', size, field(name, 32, 129), new Uint8Array(3), numbers, texts);
}

function longTexts(variables: readonly Variable[], rows: number): LongText[] {
  return variables.flatMap(({ column, code }, index) => {
    if (code !== STRL.code || column.kind !== 'text') return [];
    const texts = column.levels.map((level) => utf8.encode(level));
    return Array.from({ length: rows }, (_, row) => ({ variable: index + 1, row: row + 1, bytes: texts[column.values[row] ?? -1] ?? new Uint8Array() })).filter(
      ({ bytes }) => bytes.length > 0,
    );
  });
}

function longTextBlock({ variable, row, bytes }: LongText): Uint8Array {
  const head = packed(20, (view) => {
    'GSO'.split('').forEach((character, index) => view.setUint8(index, character.charCodeAt(0)));
    view.setUint32(3, variable, true);
    view.setBigUint64(7, BigInt(row), true);
    // 130: text that ends in a zero byte.
    view.setUint8(15, 130);
    view.setUint32(16, bytes.length + 1, true);
  });
  return join([head, bytes, Uint8Array.of(0)]);
}

/**
 * A table as a Stata file, in pieces: the last of two million rows is encoded when the first are on the disk.
 * Names that Stata does not take are changed; texts keep their length; a number Stata reserves for "missing" takes the next larger type.
 */
export function* dtaChunks(table: Table, options: DtaOptions = {}): Generator<Uint8Array> {
  const names = stataNames(table.columns.map(({ name }) => name));
  const variables = table.columns.map((column, index): Variable => {
    const name = names[index] ?? '';
    return column.kind === 'text' ? textVariable(column, name, index + 1) : numberVariable(column, name);
  });
  const sorted = (options.sortedBy ?? []).map((name) => table.columns.findIndex((column) => column.name === name) + 1);
  const rowSize = variables.reduce((sum, { size }) => sum + size, 0);

  const head = [utf8.encode('<stata_dta>'), header(table, options)];
  const descriptions = [
    tagged('variable_types', uint16s(variables.map(({ code }) => code))),
    tagged('varnames', ...variables.map(({ name }) => field(name, 32, 129))),
    tagged('sortlist', uint16s(Array.from({ length: variables.length + 1 }, (_, index) => sorted[index] ?? 0))),
    tagged('formats', ...variables.map(({ format }) => field(format, 56, 57))),
    tagged('value_label_names', ...variables.map(({ valueLabel }) => field(valueLabel, 32, 129))),
    tagged('variable_labels', ...variables.map(({ column }) => field(column.label ?? '', 80, 321))),
    tagged('characteristics'),
  ];
  const strls = tagged('strls', ...longTexts(variables, table.rows).map(longTextBlock));
  const labels = tagged(
    'value_labels',
    ...variables.flatMap(({ column, valueLabel }) =>
      valueLabel === '' || column.kind === 'text' ? [] : [valueLabelTable(valueLabel, column.valueLabels ?? {})],
    ),
  );

  // <map>: where each section begins, from the start of the file.
  const mapSize = '<map></map>'.length + 14 * 8;
  const dataSize = '<data></data>'.length + rowSize * table.rows;
  const start = join(head).length;
  const offsets = [0, start];
  let at = start + mapSize;
  for (const { length } of [...descriptions, { length: dataSize }, strls, labels]) {
    offsets.push(at);
    at += length;
  }
  offsets.push(at, at + '</stata_dta>'.length);

  yield join([...head, tagged('map', uint64s(offsets)), ...descriptions, utf8.encode('<data>')]);
  for (let from = 0; from < table.rows; from += BLOCK) {
    const to = Math.min(from + BLOCK, table.rows);
    const view = new DataView(new ArrayBuffer((to - from) * rowSize));
    let column = 0;
    for (const { size, write } of variables) {
      for (let row = from; row < to; row++) write(view, (row - from) * rowSize + column, row);
      column += size;
    }
    yield new Uint8Array(view.buffer);
  }
  yield join([utf8.encode('</data>'), strls, labels, utf8.encode('</stata_dta>')]);
}

/** A table as a Stata file, whole. */
export function writeDta(table: Table, options: DtaOptions = {}): Uint8Array {
  return join([...dtaChunks(table, options)]);
}
