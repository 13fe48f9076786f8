import { cowNumber } from '../atop/states.ts';
import { isHelp } from '../casus/casus-foederis.ts';
import { createRegime } from '../law/regime.ts';
import type { IsoDate } from '../states/types.ts';
import type { World } from '../states/world.ts';
import type { Treaty } from '../treaty/schema.ts';
import type { PromiseKind, PromiseKinds } from './promise-kinds.ts';

/** What one state has promised another, over all its treaties. */
export const BOND = {
  /** Help by arms, on whatever conditions. */
  help: 1,
  /** Neutrality, not to attack, or help. */
  peace: 2,
  /** Help by a treaty of two members. */
  bilateral: 4,
  /** Help by one whose text gives bases. */
  bases: 8,
  /** Help by conditional promises alone. */
  conditional: 16,
  /** Help by agreements alone that are secret, or have secret articles. */
  secret: 32,
} as const;

/** Bonds among the members of a year, n × n: what member `i` has promised member `j` at `i * n + j`. */
export type YearBonds = Uint8Array;

export interface Bonds {
  /** @param members COW numbers of the states of the year, ascending */
  of(year: number, members: Int16Array): YearBonds;
}

/** Bonds as they stand on a day of each year, by ATOP's treaties. A year takes some 20 milliseconds. */
export function createBonds(treaties: readonly Treaty[], kinds: PromiseKinds, world: World, on: (year: number) => IsoDate = (year) => `${year}-01-01`): Bonds {
  return {
    of: (year, members) => {
      const date = on(year);
      const n = members.length;
      const found = new Uint8Array(n * n);
      const places = new Map(Array.from(members, (code, place) => [code, place] as const));
      const placeOf = new Map(
        world.states.flatMap((state) => {
          const place = world.existsOn(state.id, date) ? places.get(cowNumber(state, date) ?? -1) : undefined;
          return place === undefined ? [] : [[state.id, place] as const];
        }),
      );
      // Conditional and secret hold where every promise is so: the first sets them, the others may take them away.
      for (const { obligation, standing, bound, to } of createRegime(treaties, world, date).clauses) {
        const { kind } = obligation;
        const help = isHelp(kind);
        if (!help && kind !== 'neutrality' && kind !== 'nonaggression') continue;
        const partners = (to ?? standing.parties).flatMap((state) => placeOf.get(state) ?? []);
        for (const state of bound) {
          const i = placeOf.get(state);
          if (i === undefined) continue;
          const atop = standing.treaty.atop;
          const told = help && atop !== undefined ? kinds(atop, members[i] ?? 0, date, kind) : undefined;
          for (const j of partners) {
            if (i === j) continue;
            const cell = i * n + j;
            const before = found[cell] ?? 0;
            found[cell] = help ? withHelp(before, told) : before | BOND.peace;
          }
        }
      }
      return found;
    },
  };
}

function withHelp(before: number, told: PromiseKind | undefined): number {
  const every = (bit: number, holds: boolean): number => (holds && ((before & BOND.help) === 0 || (before & bit) !== 0) ? bit : 0);
  const some = (bit: number, holds: boolean): number => (holds ? bit : before & bit);
  return (
    (before & BOND.peace) |
    BOND.help |
    BOND.peace |
    some(BOND.bilateral, told?.bilateral === true) |
    some(BOND.bases, told?.bases === true) |
    every(BOND.conditional, told?.conditional === true) |
    every(BOND.secret, told?.secret === true)
  );
}
