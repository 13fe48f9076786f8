import { compareDates, dateOfDay, dayNumber } from '../states/dates.ts';
import { ATOP_KINDS, type AtopKind } from './conditions.ts';
import { codeOf } from './alliance.ts';
import { conditionsInWords, held, IN_EFFECT, JOINED, LEFT, MEMBER, NOT_MENTIONED, PROMISED, type Coding, type Condition } from './coding.ts';
import { membershipsOf, type Membership } from './memberships.ts';
import type { DatedPhase } from './phases.ts';
import { secrecyOf } from './provisions.ts';
import type { CowStates } from './states.ts';

/** Endings of the columns of conditions: `defco` + `adv`. */
const CONDITIONS: Readonly<Record<string, Condition>> = {
  adv: 'adversary',
  loc: 'place',
  con: 'conflict',
  num: 'number',
  dem: 'demands',
  npr: 'provocation',
  att: 'attack',
  req: 'request',
};

const TERMS = ['unspecified', 'fixed', 'until-condition', 'indefinite'] as const;
const RENEWALS = ['none', 'active', 'tacit'] as const;
const LEAVING = [NOT_MENTIONED, 'with notice', 'where a partner is the aggressor', 'after a set period', 'forbidden'] as const;

const word = (words: readonly string[], code: number | undefined): string => words[code ?? 0] ?? String(code);

/**
 * What ATOP codes of some phases of an alliance: members and promises of all of them together, dates from the first signature to
 * the last end, term, leaving and secrecy of the first, as it was agreed.
 * @throws {RangeError} where there is no phase
 */
export function codingOfAlliance(phases: readonly DatedPhase[], states: CowStates): Coding {
  const [first] = phases;
  if (first === undefined) throw new RangeError('no phase to read');
  const memberships = phases.flatMap((phase) => membershipsOf(phase, states));
  const rows = memberships.map(({ row }) => row);
  const kinds = ATOP_KINDS.filter(({ column }) => rows.some((row) => codeOf(row, column) === 1));
  const { row } = first.phase;
  const some = (...columns: readonly string[]): string => held(phases.some(({ phase }) => columns.some((name) => (codeOf(phase.row, name) ?? 0) > 0)));
  return {
    members: new Map(memberships.flatMap(({ state, number }) => [[state ?? String(number), MEMBER] as const])),
    obligations: new Map(kinds.map(({ kind }) => [kind, PROMISED])),
    dates: datesOf(memberships),
    conditions: new Map(
      kinds.filter(({ conditions }) => conditions !== undefined).map((kind) => [kind.kind, conditionsInWords(conditionsOf(kind, memberships))]),
    ),
    term: termOf(first),
    renunciation: codeOf(row, 'renounce') === undefined ? new Map() : new Map([['leaving', word(LEAVING, codeOf(row, 'renounce'))]]),
    secrecy: codeOf(row, 'pubsecr') === undefined ? new Map() : new Map([['secrecy', secrecyOf(row)]]),
    institutions: new Map([
      ['integrated command', some('intcom')],
      ['standing body', some('organ1', 'organ2')],
      ['bases', some('base')],
      ['dispute settlement', some('medarb')],
    ]),
  };
}

/** The last day of something whose first day without it is known. */
const lastDay = (until: string | undefined): string => (until === undefined ? IN_EFFECT : until.length === 10 ? dateOfDay(dayNumber(until) - 1) : until);

/** Of each member the day on which it signed, and the last on which it was bound. */
function datesOf(memberships: readonly Membership[]): ReadonlyMap<string, string> {
  const joined = new Map<string, string>();
  const left = new Map<string, string | undefined>();
  for (const { state, from, to } of memberships) {
    if (state === undefined) continue;
    const before = joined.get(state);
    joined.set(state, before === undefined || compareDates(from, before) < 0 ? from : before);
    const known = left.get(state);
    left.set(state, left.has(state) && known === undefined ? undefined : known === undefined || to === undefined || compareDates(to, known) > 0 ? to : known);
  }
  return new Map([...joined].flatMap(([state, from]) => [[`${state}${JOINED}`, from] as const, [`${state}${LEFT}`, lastDay(left.get(state))] as const]));
}

function conditionsOf({ kind, column, conditions = '' }: AtopKind, memberships: readonly Membership[]): ReadonlySet<Condition> {
  const found = new Set<Condition>();
  for (const { row } of memberships.filter((one) => codeOf(one.row, column) === 1)) {
    for (const [ending, condition] of Object.entries(CONDITIONS)) if (codeOf(row, `${conditions}${ending}`) === 1) found.add(condition);
    // ATOP ties other limits to no promise: they are of the strongest.
    if (codeOf(row, 'olimob') === 1 && ATOP_KINDS.find((one) => codeOf(row, one.column) === 1)?.kind === kind) found.add('other');
  }
  return found;
}

function termOf({ phase: { row } }: DatedPhase): ReadonlyMap<string, string> {
  const kind = codeOf(row, 'speclgth');
  if (kind === undefined) return new Map();
  return new Map([
    ['term', word(TERMS, kind)],
    ...(kind === 1 ? [['length', String(codeOf(row, 'length') ?? 0)] as const] : []),
    ['renewal', word(RENEWALS, codeOf(row, 'proren'))],
  ]);
}
