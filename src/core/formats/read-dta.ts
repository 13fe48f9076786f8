import { missingOf, numbers, type Column, type NumberColumn, type NumberKind, type TextColumn } from '../table/column.ts';
import type { Table } from '../table/table.ts';
import { dtaLayout, textAt, type DtaLayout, type DtaNumber, type DtaVariable } from './dta-layout.ts';

/** A Stata file opened for reading. */
export interface DtaFile {
  readonly names: readonly string[];
  readonly rows: number;
  /** Columns by name, in the order asked for; names that the file lacks are left out. All when left out. */
  readonly read: (names?: readonly string[]) => Table;
}

/** What number types become, and the least value that stands for one of Stata's 27 kinds of missing. */
const KINDS: Readonly<Record<DtaNumber, { readonly kind: NumberKind; readonly missing: number }>> = {
  byte: { kind: 'int8', missing: 101 },
  int: { kind: 'int16', missing: 32_741 },
  long: { kind: 'int32', missing: 2_147_483_621 },
  float: { kind: 'float64', missing: 2 ** 127 },
  double: { kind: 'float64', missing: 2 ** 1023 },
};

/**
 * Opens a Stata file (`help dta` of Stata): formats 113 to 115 and 117 to 119. All kinds of missing, and empty texts, are missing. Numbers with value
 * labels stay numbers; the labels come along.
 * @throws {TypeError} where the bytes are no such file, or end too soon
 */
export function openDta(bytes: Uint8Array): DtaFile {
  const layout = whole(() => dtaLayout(bytes));
  const { rows, variables, dataAt, rowSize } = layout;
  if (dataAt + rows * rowSize > bytes.byteLength) throw cut();
  return {
    names: variables.map(({ name }) => name),
    rows,
    read: (names = variables.map(({ name }) => name)) =>
      whole(() => {
        const wanted = names.flatMap((name) => variables.find((variable) => variable.name === name) ?? []);
        const labels = wanted.some(({ valueLabel }) => valueLabel !== '') ? valueLabelsOf(layout) : new Map<string, Record<number, string>>();
        const texts = wanted.some(({ type }) => type === 'strL') ? longTextsOf(layout) : new Map<string, string>();
        return { rows, columns: wanted.map((variable) => columnOf(layout, variable, labels.get(variable.valueLabel), texts)) };
      }),
  };
}

const cut = (): TypeError => new TypeError('the file ends too soon: it is cut short, or no Stata file.');

/** Runs what reads bytes; past their end, says so. */
function whole<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) throw cut();
    throw error;
  }
}

function columnOf(
  layout: DtaLayout,
  variable: DtaVariable,
  valueLabels: Readonly<Record<number, string>> | undefined,
  texts: ReadonlyMap<string, string>,
): Column {
  const { name, label, type } = variable;
  const described = { name, ...(label !== '' && { label }) };
  if (type === 'strL') return { ...described, ...textColumn(layout, (at) => texts.get(referenceAt(layout, at)) ?? '', variable.offset) };
  if (typeof type === 'object') return { ...described, ...textColumn(layout, (at) => textAt(layout, at, type.text), variable.offset) };
  return { ...described, ...numberColumn(layout, type, variable.offset), ...(valueLabels !== undefined && { valueLabels }) };
}

function numberColumn({ view, little, rows, rowSize, dataAt }: DtaLayout, type: DtaNumber, offset: number): Pick<NumberColumn, 'kind' | 'values'> {
  const { kind, missing } = KINDS[type];
  const values = numbers(kind, rows);
  const gap = missingOf(kind);
  const read: Readonly<Record<DtaNumber, (at: number) => number>> = {
    byte: (at) => view.getInt8(at),
    int: (at) => view.getInt16(at, little),
    long: (at) => view.getInt32(at, little),
    float: (at) => view.getFloat32(at, little),
    double: (at) => view.getFloat64(at, little),
  };
  const valueAt = read[type];
  for (let row = 0, at = dataAt + offset; row < rows; row++, at += rowSize) {
    const value = valueAt(at);
    values[row] = value < missing ? value : gap;
  }
  return { kind, values };
}

function textColumn({ rows, rowSize, dataAt }: DtaLayout, valueAt: (at: number) => string, offset: number): Pick<TextColumn, 'kind' | 'values' | 'levels'> {
  const levels: string[] = [];
  const codes = new Map<string, number>([['', -1]]);
  const values = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const text = valueAt(dataAt + offset + row * rowSize);
    const code = codes.get(text) ?? levels.push(text) - 1;
    codes.set(text, code);
    values[row] = code;
  }
  return { kind: 'text', values, levels };
}

/** Which long text a row refers to: the number of a variable and of an observation, of widths that differ by release. */
function referenceAt({ view, little, release }: DtaLayout, at: number): string {
  const width = release === 117 ? 4 : release === 118 ? 2 : 3;
  const number = (from: number, bytes: number): number => {
    let value = 0;
    for (let index = 0; index < bytes; index++) value = value * 256 + view.getUint8(from + (little ? bytes - 1 - index : index));
    return value;
  };
  return `${number(at, width)} ${number(at + width, 8 - width)}`;
}

/** Long texts by variable and observation. */
function longTextsOf(layout: DtaLayout): Map<string, string> {
  const { view, little, release, longTextsAt = 0 } = layout;
  const found = new Map<string, string>();
  let at = longTextsAt;
  // GSO, variable (4), observation (4 or 8), kind (1: 129 binary, 130 text), length (4), bytes.
  while (view.getUint8(at) === 'G'.charCodeAt(0)) {
    const variable = view.getUint32(at + 3, little);
    const row = release === 117 ? view.getUint32(at + 7, little) : Number(view.getBigUint64(at + 7, little));
    at += release === 117 ? 11 : 15;
    const length = view.getUint32(at + 1, little);
    found.set(`${variable} ${row}`, textAt(layout, at + 5, length));
    at += 5 + length;
  }
  return found;
}

/** Value labels by name. */
function valueLabelsOf(layout: DtaLayout): Map<string, Record<number, string>> {
  const { view, little, release, valueLabelsAt } = layout;
  const tagged = release >= 117;
  const width = release >= 118 ? 129 : 33;
  const found = new Map<string, Record<number, string>>();
  let at = valueLabelsAt;
  // Before release 117 tables follow each other to the end of the file, from then on within <lbl> </lbl>.
  while (tagged ? view.getUint8(at + 1) === 'l'.charCodeAt(0) : at < view.byteLength) {
    if (tagged) at += '<lbl>'.length;
    const length = view.getUint32(at, little);
    const name = textAt(layout, at + 4, width);
    const table = at + 4 + width + 3;
    const count = view.getUint32(table, little);
    const texts = table + 8 + count * 8;
    const labels: Record<number, string> = {};
    for (let index = 0; index < count; index++) {
      const from = texts + view.getUint32(table + 8 + index * 4, little);
      labels[view.getInt32(table + 8 + count * 4 + index * 4, little)] = textAt(layout, from, table + length - from);
    }
    found.set(name, labels);
    at = table + length + (tagged ? '</lbl>'.length : 0);
  }
  return found;
}
