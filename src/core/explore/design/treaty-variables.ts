import { addDuration } from '../../states/dates.ts';
import { both } from '../../text/sentence.ts';
import type { Term, Treaty } from '../../treaty/schema.ts';
import { durationWords, termSentence } from '../../treaty/term.ts';
import { asGiven, variableOf, type ClauseValue, type DesignVariable } from './variable.ts';

/** What the writing of a treaty's other terms turns on beside the text. */
export interface TermSetting {
  readonly date: string;
  readonly members: readonly string[];
  /** Members that a pledge would leave worse off than without the treaty, as the text stands. */
  readonly burdened: readonly string[];
  /** Whether forces stand on members' land under this treaty. */
  readonly forces: boolean;
  readonly nameOf: (state: string) => string;
}

/** Choices about how the parties decide, what they bring, how long it lasts and how one leaves. */
export function treatyVariables(treaty: Treaty, setting: TermSetting): readonly DesignVariable[] {
  return [
    ...suspensionsOf(treaty),
    ...decisionsOf(treaty, setting),
    ...basesOf(treaty, setting),
    ...pledgeOf(treaty, setting),
    ...pledgersOf(treaty, setting),
    ...termOf(treaty, setting),
    ...earliestOf(treaty, setting),
    ...noticeOf(treaty),
  ];
}

function suspensionsOf({ suspensions = [] }: Treaty): readonly DesignVariable[] {
  if (suspensions.length === 0) return [];
  const lifted: ClauseValue = {
    id: 'lifted',
    words: 'every suspension is lifted',
    edit: ({ suspensions: _lifted, ...rest }) => rest,
  };
  return variableOf('suspensions', 'Suspended duties', asGiven('kept', 'what is suspended stays suspended'), [lifted]);
}

const RULES = {
  unanimity: 'unanimity',
  silence: 'consensus by silence: a draft stands unless somebody objects',
  'two-thirds': 'two thirds',
  majority: 'a majority',
  none: 'no common decision: each acts by itself',
} as const;
type Rule = keyof typeof RULES;

function ruleOf({ decisions }: Treaty): string {
  if (decisions?.silence_procedure === true) return 'silence';
  return decisions?.rule === 'consensus' ? 'unanimity' : (decisions?.rule ?? 'none');
}

function decisionsOf(treaty: Treaty, { members }: TermSetting): readonly DesignVariable[] {
  const to = (rule: Rule): ClauseValue => ({
    id: rule,
    words: RULES[rule],
    edit: ({ decisions, ...rest }) => {
      const { silence_procedure: _silence, note: _note, ...kept } = decisions ?? { rule: 'none' as const };
      return { ...rest, decisions: rule === 'silence' ? { ...kept, rule: 'consensus', silence_procedure: true } : { ...kept, rule } };
    },
  });
  const given = ruleOf(treaty);
  const rules: readonly Rule[] = members.length === 2 ? ['unanimity', 'none'] : ['unanimity', 'silence', 'two-thirds', 'majority', 'none'];
  const words = Object.entries(RULES).find(([rule]) => rule === given)?.[1] ?? given;
  return variableOf('decisions.rule', 'How the parties decide', asGiven(given, words), rules.map(to));
}

function basesOf({ institutions }: Treaty, { forces }: TermSetting): readonly DesignVariable[] {
  if (institutions?.bases !== true || !forces) return [];
  const none: ClauseValue = {
    id: 'false',
    words: 'no forces of one party stay on the land of another under this treaty',
    edit: (treaty) => ({ ...treaty, institutions: { ...treaty.institutions, bases: false } }),
  };
  return variableOf('institutions.bases', 'Forces on the land of allies', asGiven('true', 'forces stay where they are'), [none]);
}

/** The metric of pledges that the ledger of spending knows. */
export const FLOOR_METRIC = 'defense-share-of-gdp';
/** Floors of spending that are tried, of GDP. */
const FLOORS = [0.01, 0.015, 0.02, 0.025, 0.03, 0.035] as const;

type Pledge = NonNullable<NonNullable<Treaty['burden']>['pledges']>[number];

const isFloor =
  (date: string) =>
  (pledge: Pledge): boolean =>
    pledge.metric === FLOOR_METRIC && pledge.at_least !== undefined && (pledge.agreed ?? '') <= date;

/** Pledges of a floor of spending that hold on a date. */
export function floorsOf({ burden }: Treaty, date: string): readonly Pledge[] {
  return (burden?.pledges ?? []).filter(isFloor(date));
}

const percent = (share: number): string => `${Number((100 * share).toPrecision(3))}%`;

function withPledges(treaty: Treaty, pledges: readonly Pledge[]): Treaty {
  const { pledges: _old, ...burden } = treaty.burden ?? {};
  const { burden: _burden, ...rest } = treaty;
  const next = { ...burden, ...(pledges.length > 0 && { pledges: [...pledges] }) };
  return Object.keys(next).length === 0 ? rest : { ...rest, burden: next };
}

function pledgeOf(treaty: Treaty, { date }: TermSetting): readonly DesignVariable[] {
  const floors = floorsOf(treaty, date);
  const given = Math.max(0, ...floors.map(({ at_least }) => at_least ?? 0));
  const spends = (share: number): string => `every party spends at least ${percent(share)} of its GDP on defense`;
  const to = (share: number): ClauseValue => ({
    id: percent(share),
    words: spends(share),
    edit: (text) => {
      const holds = isFloor(date);
      const pledges = text.burden?.pledges ?? [];
      const next: readonly Pledge[] = pledges.some(holds)
        ? pledges.map((one) => (holds(one) ? { ...one, at_least: share } : one))
        : [...pledges, { id: 'defense-spending', metric: FLOOR_METRIC, at_least: share, bound: 'all', agreed: date, reading: 'National budget reports' }];
      return withPledges(text, next);
    },
  });
  const none: ClauseValue = {
    id: 'none',
    words: 'no floor of spending',
    edit: (text) =>
      withPledges(
        text,
        (text.burden?.pledges ?? []).filter((one) => !isFloor(date)(one)),
      ),
  };
  const at = given === 0 ? asGiven('none', none.words) : asGiven(percent(given), spends(given));
  return variableOf('burden.pledges', 'Floor of defense spending', at, [none, ...FLOORS.map(to)]);
}

function pledgersOf(treaty: Treaty, { date, members, burdened, nameOf }: TermSetting): readonly DesignVariable[] {
  const free = burdened.filter((state) => members.includes(state));
  const kept = members.filter((state) => !free.includes(state));
  const [first, ...rest] = kept;
  if (free.length === 0 || first === undefined || floorsOf(treaty, date).some(({ bound }) => bound !== undefined && bound !== 'all')) return [];
  const freed: ClauseValue = {
    id: 'better-off',
    words: `${both(free.map(nameOf))} ${free.length === 1 ? 'is' : 'are'} free of the floor`,
    edit: (text) =>
      withPledges(
        text,
        (text.burden?.pledges ?? []).map((one) => (isFloor(date)(one) ? { ...one, bound: [first, ...rest] } : one)),
      ),
  };
  return variableOf('burden.pledges.bound', 'Whom the floor binds', asGiven('all', 'all parties'), [freed]);
}

const RENEWALS = { tacit: 'renewed unless somebody objects', active: 'renewed where all agree again', none: 'and then it ends' } as const;

function termOf(treaty: Treaty, { date }: TermSetting): readonly DesignVariable[] {
  const { term } = treaty;
  const to = (id: string, words: string, next: Term): ClauseValue => ({
    id,
    words,
    edit: (text) => {
      const { article, review } = text.term ?? {};
      return { ...text, term: { ...next, ...(article !== undefined && { article }), ...(review !== undefined && { review }) } };
    },
  });
  const fixed = (length: string, renewal: keyof typeof RENEWALS): ClauseValue =>
    to(`${length}-${renewal}`, `${durationWords(length)} from ${date}, ${RENEWALS[renewal]}`, {
      kind: 'fixed',
      length,
      until: addDuration(date, length),
      renewal,
      ...(renewal !== 'none' && { renewal_length: length }),
    });
  const given = asGiven(term?.kind === 'indefinite' ? 'indefinite' : 'given', term === undefined ? 'nothing is said of how long it lasts' : words(term));
  return variableOf('term', 'How long it lasts', given, [
    to('indefinite', 'without limit', { kind: 'indefinite' }),
    fixed('P10Y', 'tacit'),
    fixed('P10Y', 'active'),
    fixed('P10Y', 'none'),
    fixed('P5Y', 'none'),
  ]);
}

const words = (term: Term): string =>
  termSentence(term)
    .replace(/^It lasts /, '')
    .replace(/ \((article|point) [^)]*\)/g, '')
    .replace(/\.$/, '');

const NOTICES = ['P3M', 'P6M', 'P1Y', 'P2Y', 'P5Y'] as const;

function noticeOf({ exit }: Treaty): readonly DesignVariable[] {
  const to = (notice: string): ClauseValue => ({
    id: notice,
    words: `by notice of ${durationWords(notice)}`,
    edit: (text) => {
      const { allowed: _allowed, note: _note, ...rest } = text.exit ?? {};
      return { ...text, exit: { ...rest, notice } };
    },
  });
  const given =
    exit?.allowed === false
      ? asGiven('forbidden', 'the text forbids it')
      : exit?.notice === undefined
        ? asGiven('none', 'without notice')
        : asGiven(exit.notice, `by notice of ${durationWords(exit.notice)}`);
  return variableOf('exit.notice', 'How one leaves', given, NOTICES.map(to));
}

function earliestOf(treaty: Treaty, { date }: TermSetting): readonly DesignVariable[] {
  const { exit, in_force: since } = treaty;
  // A period that is over already moves nothing: it is chosen for treaties that begin.
  if (since === undefined || addDuration(since, 'P1Y') < date || exit?.allowed === false) return [];
  const to = (id: string): ClauseValue => ({
    id,
    words: id === 'none' ? 'from the first day' : `not before ${durationWords(id)} from entry into force`,
    edit: (text) => {
      const { earliest: _earliest, ...rest } = text.exit ?? {};
      return { ...text, exit: id === 'none' ? rest : { ...rest, earliest: id } };
    },
  });
  const given = to(exit?.earliest ?? 'none');
  return variableOf('exit.earliest', 'From when one may leave', asGiven(given.id, given.words), ['none', 'P5Y', 'P10Y', 'P20Y'].map(to));
}

/** A state in the treaty or out of it. */
export function memberVariable(treaty: Treaty, state: string, date: string, nameOf: (state: string) => string): DesignVariable {
  const isIn = treaty.parties.some((party) => party.state === state);
  const name = nameOf(state);
  const inside: ClauseValue = {
    id: 'in',
    words: `${name} is a party`,
    edit: (text) => (text.parties.some((party) => party.state === state) ? text : { ...text, parties: [...text.parties, { state, from: date }] }),
  };
  const outside: ClauseValue = {
    id: 'out',
    words: `${name} is no party`,
    edit: (text) => without(text, state),
  };
  const [given, other] = isIn ? [inside, outside] : [outside, inside];
  return { id: `parties.${state}`, title: name, given, values: [asGiven(given.id, given.words), other] };
}

/** The text without one of its parties, and without what it says of that party alone. */
function without(treaty: Treaty, state: string): Treaty {
  const kept = (states: readonly string[]): readonly string[] => states.filter((one) => one !== state);
  const listed = <W>(who: W): W | [string, ...string[]] | undefined => {
    if (!Array.isArray(who)) return who;
    const [first, ...rest] = kept(who.map(String));
    return first === undefined ? undefined : [first, ...rest];
  };
  const obligations = treaty.obligations.flatMap((one) => {
    const [bound, to] = [listed(one.bound), listed(one.to)];
    return bound === undefined || to === undefined ? [] : [{ ...one, bound, to }];
  });
  const reservations = treaty.reservations?.filter((one) => one.state !== state);
  const suspensions = treaty.suspensions?.flatMap((one) => {
    const bound = listed(one.bound);
    const to = one.to === undefined ? undefined : listed(one.to);
    return bound === undefined || (one.to !== undefined && to === undefined) ? [] : [{ ...one, bound, ...(to !== undefined && { to }) }];
  });
  const pledges = treaty.burden?.pledges?.flatMap((one) => {
    const bound = one.bound === undefined ? undefined : listed(one.bound);
    return one.bound !== undefined && bound === undefined ? [] : [{ ...one, ...(bound !== undefined && { bound }) }];
  });
  return {
    ...treaty,
    parties: treaty.parties.filter((party) => party.state !== state),
    obligations,
    ...(reservations !== undefined && { reservations }),
    ...(suspensions !== undefined && { suspensions }),
    ...(treaty.burden !== undefined && { burden: { ...treaty.burden, ...(pledges !== undefined && { pledges }) } }),
  };
}
