import { logistic } from '../../../src/core/math/logistic.ts';
import { createRng } from '../../../src/core/math/rng.ts';
import { expectedAt, joinData, joinIndex, nobodyElse, type JoinEquation } from '../../../src/core/stages/join-stage.ts';
import { COMPANY_NAME, JOIN_FACTS, JOIN_NAMES } from '../../../src/core/stages/join-terms.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import type { Row, Table } from '../../../src/core/table/table.ts';

const COLUMNS = {
  dispnum: 'int16',
  target_side: 'int8',
  joined: 'int8',
  strength: 'float64',
  target_strength: 'float64',
  challenger_strength: 'float64',
  delta_alone: 'float64',
  ...Object.fromEntries(JOIN_FACTS.map((name) => [name, 'float64'] as const)),
} as const;

const chance = (own: number, other: number): number => own / (own + other);

/**
 * Made-up disputes with eight states each that may join either side, and do as an equation has it: everybody weighs the gain its joining
 * brings and the company it would be in at the others' chances, which are those of the equation itself.
 */
export function madeUpJoining(disputes: number, equation: JoinEquation): Table {
  const rng = createRng('made-up crises', disputes);
  const rows: Row[] = [];
  const flag = (share: number): number => (rng.next() < share ? 1 : 0);
  for (let dispute = 1; dispute <= disputes; dispute++) {
    const [target, challenger, war, postwar] = [0.02 + 0.1 * rng.next(), 0.02 + 0.1 * rng.next(), flag(0.5), flag(0.5)];
    for (let state = 0; state < 8; state++) {
      const [strength, major] = [0.001 + 0.15 * rng.next() ** 3, flag(0.3)];
      for (const side of [1, 0]) {
        const [mine, theirs] = side === 1 ? [target, challenger] : [challenger, target];
        const [owed, unmet] = [flag(0.3), flag(0.1)];
        rows.push({
          dispnum: dispute,
          target_side: side,
          joined: 0,
          strength,
          target_strength: target,
          challenger_strength: challenger,
          delta_alone: chance(mine + strength, theirs) - chance(mine, theirs),
          war,
          ln_km_side: Math.log1p(8000 * rng.next()),
          ln_km_opponent: Math.log1p(8000 * rng.next()),
          ln_cinc: Math.log(strength + 1e-5),
          major,
          border_side: flag(0.2),
          border_opponent: flag(0.2),
          rival_opponent: flag(0.2),
          nuclear_opponent: flag(0.1),
          postwar,
          restrained: flag(0.2),
          owed,
          bilateral: owed * flag(0.5),
          bases: owed * flag(0.3),
          conditional: owed * flag(0.4),
          secret: owed * flag(0.3),
          unmet: owed === 1 ? 0 : unmet,
        });
      }
    }
  }
  const data = joinData(tableFromRows(COLUMNS, rows));
  let expected = nobodyElse(data);
  for (let step = 0; step < 30; step++) expected = expectedAt(data, equation, expected);
  const index = joinIndex(data.sides, equation, expected);
  const next = { target: 0, challenger: 0 };
  const joined = rows.map((row): Row => {
    const side = row['target_side'] === 1 ? 'target' : 'challenger';
    return { ...row, joined: rng.next() < logistic(index[side][next[side]++] ?? 0) ? 1 : 0 };
  });
  return tableFromRows(COLUMNS, joined);
}

/** An equation of joining by the names of its parameters; those not named are 0. */
export function equationOf(values: Readonly<Record<string, number>>, gain: number, challengerSide: number): JoinEquation {
  return { beta: Float64Array.from([...JOIN_NAMES.map((name) => values[name] ?? 0), gain, values[COMPANY_NAME] ?? 0]), challengerSide };
}
