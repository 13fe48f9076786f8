import { compareDates, daysBetween, normalizeDate } from '../states/dates.ts';
import type { Treaty } from '../treaty/schema.ts';
import { CODED_FIELDS, type CodedField } from '../treaty/vocabulary.ts';
import type { AtopAlliance } from './alliance.ts';
import { codingOfAlliance } from './coding-of-alliance.ts';
import { codingOfTreaty } from './coding-of-treaty.ts';
import { ABSENT, IN_EFFECT, JOINED, LEFT, UNCONDITIONAL, type Coding } from './coding.ts';
import { datedPhases, type DatedPhase } from './phases.ts';
import type { CowStates } from './states.ts';

/** Something of a treaty that the catalog and ATOP both code, or one of them. */
export interface Comparison {
  /** Id of the treaty in the catalog. */
  readonly treaty: string;
  /** ATOP number. */
  readonly atop: number;
  readonly field: CodedField;
  /** The state, promise, date or institution. */
  readonly of: string;
  /** What the catalog says; null where it says nothing. */
  readonly ours: string | null;
  readonly theirs: string | null;
  readonly agree: boolean;
  /** Why the two differ, as the treaty's file has it. */
  readonly reason?: string;
}

/** A reason in a treaty's file for a difference that there is not. */
export interface IdleReason {
  readonly treaty: string;
  readonly field: CodedField;
  readonly of?: string;
}

/** How many of the things compared agree. */
export interface Agreement {
  readonly compared: number;
  readonly agree: number;
}

export interface FieldAgreement extends Agreement {
  /** Of those of which a side says that there is something: of the others both say that there is nothing. */
  readonly present: Agreement;
}

export interface AtopAgreement {
  /** Treaties compared. */
  readonly treaties: number;
  readonly fields: Readonly<Record<CodedField, FieldAgreement>>;
  readonly comparisons: readonly Comparison[];
  readonly idle: readonly IdleReason[];
}

type Pair = Pick<Comparison, 'ours' | 'theirs'>;

/** Compares the treaties of a catalog that ATOP codes too with its coding. A treaty whose number ATOP lacks is left out. */
export function agreementWithAtop(treaties: readonly Treaty[], alliances: readonly AtopAlliance[], states: CowStates): AtopAgreement {
  const byId = new Map(alliances.map((alliance) => [alliance.id, alliance]));
  const compared = treaties.flatMap((treaty) => {
    const alliance = treaty.atop === undefined ? undefined : byId.get(treaty.atop);
    const phases = alliance === undefined ? [] : phasesOf(treaty, datedPhases(alliance.phases));
    if (phases.length === 0) return [];
    const siblings = treaties.filter((one) => one.id !== treaty.id && one.atop === treaty.atop && phasesOf(one, phases).length > 0);
    return [{ treaty, comparisons: compareCodings(treaty, codingOfTreaty(treaty), codingOfAlliance(phases, states), siblings) }];
  });
  const comparisons = compared.flatMap((one) => one.comparisons);
  const counts = (field: CodedField): FieldAgreement => countsOf(comparisons.filter((one) => one.field === field));
  return {
    treaties: compared.length,
    fields: {
      members: counts('members'),
      obligations: counts('obligations'),
      dates: counts('dates'),
      conditions: counts('conditions'),
      term: counts('term'),
      renunciation: counts('renunciation'),
      secrecy: counts('secrecy'),
      institutions: counts('institutions'),
    },
    comparisons,
    idle: compared.flatMap((one) => idleReasons(one.treaty, one.comparisons)),
  };
}

/** The phases of an alliance that stood in the life of a treaty; the only one whatever its days. */
function phasesOf({ signed, ended }: Treaty, phases: readonly DatedPhase[]): readonly DatedPhase[] {
  const [only, ...more] = phases;
  if (only !== undefined && more.length === 0) return [only];
  return phases.filter(
    ({ from, until }) => (ended === undefined || compareDates(from, ended.date) < 0) && (until === undefined || compareDates(signed, until) < 0),
  );
}

/** Fields in which a side that names nothing says that there is nothing; in the others it does not say. */
const LISTS: ReadonlySet<CodedField> = new Set(['members', 'obligations']);

/** @param siblings treaties that ATOP takes as one with this: where one came before or after, its own first or last day is not ATOP's */
function compareCodings(treaty: Treaty, ours: Coding, theirs: Coding, siblings: readonly Treaty[]): readonly Comparison[] {
  const { id, atop = 0, signed, atop_differences: reasons = [] } = treaty;
  const renewed = siblings.some((one) => compareDates(one.signed, signed) < 0);
  const replaced = siblings.some((one) => compareDates(one.signed, signed) > 0);
  return CODED_FIELDS.flatMap((field) => {
    const [own, other] = [ours[field], theirs[field]];
    const items = LISTS.has(field) ? [...new Set([...other.keys(), ...own.keys()])] : [...other.keys()].filter((item) => own.has(item));
    const like = items.filter((item) => !(renewed && item.endsWith(JOINED)) && !(replaced && item.endsWith(LEFT)));
    return like.map((of): Comparison => {
      const pair = { ours: own.get(of) ?? null, theirs: other.get(of) ?? null };
      const agree = field === 'dates' ? isSameDate(treaty, of, pair) : isSame(field, pair);
      const reason = agree ? undefined : reasons.find((one) => one.field === field && (one.of === undefined || one.of === of))?.reason;
      return { treaty: id, atop, field, of, ...pair, agree, ...(reason !== undefined && { reason }) };
    });
  });
}

function isSame(field: CodedField, { ours, theirs }: Pair): boolean {
  return field === 'conditions' ? (ours === UNCONDITIONAL) === (theirs === UNCONDITIONAL) : ours === theirs;
}

/** Days by which two ends may differ and be the same: armistice or ratification, last day or first without. */
const TOLERANCE = 31;

/** Days that an accession may take from signature to the day from which it binds. */
const RATIFICATION = 2 * 365 + 1;

/**
 * Ends agree within a month. A party joins here on the day from which the treaty binds it, in ATOP on that of its signature: they
 * agree where the signature comes first, no earlier than that of the treaty for a party bound since its entry into force, by two years
 * at most for one that came later. A day or month that one side does not know agrees with any.
 */
function isSameDate({ signed, in_force: inForce = signed }: Treaty, item: string, { ours, theirs }: Pair): boolean {
  if (ours === null || theirs === null || ours === theirs) return ours === theirs;
  if (ours === IN_EFFECT || theirs === IN_EFFECT) return false;
  const known = Math.min(ours.length, theirs.length);
  if (ours.slice(0, known) === theirs.slice(0, known)) return true;
  const days = daysBetween(normalizeDate(theirs), normalizeDate(ours));
  if (!item.endsWith(JOINED)) return Math.abs(days) <= TOLERANCE;
  const isFounder = compareDates(ours, inForce) <= 0;
  const earliest = isFounder ? daysBetween(normalizeDate(signed), normalizeDate(ours)) + TOLERANCE : RATIFICATION;
  return days >= -TOLERANCE && days <= earliest;
}

function countsOf(comparisons: readonly Comparison[]): FieldAgreement {
  const count = (list: readonly Comparison[]): Agreement => ({ compared: list.length, agree: list.filter(({ agree }) => agree).length });
  return { ...count(comparisons), present: count(comparisons.filter(({ ours, theirs }) => !ABSENT.has(ours) || !ABSENT.has(theirs))) };
}

function idleReasons({ id, atop_differences: reasons = [] }: Treaty, comparisons: readonly Comparison[]): readonly IdleReason[] {
  const differs = (field: CodedField, of: string | undefined): boolean =>
    comparisons.some((one) => !one.agree && one.field === field && (of === undefined || one.of === of));
  return reasons.filter(({ field, of }) => !differs(field, of)).map(({ field, of }) => ({ treaty: id, field, ...(of !== undefined && { of }) }));
}
