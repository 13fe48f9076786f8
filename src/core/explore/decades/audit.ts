import type { Audit, MemberYear } from './types.ts';

/** What was written down of a treaty in a year, by those who changed it. */
interface Entry {
  start: number;
  joined: number;
  left: number;
  ended: number;
}

/** Membership kept as accounts: every mechanism writes down what it does, and the count at the end of the year is held against it. */
export interface Ledger {
  readonly open: Map<string, Entry>;
  readonly closed: { treatyYears: number; memberYears: number; joined: number; left: number; ended: number };
  readonly changes: MemberYear[];
  readonly faults: MemberYear[];
}

export function newLedger(): Ledger {
  return { open: new Map(), closed: { treatyYears: 0, memberYears: 0, joined: 0, left: 0, ended: 0 }, changes: [], faults: [] };
}

interface Counted {
  readonly id: string;
  readonly members: readonly number[];
}

/** The year begins: everybody is counted. */
export function openYear({ open }: Ledger, treaties: readonly Counted[]): void {
  open.clear();
  for (const { id, members } of treaties) open.set(id, { start: members.length, joined: 0, left: 0, ended: 0 });
}

export function record({ open }: Ledger, treaty: string, what: 'joined' | 'left' | 'ended', by = 1): void {
  const entry = open.get(treaty) ?? { start: 0, joined: 0, left: 0, ended: 0 };
  entry[what] += by;
  open.set(treaty, entry);
}

/** The year ends: everybody is counted again, and start + joined − left − ended must be what is found. */
export function closeYear({ open, closed, changes, faults }: Ledger, treaties: readonly Counted[], year: number): void {
  const found = new Map(treaties.map(({ id, members }) => [id, members.length]));
  for (const id of found.keys()) if (!open.has(id)) open.set(id, { start: 0, joined: 0, left: 0, ended: 0 });
  for (const [treaty, { start, joined, left, ended }] of open) {
    const row: MemberYear = { treaty, year, start, joined, left, ended, end: found.get(treaty) ?? 0 };
    closed.treatyYears++;
    closed.memberYears += start + joined;
    closed.joined += joined;
    closed.left += left;
    closed.ended += ended;
    if (joined + left + ended > 0) changes.push(row);
    if (start + joined - left - ended !== row.end) faults.push(row);
  }
}

export function auditOf({ closed, changes, faults }: Ledger): Audit {
  return { ...closed, changes: [...changes], faults: [...faults] };
}
