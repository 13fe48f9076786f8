import type { SystemId, Years } from '../units.ts';

/** A day as a whole number, yyyymmdd: such numbers compare as days do. */
export type DayStamp = number;

/** One spell of a state's membership in the system, both days included. */
export interface MemberSpell {
  readonly code: number;
  readonly abbreviation: string;
  readonly name: string;
  readonly from: DayStamp;
  readonly to: DayStamp;
}

interface Stay {
  readonly from: DayStamp;
  readonly to: DayStamp;
}

/** Who is a member when. States are numbered from 0 in the order of their codes. */
export interface StateSystem {
  readonly id: SystemId;
  readonly codes: readonly number[];
  readonly names: readonly string[];
  readonly abbreviations: readonly string[];
  /** The spells of a state, earliest first. */
  readonly stays: readonly (readonly Stay[])[];
  /** The last day the list speaks of. */
  readonly lastDay: DayStamp;
  /** States that are members on that day: they stay so in later years. */
  readonly continued: number;
  /** The number of a state; -1 where no state ever has the code. */
  indexOf(code: number): number;
}

/** After every day. */
const FOREVER: DayStamp = 9999_12_31;

export const stamp = (year: number, month: number, day: number): DayStamp => year * 10_000 + month * 100 + day;
export const yearOfStamp = (day: DayStamp): number => Math.floor(day / 10_000);

/** A day as text: 2016-12-31. */
export function isoOfStamp(day: DayStamp): string {
  const text = String(day).padStart(8, '0');
  return `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
}

/**
 * The system of a list of spells. The list ends on the latest of its last days; who is a member on that day stays one
 * afterwards, since the list says nothing of an end.
 */
export function createStateSystem(id: SystemId, spells: readonly MemberSpell[]): StateSystem {
  const lastDay = spells.reduce((latest, { to }) => Math.max(latest, to), 0);
  const codes = [...new Set(spells.map(({ code }) => code))].sort((a, b) => a - b);
  const indices = new Map(codes.map((code, index) => [code, index]));
  const spellsOf = codes.map((code) => spells.filter((spell) => spell.code === code).sort((a, b) => a.from - b.from));
  const lastOf = spellsOf.map((own) => own.at(-1));
  return {
    id,
    codes,
    names: lastOf.map((spell) => spell?.name ?? ''),
    abbreviations: lastOf.map((spell) => spell?.abbreviation ?? ''),
    stays: spellsOf.map((own) => own.map(({ from, to }) => ({ from, to: to === lastDay ? FOREVER : to }))),
    lastDay,
    continued: spells.filter(({ to }) => to === lastDay).length,
    indexOf: (code) => indices.get(code) ?? -1,
  };
}

/** Spans of years from spells of days: those that touch or follow year on year are one. */
export function yearSpans(stays: readonly Stay[], { first, last }: Years): Years[] {
  const spans: { first: number; last: number }[] = [];
  for (const { from, to } of stays) {
    const start = Math.max(yearOfStamp(from), first);
    const end = Math.min(yearOfStamp(to), last);
    if (start > end) continue;
    const before = spans.at(-1);
    if (before !== undefined && start <= before.last + 1) before.last = Math.max(before.last, end);
    else spans.push({ first: start, last: end });
  }
  return spans;
}

/** The days on which two states are members together. */
export function together(a: readonly Stay[], b: readonly Stay[]): Stay[] {
  const common: Stay[] = [];
  for (const one of a) {
    for (const other of b) {
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to);
      if (from <= to) common.push({ from, to });
    }
  }
  return common.sort((x, y) => x.from - y.from);
}
