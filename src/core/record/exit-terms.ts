import { codeOf } from '../atop/alliance.ts';
import type { Row } from '../table/table.ts';

/** Clause columns of the exit frames: 0 or 1 but for scores, missing where ATOP found no text. */
export const CLAUSES = {
  defense: 'promises defense',
  offense: 'promises to join an attack',
  neutral: 'promises neutrality',
  nonagg: 'promises not to use force',
  consul: 'promises consultation',
  conditional: 'some main promise hangs on the adversary, the place, a war under way or the like',
  asymmetric: 'members owe different things',
  withdrawal: 'leaving during the term is allowed, with notice or after a set period',
  secret: 'secret in whole or in part',
  wartime: 'formed while some member was in an interstate war',
  organized: 'creates an organization with meetings or staff',
  bases: 'gives bases',
  fixed_term: 'has a fixed term',
  expiring: 'the term, or a term of renewal of more than one year, runs out in the year',
} as const;

export type Clause = keyof typeof CLAUSES;
type Coded = Record<Clause, number | null>;

const bit = (value: boolean): number => (value ? 1 : 0);

/** Of a code that counts from some value on; null where it is not coded. */
function from(row: Row, name: string, least: number, most = Infinity): number | null {
  const code = codeOf(row, name);
  return code === undefined ? null : bit(code >= least && code <= most);
}

/** Leaving allowed by the text, with notice or after a set period: ATOP's `renounce` 1 and 3. A right to leave an aggressor alone (2) is none. */
export function withdrawalOf(row: Row): number | null {
  const code = codeOf(row, 'renounce');
  return code === undefined ? null : bit(code === 1 || code === 3);
}

/** The clauses of a row of ATOP's phase table as they stand in a year. */
export function clausesIn(row: Row, year: number): Coded {
  return {
    defense: from(row, 'defense', 1),
    offense: from(row, 'offense', 1),
    neutral: from(row, 'neutral', 1),
    nonagg: from(row, 'nonagg', 1),
    consul: from(row, 'consul', 1),
    conditional: from(row, 'conditio', 1),
    asymmetric: from(row, 'asymm', 1),
    withdrawal: withdrawalOf(row),
    secret: from(row, 'pubsecr', 1),
    wartime: from(row, 'wartime', 1),
    organized: from(row, 'organ1', 1),
    bases: from(row, 'base', 1),
    fixed_term: codeOf(row, 'speclgth') === undefined ? null : bit(codeOf(row, 'speclgth') === 1),
    expiring: expires(row, year),
  };
}

/** Renewals of a year or less run out every year, and tell nothing. */
const YEARLY = 12;

function expires(row: Row, year: number): number | null {
  const kind = codeOf(row, 'speclgth');
  if (kind === undefined) return null;
  const [length = 0, renewal = 0] = [codeOf(row, 'length'), codeOf(row, 'renewlgt')];
  if (kind !== 1 || length === 0) return 0;
  const began = (codeOf(row, 'begyr') ?? 0) * 12 + (codeOf(row, 'begmo') ?? 1) - 1;
  for (let month = began + length; month < (year + 1) * 12; month += renewal) {
    if (Math.floor(month / 12) === year) return 1;
    if (renewal <= YEARLY) break;
  }
  return 0;
}
