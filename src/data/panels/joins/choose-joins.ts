import { nearest } from '../../../core/text/nearest.ts';
import { both, either } from '../../../core/text/sentence.ts';
import { DataError } from '../../data-error.ts';
import { sources } from '../../sources/index.ts';
import { DERIVED, EVENT_SOURCES, type Derived } from '../derive/derived-columns.ts';
import type { DyadJoin, SourceJoin, StateJoin } from './join.ts';
import { whenColumns } from '../tables/source-table.ts';
import { sourceJoins } from './index.ts';
import type { PanelUnit } from '../units.ts';

/** How one table comes to a panel: laid on its states, on its pairs, or on pairs and then taken over a state's partners. */
export type Way =
  | { readonly kind: 'states'; readonly join: StateJoin }
  | { readonly kind: 'dyads'; readonly join: DyadJoin }
  | { readonly kind: 'partners'; readonly join: DyadJoin; readonly ofState: NonNullable<DyadJoin['ofState']> };

/** What one word of `--add` brings. */
export interface Addition {
  readonly id: string;
  readonly source: string;
  readonly ways: readonly Way[];
}

export interface Chosen {
  readonly additions: readonly Addition[];
  readonly derived: readonly Derived[];
  readonly notes: readonly string[];
}

const OF_PAIRS: readonly PanelUnit[] = ['dyad-year', 'directed-dyad-year', 'k-ad-year'];
const IN_RUNS: readonly PanelUnit[] = ['state-year', 'dyad-year', 'directed-dyad-year'];

/** Everything `--add` takes. */
export const additions = (): readonly string[] => [...sourceJoins.map(({ id }) => id), ...DERIVED];

function unknown(word: string): DataError {
  const names = additions();
  const known = sources.find(({ id }) => id === word);
  if (known !== undefined) {
    return new DataError(`--add: ${word} attaches to no panel: it holds ${both([...new Set(known.tables.map(({ unit }) => `rows by ${unit}`))])}.`, [
      `These attach: ${names.join(', ')}.`,
    ]);
  }
  const near = nearest(word, names);
  return new DataError(`--add: '${word}' is nothing a panel can take. ${near.length > 0 ? `Did you mean ${either(near)}?` : ''}`.trim(), [
    `It takes: ${names.join(', ')}.`,
  ]);
}

/** The joins of a source that fit a unit: pairs on pairs where there are any, else states; on states what is said of them, else what their pairs say. */
function waysOf({ id, joins }: SourceJoin, unit: PanelUnit): readonly Way[] {
  const states = joins.filter((join) => join.of === 'states').map((join): Way => ({ kind: 'states', join }));
  const dyads = joins.filter((join) => join.of === 'dyads');
  if (OF_PAIRS.includes(unit)) return dyads.length > 0 ? dyads.map((join): Way => ({ kind: 'dyads', join })) : states;
  if (states.length > 0) return states;
  const partners = dyads.flatMap((join): Way[] => (join.ofState === undefined ? [] : [{ kind: 'partners', join, ofState: join.ofState }]));
  if (partners.length > 0) return partners;
  throw new DataError(`--add: ${id} is of pairs of states and says nothing of one: rows of ${unit} cannot take it.`);
}

/** Reads the words of `--add`. @throws {DataError} where one is unknown, or does not fit the unit */
export function chooseJoins(words: readonly string[], unit: PanelUnit): Chosen {
  const derived: Derived[] = [];
  const chosen: SourceJoin[] = [];
  const notes: string[] = [];
  for (const word of new Set(words)) {
    const counted = DERIVED.find((one) => one === word);
    const join = sourceJoins.find(({ id }) => id === word);
    if (counted !== undefined) derived.push(counted);
    else if (join !== undefined) chosen.push(join);
    else throw unknown(word);
  }
  if (derived.length > 0 && !IN_RUNS.includes(unit)) {
    throw new DataError(
      `--add: ${both(derived)} ${derived.length === 1 ? 'is' : 'are'} counted along the years of a state or pair; rows of ${unit} do not follow each other.`,
    );
  }
  const [first] = EVENT_SOURCES;
  if (derived.length > 0 && !chosen.some(({ source }) => EVENT_SOURCES.some((one) => one === source))) {
    const implied = sourceJoins.find(({ id }) => id === first);
    if (implied !== undefined) chosen.push(implied);
    notes.push(`${both(derived)} ${derived.length === 1 ? 'is' : 'are'} counted from disputes: ${first} was added`);
  }
  return { additions: chosen.map((join) => ({ id: join.id, source: join.source, ways: waysOf(join, unit) })), derived, notes };
}

/** The columns of a table that a join needs. */
export function columnsNeeded(join: StateJoin | DyadJoin): readonly string[] {
  const states = join.of === 'states' ? [join.state] : join.states;
  return [...new Set([...states, ...whenColumns(join.when), ...join.columns.flatMap(({ from }) => (from === undefined ? [] : [from]))])];
}
