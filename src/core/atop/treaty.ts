import { compareDates, formatDate, normalizeDate } from '../states/dates.ts';
import type { Registry } from '../states/registry.ts';
import type { StateId } from '../states/types.ts';
import { both, inSentence } from '../text/sentence.ts';
import type { Party, Treaty } from '../treaty/schema.ts';
import type { Obligation } from '../treaty/obligation-schema.ts';
import { LANGUAGE_VERSION } from '../treaty/vocabulary.ts';
import { codeOf, type Atop, type AtopAlliance } from './alliance.ts';
import { clausesOf } from './clauses.ts';
import type { Owes } from './dyads.ts';
import { partiesOf } from './parties.ts';
import { datedPhases, lastPhase, type DatedPhase } from './phases.ts';
import { burdenOf, differencesInWords, institutionsOf, provisionsInWords, secrecyOf } from './provisions.ts';
import type { CowStates } from './states.ts';
import { endOf, exitOf, termOf } from './term.ts';

export interface TreatyContext {
  readonly registry: Registry;
  readonly states: CowStates;
  readonly owes: Owes;
  /** What the columns and their codes mean. */
  readonly columns: Atop['columns'];
}

/** An alliance of ATOP as a treaty. */
export interface ConvertedAlliance {
  readonly treaty: Treaty;
  /** Members that the treaty could not take in, a sentence each; they stand in its notes too. */
  readonly lost: readonly string[];
}

const SECONDARY_SOURCES = 2;

/**
 * An alliance as a treaty of the language: what ATOP codes, no more. All phases make one treaty, each clause with the days
 * on which it holds, so that on any date one text is in force; term, secrecy and institutions are the last phase's, and
 * the notes say what they were before.
 * @param only a phase to take alone: its own text for its own time
 * @throws {RangeError} where there is no such phase
 */
export function treatyOf(alliance: AtopAlliance, context: TreatyContext, only?: number): ConvertedAlliance {
  const all = datedPhases(alliance.phases);
  const phases = only === undefined ? all : all.filter(({ phase }) => phase.number === only);
  const [first] = phases;
  const last = lastPhase(phases);
  if (first === undefined || last === undefined) throw new RangeError(`ATOP ${alliance.id} has no phase ${only ?? ''}`);
  const { parties, lost } = partiesOf(phases, context.states, context.registry);
  const obligations = clausesOf(phases, { ...context, parties: new Set(parties.map(({ state }) => state)) });
  const { row } = last.phase;
  const ended = endOf(last);
  const [exit, term, institutions, burden] = [exitOf(row), termOf(row), institutionsOf(last.phase), burdenOf(row)];
  const atWar = belligerents(first, context.states);
  const doubtful = phases.some(({ phase }) => codeOf(phase.row, 'source') === SECONDARY_SOURCES || codeOf(phase.row, 'speclgth') === undefined);
  const year = first.from.slice(0, 4);
  const label = only === undefined ? `ATOP ${alliance.id}` : `ATOP ${alliance.id}, phase ${only}`;
  const noun = nounOf(obligations);
  return {
    treaty: {
      language: LANGUAGE_VERSION,
      id: only === undefined ? `atop-${alliance.id}` : `atop-${alliance.id}-${only}`,
      atop: alliance.id,
      name: `${noun.name} of ${membersInWords(parties, first.from, context.registry)}, ${year} (${label})`,
      short: `${noun.name.charAt(0).toLowerCase()}${noun.name.slice(1)} of ${year} (${label})`,
      form: noun.form,
      signed: first.from,
      in_force: first.from,
      ...(ended !== undefined && { ended }),
      secrecy: secrecyOf(row),
      sources: [sourceOf(alliance.id, doubtful)],
      parties: [...parties],
      ...(atWar.length > 0 && { at_war_at_signing: [...atWar] }),
      obligations: [...obligations],
      ...(obligations.length === 0 && { no_obligation: `The promises ATOP codes are owed by or to a state that the registry lacks. ${lost.join('. ')}.` }),
      ...(institutions !== undefined && { institutions }),
      ...(burden !== undefined && { burden }),
      ...(term !== undefined && { term }),
      ...(exit !== undefined && { exit }),
      notes: [...notesOf(phases, last, context), ...lost.map((sentence) => `${sentence}.`), ...(doubtful ? [NO_TEXT] : [])],
      ...(doubtful && { confidence: 'low' as const }),
    },
    lost,
  };
}

interface Noun {
  readonly name: string;
  readonly form: 'alliance' | 'nonaggression-pact' | 'entente';
}

function nounOf(obligations: readonly Obligation[]): Noun {
  const kinds = new Set(obligations.map(({ kind }) => kind));
  if (kinds.has('defense') || kinds.has('offense') || kinds.size === 0) return { name: 'Alliance', form: 'alliance' };
  if (kinds.has('nonaggression')) return { name: 'Nonaggression pact', form: 'nonaggression-pact' };
  return { name: kinds.has('neutrality') ? 'Neutrality pact' : 'Consultation pact', form: 'entente' };
}

const NAMED_IN_FULL = 4;

/** The members at signature: all of up to four, of more the first two. */
function membersInWords(parties: readonly Party[], signed: string, registry: Registry): string {
  const day = normalizeDate(signed);
  const founders = [...new Set(parties.filter(({ from }) => compareDates(from, signed) <= 0).map(({ state }) => state))];
  const names = founders.map((state: StateId) => inSentence(registry.nameOf(state, day)));
  return names.length <= NAMED_IN_FULL ? both(names) : `${names.slice(0, 2).join(', ')} and ${names.length - 2} other states`;
}

/** Members that were in an interstate war when they signed. */
function belligerents({ phase, from }: DatedPhase, cow: CowStates): readonly StateId[] {
  const states = phase.members.filter((row) => (codeOf(row, 'cowwar') ?? 0) > 0).map((row) => cow.on(codeOf(row, 'member') ?? 0, normalizeDate(from)));
  return [...new Set(states.filter((state) => state !== undefined))];
}

function sourceOf(id: number, doubtful: boolean): Treaty['sources'][number] {
  return {
    title: `Alliance Treaty Obligations and Provisions (ATOP), version 5.1, alliance ${id}`,
    publisher: 'Leeds, Ritter, Mitchell and Long, Rice University',
    year: 2022,
    citation: 'Leeds and others 2002, "Alliance Treaty Obligations and Provisions, 1815-1944", International Interactions 28(3): 237-260',
    note: doubtful ? 'Coded from secondary sources' : "Coded from the treaty's text",
  };
}

const DATES = 'ATOP dates an agreement, and each accession, by signature: it is taken as in force from then, whenever it was ratified.';
const NO_TEXT = 'ATOP found no text of this agreement and codes it from secondary sources; what they do not say is left open.';

function notesOf(phases: readonly DatedPhase[], last: DatedPhase, { columns }: TreatyContext): readonly string[] {
  const provisions = provisionsInWords(last.phase.row, columns);
  const earlier = phases
    .filter((one) => one !== last)
    .map(({ phase, from, until }) => ({ phase, from, until, differences: differencesInWords(phase.row, last.phase.row, columns) }));
  return [
    DATES,
    ...(provisions.length === 0 ? [] : [`ATOP codes also: ${provisions.join('; ')}.`]),
    ...earlier.map(({ phase, from, until, differences }) => {
      const span = `${formatDate(from)} to ${until === undefined ? 'today' : formatDate(until)}`;
      const otherwise = differences.length === 0 ? 'the same but for its clauses' : differences.join('; ');
      return `Phase ${phase.number}, ${span}: ${otherwise}.`;
    }),
  ];
}
