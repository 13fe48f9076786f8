import { valueAt } from '../table/column.ts';
import { columnOf, type Table } from '../table/table.ts';
import { EstimateError } from './estimate-error.ts';

type Value = number | string | null;

/** Part of an expression: of which type it is, and its value in a row. Truth is 1, falsehood 0, missing null. */
interface Part {
  readonly type: 'number' | 'text';
  readonly at: (row: number) => Value;
}

const TOKEN = /\s*(?:(\d+\.?\d*(?:[eE][+-]?\d+)?|\.\d+)|'([^']*)'|"([^"]*)"|`([^`]+)`|(%in%|%%|<=|>=|==|!=|&&|\|\||[<>!&|+\-*/(),])|([A-Za-z.][\w.]*))/y;

interface Token {
  readonly kind: 'number' | 'text' | 'column' | 'mark' | 'word';
  readonly text: string;
  readonly at: number;
}

function tokens(text: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw fault(text, at, 'is no part of a condition');
    const [, number, single, double, quoted, mark, word] = match;
    if (number !== undefined) found.push({ kind: 'number', text: number, at });
    else if (single !== undefined || double !== undefined) found.push({ kind: 'text', text: single ?? double ?? '', at });
    else if (quoted !== undefined) found.push({ kind: 'column', text: quoted, at });
    else if (mark !== undefined) found.push({ kind: 'mark', text: mark, at });
    else found.push({ kind: 'word', text: word ?? '', at });
  }
  return found;
}

function fault(text: string, at: number, what: string): EstimateError {
  const rest = text.slice(at).trim();
  return new EstimateError(`subset '${text}': ${rest === '' ? 'at the end' : `at '${rest.slice(0, 20)}'`}: ${what}.`, [
    "A condition is written as year >= 1850 & (x < 3 | region == 'Europe') & !is.na(z).",
  ]);
}

type Arithmetic = (a: number, b: number) => number;
const ARITHMETIC: Readonly<Record<string, Arithmetic>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%%': (a, b) => a - b * Math.floor(a / b),
};
const COMPARISON: Readonly<Record<string, (a: number | string, b: number | string) => boolean>> = {
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
};
const WORDS: ReadonlyMap<string, Value> = new Map([
  ['TRUE', 1],
  ['true', 1],
  ['FALSE', 0],
  ['false', 0],
]);

/** The names that a condition uses as columns. @throws {EstimateError} where it holds what is no part of one */
export function subsetColumns(text: string): string[] {
  const words = tokens(text).filter(({ kind, text: word }) => kind === 'column' || (kind === 'word' && !WORDS.has(word) && word !== 'c' && word !== 'is.na'));
  return [...new Set(words.map((token) => token.text))];
}

/**
 * A condition on the rows of a table, as R would read it: comparisons, `& | !`, arithmetic, `x %in% c(1, 2)`, `is.na(x)`. It can name
 * columns and constants and nothing else. A row in which it is missing does not meet it.
 * @throws {EstimateError} where it cannot be read, or names a column that is not there
 */
export function parseSubset(text: string, table: Table): (row: number) => boolean {
  const all = tokens(text);
  let next = 0;
  const take = (...marks: readonly string[]): string | undefined => {
    const token = all[next];
    if (token?.kind !== 'mark' || !marks.includes(token.text)) return undefined;
    next++;
    return token.text;
  };
  const here = (what: string): EstimateError => fault(text, all[next]?.at ?? text.length, what);
  const expect = (mark: string): void => {
    if (take(mark) === undefined) throw here(`'${mark}' is expected`);
  };
  const numeric = (part: Part): ((row: number) => number | null) => {
    if (part.type === 'text') throw here('a number is expected before this, not text');
    return (row) => {
      const value = part.at(row);
      return typeof value === 'number' ? value : null;
    };
  };

  function column(name: string, at: number): Part {
    const found = columnOf(table, name);
    if (found === undefined) throw fault(text, at, `the data have no column '${name}'`);
    return { type: found.kind === 'text' ? 'text' : 'number', at: (row) => valueAt(found, row) };
  }

  function constant(): Value {
    const negative = take('-') !== undefined;
    const token = all[next];
    if (token?.kind === 'number') return next++ >= 0 ? (negative ? -1 : 1) * Number(token.text) : null;
    if (token?.kind === 'text' && !negative) return next++ >= 0 ? token.text : null;
    throw here('a number or a quoted text is expected');
  }

  function list(): readonly Value[] {
    if (all[next]?.kind === 'word' && all[next]?.text === 'c') next++;
    expect('(');
    const values = [constant()];
    while (take(',') !== undefined) values.push(constant());
    expect(')');
    return values;
  }

  function primary(): Part {
    const token = all[next];
    if (token === undefined) throw here('a column, a number or a text is expected');
    if (take('(') !== undefined) {
      const inner = either();
      expect(')');
      return inner;
    }
    if (take('-') !== undefined) {
      const of = numeric(primary());
      return { type: 'number', at: (row) => negated(of(row)) };
    }
    next++;
    if (token.kind === 'number') {
      const value = Number(token.text);
      return { type: 'number', at: () => value };
    }
    if (token.kind === 'text') return { type: 'text', at: () => token.text };
    if (token.kind === 'column') return column(token.text, token.at);
    if (token.kind === 'word' && token.text === 'is.na') {
      expect('(');
      const inner = either();
      expect(')');
      return { type: 'number', at: (row) => (inner.at(row) === null ? 1 : 0) };
    }
    if (token.kind === 'word') {
      const word = WORDS.get(token.text);
      return word === undefined ? column(token.text, token.at) : { type: 'number', at: () => word };
    }
    throw fault(text, token.at, 'a column, a number or a text is expected');
  }

  function arithmetic(inner: () => Part, ...marks: readonly string[]): Part {
    let left = inner();
    for (let mark = take(...marks); mark !== undefined; mark = take(...marks)) {
      const [a, b, work] = [numeric(left), numeric(inner()), ARITHMETIC[mark]];
      left = {
        type: 'number',
        at: (row) => {
          const [x, y] = [a(row), b(row)];
          return x === null || y === null || work === undefined ? null : work(x, y);
        },
      };
    }
    return left;
  }

  const sum = (): Part => arithmetic(() => arithmetic(primary, '*', '/', '%%'), '+', '-');

  function comparison(): Part {
    const left = sum();
    if (take('%in%') !== undefined) {
      const values = new Set(list());
      return {
        type: 'number',
        at: (row) => {
          const value = left.at(row);
          return value !== null && values.has(value) ? 1 : 0;
        },
      };
    }
    const mark = take(...Object.keys(COMPARISON));
    if (mark === undefined) return left;
    const right = sum();
    if (left.type !== right.type) throw here('text and numbers are compared before this');
    const work = COMPARISON[mark];
    return {
      type: 'number',
      at: (row) => {
        const [a, b] = [left.at(row), right.at(row)];
        return a === null || b === null || work === undefined ? null : Number(work(a, b));
      },
    };
  }

  function negation(): Part {
    if (take('!') === undefined) return comparison();
    const of = numeric(negation());
    return {
      type: 'number',
      at: (row) => {
        const value = of(row);
        return value === null ? null : Number(value === 0);
      },
    };
  }

  /** Of and (or): a part that decides alone does so though the other is missing. */
  function joined(inner: () => Part, decisive: 0 | 1, ...marks: readonly string[]): Part {
    let left = inner();
    while (take(...marks) !== undefined) {
      const [a, b] = [numeric(left), numeric(inner())];
      left = {
        type: 'number',
        at: (row) => {
          const [x, y] = [truth(a(row)), truth(b(row))];
          if (x === decisive || y === decisive) return decisive;
          return x === null || y === null ? null : 1 - decisive;
        },
      };
    }
    return left;
  }

  const both = (): Part => joined(negation, 0, '&', '&&');
  const either = (): Part => joined(both, 1, '|', '||');

  const whole = numeric(either());
  if (next < all.length) throw here('nothing more is expected');
  return (row) => truth(whole(row)) === 1;
}

const negated = (value: number | null): number | null => (value === null ? null : -value);
const truth = (value: number | null): 0 | 1 | null => (value === null || Number.isNaN(value) ? null : value === 0 ? 0 : 1);
