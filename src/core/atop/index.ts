/** ATOP's alliances as treaties of the language. */
import type { Registry } from '../states/registry.ts';
import { owesByDyad, type Owes } from './dyads.ts';
import { codeOf, readAtop, type Atop, type AtopTables } from './alliance.ts';
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

const UNKNOWN: Owes = () => undefined;

/** Members that owe their partners different things. */
function unevenMembers(alliances: Atop['alliances']): ReadonlySet<number> {
  const rows = alliances.flatMap(({ phases }) => phases.flatMap(({ members }) => members));
  return new Set(rows.filter((row) => codeOf(row, 'obvary') === 1).map((row) => codeOf(row, 'member') ?? 0));
}

/** Makes treaties of ATOP's rows. @throws {RangeError} where a table lacks its key */
export function atopTreaties(tables: AtopTables, registry: Registry): AtopTreaties {
  const { alliances, columns }: Atop = readAtop(tables);
  const context = {
    registry,
    states: cowStates(registry),
    owes: tables.dyads === undefined ? UNKNOWN : owesByDyad(tables.dyads, unevenMembers(alliances)),
    columns,
  };
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
