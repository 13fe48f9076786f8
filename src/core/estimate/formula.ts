import { EstimateError } from './estimate-error.ts';

/** One right-hand side: terms are products of columns, in the order of their degree as R has them. */
export interface Equation {
  readonly intercept: boolean;
  readonly terms: readonly (readonly string[])[];
}

export interface Formula {
  /** Columns left of the `~`, set apart by `+`; none in a one-sided formula. */
  readonly outcome: readonly string[];
  /** What stands between the bars. */
  readonly equations: readonly Equation[];
}

type Token = { readonly kind: 'name' | 'number' | 'mark'; readonly text: string; readonly at: number };

const TOKEN = /\s*(?:`([^`]+)`|([A-Za-z.][\w.]*|[\u0080-\uffff][\w.\u0080-\uffff]*)|(\d+(?:\.\d+)?)|([~|+\-*:()]))/y;

function tokens(text: string): Token[] {
  const found: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.trimEnd().length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(text);
    if (match === null) throw fault(text, at, 'is no part of a formula');
    const [, quoted, plain, number, mark] = match;
    const name = quoted ?? plain;
    if (name === '.') throw fault(text, at, "'.' for every column is not taken: name the columns");
    if (name !== undefined) found.push({ kind: 'name', text: name, at });
    else if (number !== undefined) found.push({ kind: 'number', text: number, at });
    else found.push({ kind: 'mark', text: mark ?? '', at });
  }
  return found;
}

function fault(text: string, at: number, what: string): EstimateError {
  const rest = text.slice(at).trim();
  return new EstimateError(`formula '${text.trim()}': ${rest === '' ? 'at the end' : `at '${rest.slice(0, 20)}'`}: ${what}.`, [
    'A formula is written as y ~ x1 + x2 | 0 | x3:x4 | z - 1, one part for each equation.',
  ]);
}

/** What a sum comes to: terms, and whether the constant was put in or taken out. */
interface Sum {
  readonly terms: (readonly string[])[];
  constant: boolean | undefined;
}

const keyOf = (term: readonly string[]): string => [...term].sort().join('\u0000');

function union(a: readonly (readonly string[])[], b: readonly (readonly string[])[]): (readonly string[])[] {
  const seen = new Set<string>();
  return [...a, ...b].filter((term) => !seen.has(keyOf(term)) && seen.add(keyOf(term)));
}

const crossed = (a: readonly (readonly string[])[], b: readonly (readonly string[])[]): (readonly string[])[] =>
  union(
    a.flatMap((one) => b.map((other) => [...new Set([...one, ...other])])),
    [],
  );

/**
 * Reads a formula as the R package `games` and R's Formula write them: `esc + war ~ x1 + x2 | 0 | f | z1*z2 - 1`. `a:b` is the product of
 * two columns, `a*b` is a + b + a:b, `-1` or `+0` leaves the constant out, and `0` alone is an equation of nothing.
 * @throws {EstimateError} where it cannot be read
 */
export function parseFormula(text: string): Formula {
  const all = tokens(text);
  let next = 0;
  const peek = (mark: string): boolean => all[next]?.kind === 'mark' && all[next]?.text === mark;
  const take = (mark: string): boolean => peek(mark) && next++ >= 0;
  const here = (what: string): EstimateError => fault(text, all[next]?.at ?? text.length, what);

  function factor(): Sum {
    const token = all[next];
    if (token?.kind === 'name') {
      next++;
      if (peek('(')) throw fault(text, token.at, `'${token.text}(...)' is not computed here: make it a column of the data first`);
      return { terms: [[token.text]], constant: undefined };
    }
    if (token?.kind === 'number') {
      next++;
      if (token.text !== '0' && token.text !== '1') throw fault(text, token.at, 'the only numbers of a formula are 0 and 1');
      return { terms: [], constant: token.text === '1' };
    }
    if (!take('(')) throw here('a column is expected');
    const inner = sum();
    if (!take(')')) throw here("')' is expected");
    return inner;
  }

  function product(): Sum {
    let left = interaction();
    while (take('*')) {
      const right = interaction();
      left = { terms: union(union(left.terms, right.terms), crossed(left.terms, right.terms)), constant: undefined };
    }
    return left;
  }

  function interaction(): Sum {
    let left = factor();
    while (take(':')) left = { terms: crossed(left.terms, factor().terms), constant: undefined };
    return left;
  }

  function sum(): Sum {
    const result: Sum = { terms: [], constant: undefined };
    let minus = take('-');
    if (!minus) take('+');
    for (;;) {
      const { terms, constant } = product();
      if (constant !== undefined) result.constant = constant !== minus;
      const gone = new Set(terms.map(keyOf));
      const kept = minus ? result.terms.filter((term) => !gone.has(keyOf(term))) : union(result.terms, terms);
      result.terms.splice(0, result.terms.length, ...kept);
      if (take('+')) minus = false;
      else if (take('-')) minus = true;
      else return result;
    }
  }

  const outcome: string[] = [];
  if (!peek('~')) {
    do {
      const token = all[next];
      if (token?.kind !== 'name') throw here('the outcome is expected: a column, or several joined by +');
      outcome.push(token.text);
      next++;
    } while (take('+'));
  }
  if (!take('~')) throw here("'~' is expected");
  const equations: Equation[] = [];
  do {
    const { terms, constant } = sum();
    equations.push({ intercept: constant ?? true, terms: terms.sort((a, b) => a.length - b.length) });
  } while (take('|'));
  if (next < all.length) throw here("'+', '-', ':', '*' or '|' is expected");
  return { outcome, equations };
}

/** The columns that equations use, each once. */
export const columnsOf = (equations: readonly Equation[]): string[] => [...new Set(equations.flatMap(({ terms }) => terms.flat()))];
