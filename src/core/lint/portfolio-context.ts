import { createLaw } from '../law/law.ts';
import { portfolioConflicts, type PortfolioConflict } from '../law/portfolio.ts';
import { normalizeDate } from '../states/dates.ts';
import type { IsoDate } from '../states/types.ts';
import type { World } from '../states/world.ts';
import { isGeneral } from '../treaty/general.ts';
import type { Treaty } from '../treaty/schema.ts';
import type { PlacedTreaty, PortfolioContext } from './rule.ts';

/**
 * What the portfolio rules share, computed once: the law of the treaties given and its conflicts.
 * @param own the treaties linted
 * @param beside further ones, whose pairs among themselves are nobody's question
 */
export function portfolioContext(own: readonly PlacedTreaty[], beside: readonly PlacedTreaty[], world: World, date?: IsoDate): PortfolioContext {
  const files = [...own, ...beside];
  const linted = new Set(own.map(({ treaty }) => treaty));
  const byId = new Map(files.map((file) => [file.treaty.id, file]));
  const known = files.filter(({ treaty }) => treaty.parties.every(({ state }) => world.state(state) !== undefined));
  const law = createLaw(
    known.map(({ treaty }) => treaty),
    world,
  );
  const turning = new Map(law.treaties.map((treaty) => [treaty, turningDays(treaty)]));
  const dates = date === undefined ? [...new Set([...turning.values()].flatMap((days) => [...days]))].toSorted() : [normalizeDate(date)];
  const turns = (one: Treaty, other: Treaty, day: IsoDate): boolean =>
    (linted.has(one) || linted.has(other)) && (date !== undefined || [one, other].some((treaty) => turning.get(treaty)?.has(day) === true));
  let found: readonly PortfolioConflict[] | undefined;
  return {
    files,
    world,
    law,
    dates,
    turns,
    fileOf: (treaty) => byId.get(treaty),
    conflicts: () => (found ??= firstOfEach(dates.flatMap((day) => portfolioConflicts(law.on(day), world, (help, restraint) => turns(help, restraint, day))))),
  };
}

/** Days on which a treaty, a party to it or a clause of it begins to bind. The parties of a general treaty come and go without number. */
function turningDays(treaty: Treaty): ReadonlySet<IsoDate> {
  const { in_force, parties, amendments, obligations } = treaty;
  if (in_force === undefined) return new Set();
  if (isGeneral(treaty)) return new Set([normalizeDate(in_force)]);
  const inside = [
    ...parties.map(({ from }) => from),
    ...(amendments ?? []).map(({ date }) => date),
    ...obligations.flatMap(({ from }) => (from === undefined ? [] : [from])),
  ];
  return new Set([in_force, ...inside].map(normalizeDate));
}

/** The first conflict of each pair of treaties and state; one by the letter stands before one that hangs on who began it. */
function firstOfEach(conflicts: readonly PortfolioConflict[]): readonly PortfolioConflict[] {
  const found = new Map<string, PortfolioConflict>();
  for (const conflict of conflicts) {
    const { kind, state, help, restraint } = conflict;
    const key = [state, ...[help.treaty, restraint.treaty].toSorted()].join('|');
    const known = found.get(key);
    if (known === undefined || (known.kind === 'who-began' && kind === 'by-letter')) found.set(key, conflict);
  }
  return [...found.values()];
}
