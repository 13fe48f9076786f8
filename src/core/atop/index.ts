/** ATOP's alliances as treaties of the language. */
import type { Registry } from '../states/registry.ts';
import { readAtop, type Atop, type AtopTables } from './alliance.ts';
import { cowStates } from './states.ts';
import { treatyOf, type ConvertedAlliance } from './treaty.ts';

/** ATOP, ready to be asked for treaties. */
export interface AtopTreaties {
  /** ATOP numbers, in order. */
  readonly ids: readonly number[];
  /** Numbers of the phases of an alliance; empty where there is no such alliance. */
  phasesOf(id: number): readonly number[];
  /** @throws {RangeError} where there is no such alliance or phase */
  treaty(id: number, phase?: number): ConvertedAlliance;
  all(): readonly ConvertedAlliance[];
}

/** Makes treaties of ATOP's rows. @throws {RangeError} where a table lacks its key */
export function atopTreaties(tables: AtopTables, registry: Registry): AtopTreaties {
  const { alliances, columns }: Atop = readAtop(tables);
  const context = { registry, stateOf: cowStates(registry), columns };
  const byId = new Map(alliances.map((alliance) => [alliance.id, alliance]));
  return {
    ids: [...byId.keys()],
    phasesOf: (id) => byId.get(id)?.phases.map(({ number }) => number) ?? [],
    treaty: (id, phase) => {
      const alliance = byId.get(id);
      if (alliance === undefined) throw new RangeError(`there is no alliance ${id} in ATOP`);
      return treatyOf(alliance, context, phase);
    },
    all: () => alliances.map((alliance) => treatyOf(alliance, context)),
  };
}
