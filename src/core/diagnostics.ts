/** Diagnostics are data: text, JSON, SARIF and editors are formatters of one value. */

export const SEVERITIES = ['error', 'warning', 'advice'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Keys and indices from the root of a file to a node: `['obligations', 0, 'trigger', 'event']`. */
export type Path = readonly (string | number)[];

/** Half-open range of UTF-16 offsets into a file's text. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Replace `range` by `text`. */
export interface Edit {
  readonly range: Range;
  readonly text: string;
}

export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}

export interface Related {
  readonly file: string;
  readonly range: Range;
  readonly message: string;
}

export interface Diagnostic {
  /** Rule id, `exit/missing`; the parser's own are `parse/...`. */
  readonly rule: string;
  readonly severity: Severity;
  /** One line: what is wrong, what was expected, what to do. */
  readonly message: string;
  readonly file: string;
  readonly range: Range;
  readonly path: Path;
  /** Id of the obligation, pledge or other clause concerned. */
  readonly clause?: string;
  readonly related?: readonly Related[];
  readonly fix?: Fix;
  /** Changes of substance that would answer it, for a person to choose from; never applied unasked. */
  readonly suggestions?: readonly Fix[];
}

/** Line and column of an offset; tabs and astral characters count as UTF-16 units, as editors count them. */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next !== -1 && next < offset; next = text.indexOf('\n', next + 1)) {
    line += 1;
    start = next + 1;
  }
  return { line, column: offset - start + 1 };
}
