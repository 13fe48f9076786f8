import { createRng, type Rng } from '../../../core/math/rng.ts';
import { MISSING, type Column } from '../../../core/table/column.ts';
import type { ListTarget } from './alliance-members.ts';
import { MATCHED, auditOf, fateOf, type AuditEntry } from '../audit.ts';
import type { SetsFrame } from './frame.ts';
import { codeFate } from '../attach/place.ts';
import { memberYears } from '../attach/sheet.ts';
import { needed, type SourceTable } from '../tables/source-table.ts';
import { spanOf } from '../units.ts';

/**
 * k-adic data for events that more than two states make together (P. Poast, "(Mis)Using Dyadic Data to Analyze Multilateral
 * Events", Political Analysis 18 (2010)): every group of states that formed an alliance, and a sample of those that did not.
 */

/** Columns of the table of members that k-ads are made from. */
export const FOUNDER_COLUMNS = ['atopid', 'member', 'yrent', 'moent', 'dayent'] as const;

export interface KAdOptions {
  /** Groups drawn without the event for each with it. */
  readonly ratio: number;
  readonly seed: number;
}

interface Group {
  readonly year: number;
  readonly members: readonly number[];
  readonly atopid: number | undefined;
  readonly weight: number;
}

/** Draws that may fail in a row before a size counts as exhausted. */
const PATIENCE = 1000;

const nameOf = (year: number, members: readonly number[]): string => `${year}:${members.join(' ')}`;

/** ln C(n, k); -Infinity where there is no such group. */
function logGroups(n: number, k: number): number {
  if (k > n) return -Infinity;
  let sum = 0;
  for (let i = 1; i <= k; i++) sum += Math.log((n - k + i) / i);
  return sum;
}

/** k different items, each group as likely as any other (R. Floyd). */
function draw(rng: Rng, items: readonly number[], k: number): number[] {
  const chosen = new Set<number>();
  for (let j = items.length - k; j < items.length; j++) {
    const at = rng.int(j + 1);
    chosen.add(chosen.has(at) ? j : at);
  }
  return [...chosen].map((at) => items[at] ?? 0).sort((a, b) => a - b);
}

/** Groups of a size without the event: each of all years' groups as likely as any other, none twice. */
function sampleOf(size: number, events: readonly Group[], membersIn: ReadonlyMap<number, readonly number[]>, { ratio, seed }: KAdOptions): Group[] {
  const rng = createRng(seed, 'k-ad', size);
  const years = [...membersIn].map(([year, members]) => ({ year, members, log: logGroups(members.length, size) })).filter(({ log }) => log > -Infinity);
  const peak = Math.max(...years.map(({ log }) => log));
  const total = years.reduce((sum, { log }) => sum + Math.exp(log - peak), 0);
  const taken = new Set(events.map(({ year, members }) => nameOf(year, members)));
  const wanted = Math.round(events.length * ratio);
  const drawn: { year: number; members: number[] }[] = [];
  for (let failed = 0; drawn.length < wanted && failed < PATIENCE;) {
    let left = rng.next() * total;
    const found = years.find(({ log }) => (left -= Math.exp(log - peak)) < 0) ?? years.at(-1);
    if (found === undefined) break;
    const members = draw(rng, found.members, size);
    const name = nameOf(found.year, members);
    if (taken.has(name)) {
      failed++;
      continue;
    }
    failed = 0;
    taken.add(name);
    drawn.push({ year: found.year, members });
  }
  const groups = Math.exp(peak) * total - events.length;
  return drawn.map((one) => ({ ...one, atopid: undefined, weight: groups / drawn.length }));
}

/** The founders of each alliance: who signed on its first day. */
function foundersOf(table: SourceTable, { system, years, asked, codes }: ListTarget): { readonly groups: Group[]; readonly fates: Uint8Array } {
  const span = spanOf(years);
  const members = memberYears(system, years);
  const resolver = codes.resolver(needed(table, 'member'), table.codes);
  const [atopid, year, month, day] = ['atopid', 'yrent', 'moent', 'dayent'].map((name) => needed(table, name).values);
  const dayOf = (row: number): number => (year?.[row] ?? 0) * 10_000 + Math.max(0, month?.[row] ?? 0) * 100 + Math.max(0, day?.[row] ?? 0);
  const firstDay = new Map<number, number>();
  for (let row = 0; row < table.data.rows; row++) {
    const id = atopid?.[row] ?? 0;
    firstDay.set(id, Math.min(firstDay.get(id) ?? Infinity, dayOf(row)));
  }
  const founders = new Map<number, { readonly rows: number[]; readonly members: Set<number> }>();
  const fates = Uint8Array.from({ length: table.data.rows }, (_, row) => {
    const id = atopid?.[row] ?? 0;
    const when = year?.[row] ?? 0;
    if (when < years.first || when > years.last) return fateOf('outside-years');
    if (dayOf(row) !== firstDay.get(id)) return fateOf('not-founding');
    const state = resolver.state(row, when);
    if (state < 0) return codeFate(state);
    if (!asked(state)) return fateOf('not-asked');
    if (members[state * span + when - years.first] !== 1) return fateOf('not-member');
    const group = founders.get(id) ?? { rows: [], members: new Set() };
    if (group.members.has(state)) return fateOf('not-founding');
    group.rows.push(row);
    group.members.add(state);
    founders.set(id, group);
    return MATCHED;
  });
  const groups: Group[] = [];
  for (const [id, group] of founders) {
    if (group.members.size < 2) for (const row of group.rows) fates[row] = fateOf('no-row');
    else groups.push({ year: year?.[group.rows[0] ?? 0] ?? 0, members: [...group.members].sort((a, b) => a - b), atopid: id, weight: 1 });
  }
  return { groups, fates };
}

/** Rows of groups: those that formed an alliance in the year, and for each size a sample of those that did not. */
export function kAdYears(table: SourceTable, target: ListTarget, options: KAdOptions): { readonly frame: SetsFrame; readonly audit: AuditEntry } {
  const { system, years, asked } = target;
  const span = spanOf(years);
  const { groups: events, fates } = foundersOf(table, target);
  const members = memberYears(system, years);
  const covered = (year: number): boolean => table.coverage === null || (year >= table.coverage[0] && year <= table.coverage[1]);
  const membersIn = new Map<number, readonly number[]>();
  for (let year = years.first; year <= years.last; year++) {
    if (covered(year))
      membersIn.set(
        year,
        [...system.codes.keys()].filter((state) => asked(state) && members[state * span + year - years.first] === 1),
      );
  }
  const sizes = [...new Set(events.map((event) => event.members.length))].sort((a, b) => a - b);
  const sampled = sizes.flatMap((size) =>
    sampleOf(
      size,
      events.filter((event) => event.members.length === size),
      membersIn,
      options,
    ),
  );
  const groups = [...events, ...sampled].sort(
    (x, y) =>
      x.year - y.year ||
      (x.atopid ?? Infinity) - (y.atopid ?? Infinity) ||
      x.members.length - y.members.length ||
      (nameOf(0, x.members) < nameOf(0, y.members) ? -1 : 1),
  );
  const start = new Int32Array(groups.length + 1);
  groups.forEach((group, index) => (start[index + 1] = (start[index] ?? 0) + group.members.length));
  const year = Int16Array.from(groups, (group) => group.year);
  const code = (state: number): number => system.codes[state] ?? 0;
  const columns: Column[] = [
    { name: 'kad', kind: 'int32', label: 'number of the group', values: Int32Array.from(groups, (_, index) => index + 1) },
    { name: 'year', kind: 'int16', label: 'year', values: year },
    { name: 'k', kind: 'int16', label: 'how many states', values: Int16Array.from(groups, (group) => group.members.length) },
    {
      name: 'event',
      kind: 'int8',
      label: 'formed an alliance in the year',
      valueLabels: { 0: 'no', 1: 'yes' },
      values: Int8Array.from(groups, ({ atopid }) => Number(atopid !== undefined)),
    },
    { name: 'atopid', kind: 'int32', label: 'ATOP number of the alliance formed', values: Int32Array.from(groups, ({ atopid }) => atopid ?? MISSING.int32) },
    { name: 'weight', kind: 'float64', label: 'how many groups of the size the row stands for', values: Float64Array.from(groups, ({ weight }) => weight) },
    {
      name: 'members',
      kind: 'text',
      label: 'state numbers',
      values: Int32Array.from(groups, (_, index) => index),
      levels: groups.map((group) => group.members.map(code).join(' ')),
    },
  ];
  const audit = auditOf(table, {
    fates,
    keys: ['atopid', 'member', 'yrent'],
    notes: [
      `${events.length} groups formed an alliance; ${sampled.length} drawn without the event, each group-year of a size as likely as any other (seed ${options.seed})`,
    ],
  });
  return { frame: { kind: 'sets', keys: columns, start, members: Int16Array.from(groups.flatMap((group) => group.members)), year }, audit };
}
