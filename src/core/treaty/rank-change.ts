/**
 * Clause changes by what they do to the commitment: stronger or weaker in what is owed, broader or narrower in who, when, where and against whom
 * it is owed. What cannot be ranked is different.
 */
import { orderOfAreas } from './area-order.ts';
import { diffTreaties, type Change } from './diff.ts';
import { equal } from './equal.ts';
import { joined, opposite, orderOfDurations, orderOfNumbers, orderOfSets, orderOfSpans, orderOfWords, type Order } from './order.ts';
import type { NameOf } from './phrases.ts';
import type { Treaty } from './schema.ts';
import type { ToWhom, Who } from './schema-words.ts';
import type { Obligation, Trigger } from './obligation-schema.ts';
import { adversariesOf, domainsOf, eventsOf } from './trigger.ts';
import { ATTACK_OBJECTS, DOMAINS, type TriggerEvent } from './vocabulary.ts';

export const CHANGE_LABELS = ['stronger', 'weaker', 'broader', 'narrower', 'different'] as const;
export type ChangeLabel = (typeof CHANGE_LABELS)[number];

export interface RankedChange extends Change {
  readonly label: ChangeLabel;
  /** Why, in a few words: "less notice to leave"; left out where it cannot be ranked. */
  readonly reason?: string;
}

/** A change on one of the two scales, with what more and less of it are called. */
interface Ranking {
  readonly scale: 'strength' | 'breadth';
  readonly order: Order;
  readonly more: string;
  readonly less: string;
}

const strength = (order: Order, more: string, less: string): Ranking => ({ scale: 'strength', order, more, less });
const breadth = (order: Order, more: string, less: string): Ranking => ({ scale: 'breadth', order, more, less });
const APART = strength('apart', '', '');

/**
 * Every difference between two treaties, or one on two dates, labeled by what it does to the commitment. Swapping the two turns every label
 * around.
 */
export function rankChanges(a: Treaty, b: Treaty, nameOf?: NameOf): readonly RankedChange[] {
  return diffTreaties(a, b, nameOf).map((change) => ({ ...change, ...labelOf(rankingOf(change, a, b)) }));
}

function labelOf({ scale, order, more, less }: Ranking): Pick<RankedChange, 'label' | 'reason'> {
  if (order === 'more') return { label: scale === 'strength' ? 'stronger' : 'broader', reason: more };
  if (order === 'less') return { label: scale === 'strength' ? 'weaker' : 'narrower', reason: less };
  return { label: 'different' };
}

function rankingOf(change: Change, a: Treaty, b: Treaty): Ranking {
  switch (change.path[0]) {
    case 'parties':
      return partyRanking(change.clause, a, b);
    case 'obligations':
      return obligationRanking(change, a, b);
    case 'in_force':
      return strength(presence(change), 'it enters into force', 'it does not enter into force');
    case 'ended':
      return strength(opposite(presence(change)), 'it does not end', 'it ends');
    case 'reservations':
      return breadth(opposite(lists(change)), 'fewer reservations', 'more reservations');
    case 'suspensions':
      return breadth(opposite(lists(change)), 'fewer suspensions', 'more suspensions');
    case 'decisions':
      return decisionRanking(change);
    case 'institutions':
      return institutionRanking(change);
    case 'interoperability':
      return change.path[1] === 'level' ? strength(numbers(change), 'closer command and control', 'looser command and control') : APART;
    case 'burden':
      return change.path[1] === 'pledges' ? pledgeRanking(change, a, b, change.path[3]) : APART;
    case 'term':
      return strength(termOrder(a.term, b.term), 'it binds for longer', 'it binds for less long');
    case 'exit':
      return exitRanking(a.exit, b.exit);
    default:
      return APART;
  }
}

function presence({ before, after }: Change): Order {
  return orderOfNumbers(Number(before !== undefined), Number(after !== undefined)) === 'same' ? 'apart' : before === undefined ? 'more' : 'less';
}

function lists({ before, after }: Change): Order {
  return orderOfSets(Array.isArray(before) ? before : [], Array.isArray(after) ? after : []);
}

function numbers({ before, after }: Change): Order {
  return typeof before === 'number' && typeof after === 'number' ? orderOfNumbers(before, after) : 'apart';
}

function partyRanking(state: string, a: Treaty, b: Treaty): Ranking {
  const of = (treaty: Treaty): Treaty['parties'] => treaty.parties.filter((party) => party.state === state);
  const [before, after] = [of(a), of(b)];
  if (before.length === 0) return breadth('more', 'one member more', '');
  if (after.length === 0) return breadth('less', '', 'one member less');
  const [old, now] = [before[0], after[0]];
  if (before.length !== 1 || after.length !== 1 || old === undefined || now === undefined || old.role !== now.role) return APART;
  return breadth(orderOfSpans(old, now), 'bound for a longer time', 'bound for a shorter time');
}

function obligationRanking(change: Change, a: Treaty, b: Treaty): Ranking {
  const before = a.obligations.find(({ id }) => id === change.clause);
  const after = b.obligations.find(({ id }) => id === change.clause);
  if (before === undefined) return strength('more', 'more is promised', '');
  if (after === undefined) return strength('less', '', 'less is promised');
  const [, , part, field] = change.path;
  switch (part) {
    case 'kind':
      return strength(
        orderOfWords(['consultation', 'assistance', 'defense'], before.kind, after.kind),
        'a duty that goes further',
        'a duty that goes less far',
      );
    case 'bound':
      return breadth(orderOfSets(statesOf(before.bound, a), statesOf(after.bound, b)), 'more states are bound', 'fewer states are bound');
    case 'to':
      return breadth(orderOfWhom(before.to, after.to, a, b), 'owed to more states', 'owed to fewer states');
    case 'from':
    case 'until':
      return breadth(
        orderOfSpans({ from: before.from, to: before.until }, { from: after.from, to: after.until }),
        'it binds for a longer time',
        'it binds for a shorter time',
      );
    case 'trigger':
      return triggerRanking(field, before, after);
    case 'response':
      return responseRanking(field, before.response, after.response);
    default:
      return APART;
  }
}

function statesOf(who: Who, { parties }: Treaty): readonly string[] {
  if (Array.isArray(who)) return who;
  return [...new Set((who === 'all' ? parties : parties.filter(({ role }) => role === who.role)).map(({ state }) => state))];
}

function orderOfWhom(before: ToWhom, after: ToWhom, a: Treaty, b: Treaty): Order {
  if (before === 'any' || after === 'any') return before === after ? 'same' : after === 'any' ? 'more' : 'less';
  return orderOfSets(statesOf(before, a), statesOf(after, b));
}

/** Events that an event holds: an attack is also a war, a hostility and a threat. */
const HELD_EVENTS: Readonly<Partial<Record<TriggerEvent, readonly TriggerEvent[]>>> = {
  war: ['armed-attack'],
  'any-hostility': ['armed-attack', 'war'],
  threat: ['armed-attack'],
};

function eventsCovered(trigger: Trigger): readonly TriggerEvent[] {
  return [...new Set(eventsOf(trigger).flatMap((event) => [event, ...(HELD_EVENTS[event] ?? [])]))];
}

function triggerRanking(field: string | number | undefined, before: Obligation, after: Obligation): Ranking {
  const [old, now] = [before.trigger, after.trigger];
  if (old === undefined || now === undefined) return breadth(now === undefined ? 'more' : 'less', 'it holds whatever happens', 'it falls due only on an event');
  switch (field) {
    case 'event':
      return breadth(orderOfSets(eventsCovered(old), eventsCovered(now)), 'more events make it fall due', 'fewer events make it fall due');
    case 'domains':
      return breadth(orderOfSets(domainsOf(old) ?? DOMAINS, domainsOf(now) ?? DOMAINS), 'more domains', 'fewer domains');
    case 'objects':
      return breadth(orderOfSets(old.objects ?? ATTACK_OBJECTS, now.objects ?? ATTACK_OBJECTS), 'more objects of attack', 'fewer objects of attack');
    case 'area':
      return breadth(orderOfAreas(before, after), 'a wider area', 'a smaller area');
    case 'against':
      return breadth(orderOfAdversaries(old, now), 'against more adversaries', 'against fewer adversaries');
    case 'except':
      return breadth(opposite(orderOfExceptions(old.except, now.except)), 'fewer exceptions', 'more exceptions');
    case 'attackers_at_least':
      return breadth(
        opposite(orderOfNumbers(old.attackers_at_least ?? 1, now.attackers_at_least ?? 1)),
        'owed against fewer attackers at once',
        'owed only against more attackers at once',
      );
    case 'unprovoked':
      return breadth(opposite(flags(old.unprovoked, now.unprovoked)), 'owed also where it was provoked', 'owed only where it was not provoked');
    case 'parties_included':
      return breadth(flags(old.parties_included, now.parties_included), 'attacks by a party are covered', 'attacks by a party are not covered');
    case 'on_request':
      return breadth(opposite(flags(old.on_request, now.on_request)), 'owed without being asked', 'owed only when asked');
    case 'requires':
      return breadth(opposite(orderOfSets(old.requires ?? [], now.requires ?? [])), 'fewer must act first', 'more must act first');
    default:
      return APART;
  }
}

const flags = (before: boolean | undefined, after: boolean | undefined): Order => orderOfNumbers(Number(before === true), Number(after === true));

function orderOfAdversaries(before: Trigger, after: Trigger): Order {
  const [old, now] = [adversariesOf(before), adversariesOf(after)];
  const reachesAny = (list: typeof old): boolean => list.length === 0 || list.includes('any');
  if (reachesAny(old) || reachesAny(now)) return reachesAny(old) ? (reachesAny(now) ? 'same' : 'less') : 'more';
  return orderOfSets(old, now);
}

/** More of it: more is excepted. */
function orderOfExceptions(before: Trigger['except'], after: Trigger['except']): Order {
  if (before === undefined || after === undefined) return before === after ? 'same' : before === undefined ? 'more' : 'less';
  return joined([orderOfSets(before.states, after.states), orderOfWords(['attacked-by-party', 'always'], before.when, after.when)]);
}

function responseRanking(field: string | number | undefined, before: Obligation['response'] = {}, after: Obligation['response'] = {}): Ranking {
  if (field === undefined) {
    const orders = RESPONSE_FIELDS.map((one) => responseRanking(one, before, after).order);
    return strength(joined(orders), 'more is fixed', 'less is fixed');
  }
  switch (field) {
    case 'automaticity':
      return strength(
        orderOfWords(['discretionary', 'automatic'], before.automaticity ?? 'automatic', after.automaticity ?? 'automatic'),
        'the text fixes what is owed',
        'each judges what it does',
      );
    case 'force':
      return strength(orderOfForce(before.force, after.force), 'more of armed force is asked', 'less of armed force is asked');
    case 'against':
      return breadth(orderOfNamed(before.against, after.against), 'to be fought against more states', 'to be fought against fewer states');
    case 'consult_first':
      return strength(opposite(flags(before.consult_first, after.consult_first)), 'no consultation comes first', 'consultation comes first');
    case 'constitutional_processes':
      return strength(
        opposite(flags(before.constitutional_processes, after.constitutional_processes)),
        'constitutional processes are not reserved',
        'constitutional processes are reserved',
      );
    default:
      return APART;
  }
}

const RESPONSE_FIELDS = ['automaticity', 'force', 'against', 'consult_first', 'constitutional_processes'] as const;

/** A text silent on force stands below one that asks for it and above one that rules it out; beside one that leaves it open. */
function orderOfForce(before: string | undefined, after: string | undefined): Order {
  if (before === undefined || after === undefined) {
    const ranks = ['excluded', undefined, 'required'];
    return orderOfWords(ranks, before, after);
  }
  return orderOfWords(['excluded', 'not-required', 'required'], before, after);
}

/** A list that is not given reaches all. */
function orderOfNamed(before: readonly string[] | undefined, after: readonly string[] | undefined): Order {
  if (before === undefined || after === undefined) return before === after ? 'same' : after === undefined ? 'more' : 'less';
  return orderOfSets(before, after);
}

function decisionRanking({ path, before, after }: Change): Ranking {
  const word = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const flag = (value: unknown): boolean => value === true;
  switch (path[1]) {
    case 'rule':
      return strength(ruleOrder(word(before), word(after)), 'fewer can hold it up', 'more can hold it up');
    case 'silence_procedure':
      return strength(flags(flag(before), flag(after)), 'silence lets it pass', 'silence no longer lets it pass');
    case 'attacker_votes':
      return strength(opposite(flags(flag(before), flag(after))), 'an attacker loses its vote', 'an attacker keeps its vote');
    default:
      return APART;
  }
}

/** By how many must agree; what no procedure or one hub decides is another matter. */
function ruleOrder(before: string | undefined, after: string | undefined): Order {
  const same = (rule: string | undefined): string | undefined => (rule === 'consensus' ? 'unanimity' : rule);
  const order = orderOfWords(['unanimity', 'two-thirds', 'qualified-majority', 'majority'], same(before), same(after));
  return order === 'same' ? 'apart' : order;
}

const FREQUENCIES = ['none', 'ad-hoc', 'biennial', 'yearly'] as const;

function institutionRanking({ path, before, after }: Change): Ranking {
  const [, field] = path;
  const fields = (value: unknown): Readonly<Record<string, unknown>> => (typeof value === 'object' && value !== null ? { ...value } : {});
  if (field === undefined) {
    const [old, now] = [fields(before), fields(after)];
    const orders = [...new Set([...Object.keys(old), ...Object.keys(now)])].map((key) => institutionOrder(key, old[key], now[key]));
    return strength(joined(orders), 'more stands behind it', 'less stands behind it');
  }
  const what = field === 'meetings' || field === 'exercises' ? field : 'stands behind it';
  return strength(institutionOrder(field, before, after), `more ${what}`, field === what ? `fewer ${what}` : `less ${what}`);
}

function institutionOrder(field: string | number, before: unknown, after: unknown): Order {
  if (field === 'note' || field === 'beyond_text') return 'same';
  if (field === 'meetings' || field === 'exercises') {
    const word = (value: unknown): string => (typeof value === 'string' ? value : 'none');
    return orderOfWords(FREQUENCIES, word(before), word(after));
  }
  const isFlag = (value: unknown): boolean => value === undefined || typeof value === 'boolean';
  return isFlag(before) && isFlag(after) ? flags(before === true, after === true) : 'apart';
}

function pledgeRanking(change: Change, a: Treaty, b: Treaty, field: string | number | undefined): Ranking {
  if (change.before === undefined && field === undefined) return strength('more', 'more is pledged', '');
  if (change.after === undefined && field === undefined) return strength('less', '', 'less is pledged');
  const of = (treaty: Treaty) => treaty.burden?.pledges?.find(({ id }) => id === change.clause);
  const [before, after] = [of(a), of(b)];
  if (before === undefined || after === undefined) return APART;
  switch (field) {
    case 'at_least':
      return before.metric === after.metric && before.unit === after.unit ? strength(numbers(change), 'more is pledged', 'less is pledged') : APART;
    case 'bound':
      return breadth(orderOfSets(statesOf(before.bound ?? 'all', a), statesOf(after.bound ?? 'all', b)), 'more states pledged', 'fewer states pledged');
    case 'by':
      return before.by === undefined || after.by === undefined
        ? strength(opposite(orderOfNumbers(Number(before.by === undefined), Number(after.by === undefined))), 'a day is set', 'no day is set')
        : strength(orderOfSpans({ from: before.by }, { from: after.by }), 'sooner', 'later');
    default:
      return APART;
  }
}

/** How long a treaty binds. What is read when and was renewed when is no part of it. */
function termOrder(before: Treaty['term'], after: Treaty['term']): Order {
  if (before === undefined || after === undefined) return 'apart';
  const same = (key: 'condition' | 'review' | 'length' | 'until' | 'renewal' | 'renewal_length'): boolean => equal(before[key], after[key]);
  if (!same('condition') || !same('review')) return 'apart';
  const kinds = orderOfWords(['fixed', 'indefinite'], before.kind, after.kind);
  const atWar = orderOfNumbers(Number(before.at_war !== undefined), Number(after.at_war !== undefined));
  if (kinds !== 'same') return joined([kinds, atWar]);
  const given = (key: 'length' | 'until' | 'renewal' | 'renewal_length', order: (from: string, to: string) => Order): Order => {
    const [from, to] = [before[key], after[key]];
    return same(key) ? 'same' : from === undefined || to === undefined ? 'apart' : order(from, to);
  };
  const orders = [
    given('length', orderOfDurations),
    given('until', (from, to) => orderOfSpans({ to: from }, { to })),
    given('renewal', (from, to) => orderOfWords(['none', 'active', 'tacit'], from, to)),
    given('renewal_length', orderOfDurations),
    atWar,
  ];
  return joined(orders);
}

function exitRanking(before: Treaty['exit'], after: Treaty['exit']): Ranking {
  const forbids = (exit: Treaty['exit']): boolean => exit?.allowed === false;
  if (forbids(before) || forbids(after)) {
    return strength(orderOfNumbers(Number(forbids(before)), Number(forbids(after))), 'no leaving', 'leaving is possible');
  }
  if (before === undefined || after === undefined) return APART;
  const [notice, earliest] = [orderOfDurations(before.notice, after.notice), orderOfDurations(before.earliest, after.earliest)];
  const both = joined([notice, earliest]);
  return notice === 'same' ? strength(both, 'leaving opens later', 'leaving opens sooner') : strength(both, 'more notice to leave', 'less notice to leave');
}
