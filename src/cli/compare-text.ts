import type { Interval } from '../core/assess/assessment.ts';
import type { Catalog } from '../core/catalog.ts';
import type { ComparedRow, ComparedText, Comparison } from '../core/explore/compare.ts';
import type { ComparedUnit } from '../core/explore/compare-numbers.ts';
import { formatDate } from '../core/states/dates.ts';
import { nameOn } from '../core/states/names.ts';
import { foldMembers } from '../core/explore/fold-changes.ts';
import { chance } from './chance.ts';
import { count, table, wrap, type Style } from './style.ts';

/** Members and clause changes shown where not all are asked for. */
const SHOWN = 10;

/** A comparison as text: the numbers side by side with their differences, then the clauses. */
export function comparisonText(found: Comparison, catalog: Catalog, style: Style, all: boolean): string {
  const { subjects, rows, cases, texts } = found;
  const day = subjects[0]?.date ?? '';
  const name = (id: string): string => {
    const state = catalog.states.find((one) => one.id === id);
    return state === undefined ? id : nameOn(state, day);
  };
  const heads = subjects.map(
    ({ label, date, inForce, members, contingencies }, i) =>
      `${i + 1}  ${label}, ${formatDate(date)}: ${inForce ? 'in force' : 'not in force'}, ${count(members.length, 'member')}, ${count(contingencies.length, 'contingency', 'contingencies')}`,
  );
  const ofMembers = rows.filter(({ state }) => state !== undefined && subjects.length > 1);
  const shown = all ? ofMembers : weightiest(ofMembers);
  const missing = subjects.flatMap(({ label, notAsked }) => notAsked.map(({ id, reason }) => `Not asked of ${label}: ${id}: ${reason}.`));
  return [
    style.bold('Side by side'),
    ...heads,
    '',
    numbersTable(
      rows.filter(({ state }) => state === undefined),
      subjects.length,
      ({ id }) => id,
      style,
    ),
    legend(rows.filter(({ state }) => state === undefined)),
    shown.length === 0
      ? ''
      : `${style.bold('Members')}\n${numbersTable(shown, subjects.length, ({ id, state = '' }) => `${name(state)}, ${id.split(':')[0] ?? ''}`, style)}${memberNote(shown, ofMembers)}`,
    cases.length === 0
      ? ''
      : `${style.bold('Contingencies that all can be asked')}\n${numbersTable(cases, subjects.length, ({ id }) => id.replace('/', ', '), style)}`,
    ...texts.map((text) => changesText(text, found, { style, all, name })),
    ...missing.map((line) => wrap(line, 0)),
    wrap(
      `${found.draws === 0 ? 'Central values.' : `Central values, with 90 % ranges over ${found.draws} draws (seed ${found.seed}), common to all: a range of a difference is not the difference of the ranges.`}${found.converged ? '' : ' Not every game converged.'}`,
      0,
    ),
    '',
  ].join('\n');
}

function shownAs(unit: ComparedUnit, value: number): string {
  return unit === 'days' ? value.toFixed(1) : chance(value);
}

function withRange(unit: ComparedUnit, one: Interval | null): string {
  if (one === null) return '-';
  const { value, low, high } = one;
  return low === undefined || high === undefined ? shownAs(unit, value) : `${shownAs(unit, value)} [${shownAs(unit, low)}, ${shownAs(unit, high)}]`;
}

function numbersTable(rows: readonly ComparedRow[], subjects: number, title: (row: ComparedRow) => string, style: Style): string {
  const numbers = Array.from({ length: subjects }, (_, i) => i + 1);
  const header = ['', ...numbers.map(String), ...numbers.slice(1).map((i) => `${i} less 1`)].map((cell) => style.bold(cell));
  return table([
    header,
    ...rows.map((row) => [
      title(row),
      ...row.values.map((one) => withRange(row.unit, one)),
      ...row.differences.slice(1).map((one) => withRange(row.unit, one)),
    ]),
  ]);
}

function legend(rows: readonly ComparedRow[]): string {
  return `${rows.map(({ id, title, unit }) => wrap(`${id}: ${title.charAt(0).toLowerCase()}${title.slice(1)}${unit === 'chance' || unit === 'a year' ? '' : ` (${unit})`}`, 2)).join('\n')}\n`;
}

/** The members that differ most in what it is worth to them, with all their numbers. */
function weightiest(rows: readonly ComparedRow[]): readonly ComparedRow[] {
  const most = (row: ComparedRow): number => Math.max(0, ...row.differences.map((one) => Math.abs(one?.value ?? 0)));
  const states = rows
    .filter(({ id }) => id.startsWith('net:'))
    .toSorted((a, b) => most(b) - most(a))
    .slice(0, SHOWN)
    .map(({ state }) => state);
  return states.flatMap((state) => rows.filter((row) => row.state === state));
}

function memberNote(shown: readonly ComparedRow[], all: readonly ComparedRow[]): string {
  const left = new Set(all.map(({ state }) => state)).size - new Set(shown.map(({ state }) => state)).size;
  return `${wrap(`Net: % of own GDP a year. Honors: mean chance of coming, given war. Ratifies: chance that its own gates would pass it today.${left === 0 ? '' : ` ${left} more with --all.`}`, 0)}\n`;
}

function changesText(
  { subject, changes }: ComparedText,
  { subjects }: Comparison,
  { style, all, name }: { readonly style: Style; readonly all: boolean; readonly name: (id: string) => string },
): string {
  const head = style.bold(`Clauses of ${subject + 1}, ${subjects[subject]?.label ?? ''}, against 1`);
  const folded = foldMembers(changes, name);
  if (folded.length === 0) return `${head}\nThe same.\n`;
  const shown = all ? folded : folded.slice(0, SHOWN);
  const lines = shown.map(({ label, reason, sentence }) => wrap(`${label.padEnd(9)} ${sentence}${reason === undefined ? '' : ` (${reason})`}`, 0));
  const left = folded.length - shown.length;
  return `${head}\n${lines.join('\n')}\n${left === 0 ? '' : `${left} more with --all.\n`}`;
}
