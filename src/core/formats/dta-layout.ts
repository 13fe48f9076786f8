export type DtaNumber = 'byte' | 'int' | 'long' | 'float' | 'double';

/** What a variable of a Stata file is kept as; a text in so many bytes, or apart from the rows (strL). */
export type DtaType = DtaNumber | 'strL' | { readonly text: number };

/** A variable: its name, its label, the name of its value labels (empty where it has none), and where it stands in a row. */
export interface DtaVariable {
  readonly name: string;
  readonly label: string;
  readonly valueLabel: string;
  readonly type: DtaType;
  readonly offset: number;
}

/** Where what is in a Stata file. */
export interface DtaLayout {
  readonly view: DataView;
  readonly little: boolean;
  readonly release: number;
  readonly rows: number;
  readonly variables: readonly DtaVariable[];
  /** Bytes of a row. */
  readonly rowSize: number;
  /** Offsets from the start of the file: the first row, the long texts (from release 117 on), the value labels. */
  readonly dataAt: number;
  readonly longTextsAt?: number;
  readonly valueLabelsAt: number;
}

/** Bytes of a view. @throws {RangeError} where they are not all in it, though its buffer may go on */
function bytesAt(view: DataView, at: number, length: number): Uint8Array {
  if (at + length > view.byteLength) throw new RangeError(`${length} bytes at ${at} are past the end.`);
  return new Uint8Array(view.buffer, view.byteOffset + at, length);
}

const [utf8, windows] = [new TextDecoder(), new TextDecoder('windows-1252')];

/** A fixed field of text, up to its first zero byte. Files to release 117 are in the encoding of their writer's machine, taken to be Windows'. */
export function textAt({ view, release }: Pick<DtaLayout, 'view' | 'release'>, at: number, width: number): string {
  const bytes = bytesAt(view, at, width);
  const end = bytes.indexOf(0);
  return (release >= 118 ? utf8 : windows).decode(end === -1 ? bytes : bytes.subarray(0, end));
}

/** Bytes that a value of a type takes. */
function sizeOf(type: DtaType): number {
  if (typeof type === 'object') return type.text;
  return { byte: 1, int: 2, long: 4, float: 4, double: 8, strL: 8 }[type];
}

/** Codes of number types, by release: from 117 on the first of each pair. */
const NUMBERS = [
  [65_530, 251, 'byte'],
  [65_529, 252, 'int'],
  [65_528, 253, 'long'],
  [65_527, 254, 'float'],
  [65_526, 255, 'double'],
] as const;

/** @throws {TypeError} where a code stands for no type */
function typeOf(code: number, tagged: boolean): DtaType {
  const number = NUMBERS.find(([now, before]) => code === (tagged ? now : before));
  if (number !== undefined) return number[2];
  if (tagged && code === 32_768) return 'strL';
  if (code < 1 || code > (tagged ? 2045 : 244)) throw new TypeError(`${code} is no type of a Stata variable.`);
  return { text: code };
}

/** Widths of the fields that describe a variable. */
interface Fields {
  readonly name: number;
  readonly format: number;
  readonly label: number;
  /** Bytes of a place in the list of variables that the rows are sorted by. */
  readonly sort: number;
}

interface Places {
  readonly types: number;
  readonly names: number;
  readonly valueLabels: number;
  readonly labels: number;
}

function variablesOf(file: Pick<DtaLayout, 'view' | 'release'>, codes: readonly number[], { name, label }: Fields, places: Places): DtaVariable[] {
  let offset = 0;
  return codes.map((code, index) => {
    const type = typeOf(code, file.release >= 117);
    const variable = {
      type,
      offset,
      name: textAt(file, places.names + index * name, name),
      valueLabel: textAt(file, places.valueLabels + index * name, name),
      label: textAt(file, places.labels + index * label, label),
    };
    offset += sizeOf(type);
    return variable;
  });
}

const rowSizeOf = (variables: readonly DtaVariable[]): number => variables.reduce((sum, { type }) => sum + sizeOf(type), 0);

/** A number of 8 bytes, below 2⁵³. */
const long = (view: DataView, at: number, little: boolean): number => Number(view.getBigUint64(at, little));

/**
 * Reads where what is in a Stata file: releases 113 to 115 (Stata 8 to 12) and 117 to 119 (Stata 13 and later), in either order of bytes.
 * @throws {TypeError} where the bytes are none
 * @throws {RangeError} where they end too soon
 */
export function dtaLayout(bytes: Uint8Array): DtaLayout {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = view.getUint8(0);
  if (first >= 113 && first <= 115) return plainLayout(view, first);
  const start = '<stata_dta><header><release>';
  const ascii = (at: number, length: number): string => String.fromCharCode(...bytesAt(view, at, length));
  if (bytes.length < 200 || ascii(0, start.length) !== start) {
    const old = first >= 102 && first <= 112;
    throw new TypeError(
      old ? `Stata's format ${first}, older than Stata 8, is not read: save the file anew.` : 'the file does not begin as a Stata file does.',
    );
  }
  const release = Number(ascii(start.length, 3));
  if (release < 117 || release > 119) throw new TypeError(`Stata's format ${release} is not read; formats 113 to 115 and 117 to 119 are.`);
  return taggedLayout(view, release, ascii);
}

/** Releases 117 to 119: sections in tags, with a map of where each begins. */
function taggedLayout(view: DataView, release: number, ascii: (at: number, length: number) => string): DtaLayout {
  let at = '<stata_dta><header><release>117</release>'.length;
  const past = (text: string): void => {
    if (ascii(at, text.length) !== text) throw new TypeError(`'${text}' is missing at byte ${at}.`);
    at += text.length;
  };
  past('<byteorder>');
  const little = ascii(at, 3) === 'LSF';
  at += 3;
  past('</byteorder><K>');
  const count = release === 119 ? view.getUint32(at, little) : view.getUint16(at, little);
  at += release === 119 ? 4 : 2;
  past('</K><N>');
  const rows = release === 117 ? view.getUint32(at, little) : long(view, at, little);
  at += release === 117 ? 4 : 8;
  past('</N><label>');
  at += release === 117 ? 1 + view.getUint8(at) : 2 + view.getUint16(at, little);
  past('</label><timestamp>');
  at += 1 + view.getUint8(at);
  past('</timestamp></header><map>');
  const section = (index: number, tag: string): number => {
    const from = long(view, at + index * 8, little);
    if (ascii(from, tag.length + 2) !== `<${tag}>`) throw new TypeError(`<${tag}> is not where the map of the file says.`);
    return from + tag.length + 2;
  };
  const fields: Fields = release === 117 ? { name: 33, format: 49, label: 81, sort: 2 } : { name: 129, format: 57, label: 321, sort: release === 119 ? 4 : 2 };
  const places = {
    types: section(2, 'variable_types'),
    names: section(3, 'varnames'),
    valueLabels: section(6, 'value_label_names'),
    labels: section(7, 'variable_labels'),
  };
  const codes = Array.from({ length: count }, (_, index) => view.getUint16(places.types + index * 2, little));
  const variables = variablesOf({ view, release }, codes, fields, places);
  return {
    view,
    little,
    release,
    rows,
    variables,
    rowSize: rowSizeOf(variables),
    dataAt: section(9, 'data'),
    longTextsAt: section(10, 'strls'),
    valueLabelsAt: section(11, 'value_labels'),
  };
}

/** Releases 113 to 115: fields of fixed width, one after the other. */
function plainLayout(view: DataView, release: number): DtaLayout {
  const little = view.getUint8(1) === 2;
  const count = view.getUint16(4, little);
  const rows = view.getUint32(6, little);
  const fields: Fields = { name: 33, format: release === 113 ? 12 : 49, label: 81, sort: 2 };
  const types = 109;
  const names = types + count;
  const valueLabels = names + count * fields.name + (count + 1) * fields.sort + count * fields.format;
  const labels = valueLabels + count * fields.name;
  const codes = Array.from({ length: count }, (_, index) => view.getUint8(types + index));
  const variables = variablesOf({ view, release }, codes, fields, { types, names, valueLabels, labels });
  // Notes and the like: a type, a length and as many bytes, up to one of type 0.
  let dataAt = labels + count * fields.label;
  for (;;) {
    const [kind, length] = [view.getUint8(dataAt), view.getUint32(dataAt + 1, little)];
    dataAt += 5 + length;
    if (kind === 0 && length === 0) break;
  }
  const rowSize = rowSizeOf(variables);
  return { view, little, release, rows, variables, rowSize, dataAt, valueLabelsAt: dataAt + rows * rowSize };
}
