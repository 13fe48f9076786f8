import { parametersSchema, type Parameters } from '../../../../src/core/facts/parameters.ts';
import type { DecadesInput } from '../../../../src/core/explore/decades/options.ts';
import type { DecadesStart, StartClause } from '../../../../src/core/explore/decades/types.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';

/** The parameters of the catalog. */
const parameters: readonly Parameters[] = ['crisis', 'survival', 'spending', 'decades'].map((id) =>
  parametersSchema.parse(JSON.parse(readFileSync(path.join(import.meta.dirname, `../../../../catalog/parameters/${id}.json`), 'utf8'))),
);

const IDS = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF'] as const;

const clause = (toward: number, bound: readonly number[], against: readonly number[]): StartClause => ({
  action: 'defend',
  article: '5',
  toward,
  role: 'target',
  bound,
  against,
  conditional: false,
  secret: false,
  bases: false,
  institutions: true,
  discretionary: true,
  consultFirst: false,
});

/** Six made-up states in a ring: a pact of the first three, a pair of the last two, and the fourth that is everybody's rival. */
export function smallStart(): DecadesStart {
  const n = IDS.length;
  const table = (of: (i: number, j: number) => number): number[] =>
    Array.from({ length: n * n }, (_, at) => (Math.floor(at / n) === at % n ? 0 : of(Math.floor(at / n), at % n)));
  const near = (i: number, j: number): boolean => Math.abs(i - j) === 1 || Math.abs(i - j) === n - 1;
  return {
    year: 2026,
    states: IDS.map((id, place) => ({
      id,
      name: `State ${id.slice(0, 1)}`,
      share: [0.2, 0.05, 0.03, 0.15, 0.04, 0.02][place] ?? 0,
      major: place === 0 || place === 3,
      nuclear: place === 0,
      growth: 2,
      gdp: 1000,
      defense: 0.02,
    })),
    pairs: {
      km: table((i, j) => (near(i, j) ? 0 : 2000)),
      capitalKm: table((i, j) => (near(i, j) ? 500 : 2500)),
      touching: table((i, j) => (near(i, j) ? 1 : 0)),
      rivals: table((i, j) => ((i === 3) !== (j === 3) ? 1 : 0)),
      past: table((i, j) => (i === 3 || j === 3 ? 2 : 0.1)),
    },
    activity: [3, 1, 1, 8, 1, 1],
    treaties: [
      {
        id: 'three',
        name: 'Pact of Three',
        members: [0, 1, 2],
        since: 2000,
        defense: true,
        conditional: false,
        offense: false,
        asymmetric: false,
        review: { article: '9', first: 2030, every: 10 },
        exit: { article: '10', allowed: true, earliest: 0, notice: 1 },
        pledge: { id: 'two-percent', article: '3', atLeast: 0.025, by: 2030, bound: [0, 1, 2] },
        rule: { kind: 'unanimity' },
        clauses: [0, 1, 2].map((toward) =>
          clause(
            toward,
            [0, 1, 2].filter((one) => one !== toward),
            [3, 4, 5],
          ),
        ),
      },
      {
        id: 'pair',
        name: 'Pact of Two',
        members: [4, 5],
        since: 2020,
        defense: true,
        conditional: false,
        offense: false,
        asymmetric: false,
        term: { article: '4', until: 2028, renewal: 5 },
        exit: { allowed: false, earliest: 0, notice: 0 },
        rule: { kind: 'none' },
        clauses: [clause(4, [5], [0, 1, 2, 3]), clause(5, [4], [0, 1, 2, 3])],
      },
    ],
    presence: [{ guest: 0, host: 2, troops: 10, tripwire: 1, low: 0, high: 2, treaty: 'three' }],
    coverage: 1,
    basis: ['made up'],
    versions: {},
  };
}

export const smallInput = (more: Partial<DecadesInput> = {}): DecadesInput => ({
  start: smallStart(),
  years: 30,
  seed: 7,
  scenarios: [],
  injects: [],
  parameters,
  set: {},
  draw: true,
  ...more,
});
