import { compareDates, normalizeDate } from '../states/dates.ts';
import type { Registry } from '../states/registry.ts';
import type { StateId } from '../states/types.ts';
import { inSentence } from '../text/sentence.ts';
import type { Row } from '../table/table.ts';
import type { Obligation } from '../treaty/obligation-schema.ts';
import { codeOf } from './alliance.ts';
import type { Owes } from './dyads.ts';
import { ATOP_KINDS, openQuestion, promiseInWords, readConditions, type AtopKind } from './conditions.ts';
import { membershipsOf } from './memberships.ts';
import { runInParallel, type DatedPhase } from './phases.ts';
import type { CowStates } from './states.ts';

/** What the clauses of an alliance are written with. */
export interface ClauseContext {
  readonly states: CowStates;
  readonly registry: Registry;
  /** States that are parties at some time; the others' promises are left out, and reported with their membership. */
  readonly parties: ReadonlySet<StateId>;
  readonly owes: Owes;
}

/** A clause of one phase, not yet named or dated. */
type Draft = Omit<Obligation, 'id' | 'from' | 'until'>;

interface Dated {
  readonly draft: Draft;
  readonly key: string;
  readonly from: string;
  until: string | undefined;
}

/**
 * The clauses of an alliance over all its phases. Members that owe the same on the same conditions share a clause; a clause
 * that a later phase repeats goes on, one that it changes has its last day and the new one its first.
 */
export function clausesOf(phases: readonly DatedPhase[], context: ClauseContext): readonly Obligation[] {
  const parallel = runInParallel(phases);
  const found: Dated[] = [];
  for (const phase of phases) {
    for (const draft of ATOP_KINDS.flatMap((kind) => draftsOf(kind, phase, parallel, context))) {
      const key = JSON.stringify(draft);
      const before = found.findLast((one) => one.key === key && one.until !== undefined && compareDates(one.until, phase.from) <= 0);
      if (before === undefined) found.push({ draft, key, from: phase.from, until: phase.until });
      else before.until = phase.until;
    }
  }
  const first = phases[0]?.from;
  const last = phases.reduce<string | undefined>((end, { until }) => (end === undefined || until === undefined ? undefined : later(end, until)), '0000-01-01');
  const ordered = ATOP_KINDS.flatMap(({ kind }) => found.filter(({ draft }) => draft.kind === kind));
  const counts = new Map<string, number>();
  return ordered.map(({ draft, from, until }): Obligation => {
    const count = (counts.get(draft.kind) ?? 0) + 1;
    counts.set(draft.kind, count);
    return {
      id: count === 1 ? draft.kind : `${draft.kind}-${count}`,
      ...draft,
      ...(from !== first && { from }),
      ...(until !== undefined && until !== last && { until }),
    };
  });
}

const later = (a: string, b: string): string => (compareDates(a, b) >= 0 ? a : b);

/** The clauses of one kind in one phase: one for each set of members with the same conditions. */
function draftsOf(kind: AtopKind, dated: DatedPhase, parallel: boolean, { states: cow, registry, parties, owes }: ClauseContext): readonly Draft[] {
  const { phase, from, until } = dated;
  const day = normalizeDate(from);
  const members = membershipsOf(dated, cow).flatMap(({ row, number, state }) => (state !== undefined && parties.has(state) ? [{ state, number, row }] : []));
  const everyone = [...new Set(members.map(({ state }) => state))];
  if (everyone.length < 2) return [];
  const years = [Number(from.slice(0, 4)), until === undefined ? Infinity : Number(until.slice(0, 4))] as const;
  const groups = new Map<string, { readonly row: Row; readonly states: Set<StateId>; readonly spared: readonly StateId[] }>();
  for (const { state, number, row } of members) {
    if (codeOf(row, kind.column) !== 1) continue;
    // ATOP's dyad-years sum over all alliances: a partner to whom they have nothing owed is owed nothing here.
    const spared =
      codeOf(row, 'obvary') === 1 ? members.filter((other) => owes(number, other.number, kind.column, years) === false).map((other) => other.state) : [];
    const key = JSON.stringify([readConditions(kind, row, []), spared]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { row, states: new Set([state]), spared });
    else group.states.add(state);
  }
  const named = ['statthr1', 'statthr2'].flatMap((column) => {
    const number = codeOf(phase.row, column) ?? 0;
    const state = number === 0 ? undefined : cow.on(number, day);
    return state === undefined ? [] : [state];
  });
  return [...groups.values()].map(({ row, states, spared }) =>
    draftOf(kind, row, [...states], { everyone, spared, named: [...new Set(named)], parallel, day, registry }),
  );
}

interface DraftContext {
  /** Every member of the phase. */
  readonly everyone: readonly StateId[];
  /** ... to whom these states owe nothing of the kind. */
  readonly spared: readonly StateId[];
  /** The states the agreement names as a threat. */
  readonly named: readonly StateId[];
  readonly parallel: boolean;
  readonly day: string;
  readonly registry: Registry;
}

function draftOf(kind: AtopKind, row: Row, states: readonly StateId[], { everyone, spared, named, parallel, day, registry }: DraftContext): Draft {
  const reading = readConditions(kind, row, named);
  const isEveryone = states.length === everyone.length;
  const [only] = states;
  const partners = states.length === 1 ? everyone.filter((state) => state !== only) : everyone;
  const owed = partners.filter((state) => !spared.includes(state));
  const others = owed.length === 0 ? partners : owed;
  const names = named.map((state) => inSentence(registry.nameOf(state, day)));
  const open = openQuestion(reading.unknown);
  const remarks = [
    `ATOP: ${reading.codes.join(', ')}`,
    ...(reading.inferred ? ['the adversary is the threat that the agreement names (statthr)'] : []),
    ...(reading.trigger?.attackers_at_least === undefined ? [] : ['the number is not coded, two are taken']),
  ];
  return {
    article: `ATOP ${kind.column}`,
    kind: kind.kind,
    bound: isEveryone && !parallel ? 'all' : [...states],
    to: parallel || spared.length > 0 || (everyone.length === 2 && !isEveryone) ? [...others] : 'all',
    ...(reading.trigger !== undefined && { trigger: reading.trigger }),
    precision: promiseInWords(kind, reading, names),
    ...(open !== undefined && { contested: open }),
    ...(open !== undefined ? { confidence: 'low' as const } : reading.inferred ? { confidence: 'medium' as const } : {}),
    note: `${remarks.join('; ')}.`,
  };
}
