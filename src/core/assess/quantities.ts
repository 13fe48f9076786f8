import { allyParts, NO_PARTS, targetParts, type BalanceParts, type Losses } from './balance.ts';
import type { ParameterValues } from './parameter-values.ts';
import type { Asked } from './prepare.ts';
import type { SolvedWorlds } from './solve-case.ts';

/** One solved draw, with what prices it. */
export interface Draw {
  readonly worlds: SolvedWorlds;
  readonly values: ParameterValues;
  readonly losses: Losses;
}

export interface Quantity {
  readonly name: string;
  readonly of: (draw: Draw) => number;
}

const WORLD_QUANTITIES = {
  challenge: ({ solution }: SolvedWorlds['with']) => solution.pChallenge,
  resist: ({ solution }: SolvedWorlds['with']) => solution.pResist,
  war: ({ solution }: SolvedWorlds['with']) => solution.pWar,
  warGivenChallenge: ({ solution }: SolvedWorlds['with']) => solution.pWar / solution.pChallenge,
  prevail: ({ solution }: SolvedWorlds['with']) => solution.pWin,
} as const;

/** Every number kept of a draw of a contingency, by name. */
export function quantitiesOf({ prepared }: Asked, members: readonly string[]): Quantity[] {
  const both = (name: string, of: (solved: SolvedWorlds['with']) => number): Quantity[] => [
    { name: `${name}.with`, of: ({ worlds }) => of(worlds.with) },
    { name: `${name}.without`, of: ({ worlds }) => of(worlds.without) },
    { name: `${name}.difference`, of: ({ worlds }) => of(worlds.with) - of(worlds.without) },
  ];
  const allies = prepared.allies.flatMap(({ joiner: { state } }, i) => [
    ...both(`${state}.honors`, ({ solution }) => solution.pJoin[i] ?? Number.NaN),
    { name: `${state}.interest`, of: ({ worlds }: Draw) => worlds.with.reading.allies[i]?.withoutPromise ?? Number.NaN },
    {
      name: `${state}.entrapmentGivenWar`,
      of: ({ worlds }: Draw) => (worlds.with.reading.allies[i]?.honors ?? Number.NaN) - (worlds.with.reading.allies[i]?.withoutPromise ?? Number.NaN),
    },
    { name: `${state}.entrapment`, of: ({ worlds }: Draw) => worlds.with.reading.allies[i]?.entrapment ?? Number.NaN },
  ]);
  const supporters = prepared.supporters.flatMap(({ joiner: { state } }, i) => both(`${state}.honors`, ({ solution }) => solution.pSupport[i] ?? Number.NaN));
  return [
    ...Object.entries(WORLD_QUANTITIES).flatMap(([name, of]) => both(name, of)),
    { name: 'abandonment', of: ({ worlds }) => worlds.with.reading.abandonment ?? Number.NaN },
    ...allies,
    ...supporters,
    ...members.flatMap((state) => balanceQuantities(state, prepared)),
  ];
}

const PARTS = ['deterrence', 'joining', 'entrapment'] as const satisfies readonly (keyof BalanceParts)[];

/** What a contingency adds to the balance of a member. */
function balanceQuantities(state: string, prepared: Asked['prepared']): Quantity[] {
  const place = prepared.allies.findIndex(({ joiner }) => joiner.state === state);
  const isTarget = prepared.built.contingency.target === state;
  if (place === -1 && !isTarget) return [];
  const partsOf = ({ worlds, values, losses }: Draw): BalanceParts =>
    isTarget ? targetParts(worlds, losses, values) : place === -1 ? NO_PARTS : allyParts(worlds, prepared, place, losses, values);
  // The three parts of a draw are asked for one after the other.
  let last: { readonly draw: Draw; readonly parts: BalanceParts } | undefined;
  const parts = (draw: Draw): BalanceParts => {
    if (last?.draw !== draw) last = { draw, parts: partsOf(draw) };
    return last.parts;
  };
  return PARTS.map((part) => ({ name: `balance.${state}.${part}`, of: (draw) => parts(draw)[part] }));
}
