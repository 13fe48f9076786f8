import { createLaw } from '../law/law.ts';
import { portfolioConflicts, type PortfolioConflict } from '../law/portfolio.ts';
import { normalizeDate } from '../states/dates.ts';
import type { IsoDate } from '../states/types.ts';
import type { World } from '../states/world.ts';
import type { ParsedTreaty } from '../treaty/parse.ts';
import type { PortfolioContext } from './rule.ts';

/** What the portfolio rules share, computed once: the law of the files given and its conflicts. */
export function portfolioContext(files: readonly ParsedTreaty[], world: World, date?: IsoDate): PortfolioContext {
  const byId = new Map(files.map((file) => [file.treaty.id, file]));
  const known = files.filter(({ treaty }) => treaty.parties.every(({ state }) => world.state(state) !== undefined));
  const law = createLaw(known.map(({ treaty }) => treaty), world);
  const dates = date === undefined ? turningDays(files) : [normalizeDate(date)];
  let found: readonly PortfolioConflict[] | undefined;
  return {
    files,
    world,
    law,
    dates,
    fileOf: (treaty) => byId.get(treaty),
    conflicts: () => (found ??= firstOfEach(dates.flatMap((day) => portfolioConflicts(law.on(day), world)))),
  };
}

/** Days on which a treaty, a party or a changed clause begins to bind. */
function turningDays(files: readonly ParsedTreaty[]): readonly IsoDate[] {
  const days = files.flatMap(({ treaty }) => {
    if (treaty.in_force === undefined) return [];
    const inside = [...treaty.parties.map(({ from }) => from), ...(treaty.amendments ?? []).map(({ date }) => date), ...treaty.obligations.flatMap(({ from }) => (from === undefined ? [] : [from]))];
    return [treaty.in_force, ...inside].map(normalizeDate);
  });
  return [...new Set(days)].toSorted();
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
