import type { SideBySide, SideRow } from '../charts/side-by-side.ts';
import { percent, plain, points } from '../charts/numbers.ts';
import type { ComparedRow, Comparison } from '../core/explore/compare.ts';
import type { ComparedUnit } from '../core/explore/compare-numbers.ts';

/** What numbers are called in figures; what is not here is called by its title. */
const NAMES: Readonly<Record<string, string>> = {
  spared: 'Challenges spared',
  'wars-spared': 'Wars spared',
  honors: 'Chance of coming, of those it binds',
  difference: 'What the treaty adds to that',
  prevail: "Chance that the target's side prevails",
  prevails: 'What the treaty adds to that',
  abandonment: 'Promised strength that does not come',
  entrapment: 'States drawn in by the promise',
  ratified: 'Chance that all would ratify it today',
  days: 'Days until its body has decided',
};

const small = (value: number, text: string): string => (value !== 0 && Math.abs(value) < 0.01 ? (value < 0 ? '>−0.01' : '<0.01') : text);
const withSign = (value: number, text: string): string => (value > 0 ? `+${text}` : text);

/** A number as figures print it: chances in percent, what comes by the year by the century. */
export function sayValue(unit: ComparedUnit): (value: number) => string {
  switch (unit) {
    case 'chance':
      return percent;
    case 'a year':
      return (value) => `${small(100 * value, plain(100 * value))} a century`;
    case '% of GDP':
      return (value) => `${value.toFixed(2).replace('-', '−')}%`;
    case 'days':
      return (value) => value.toFixed(1);
  }
}

/** ... and a difference: chances in points. */
export function sayDifference(unit: ComparedUnit): (value: number) => string {
  switch (unit) {
    case 'chance':
      return (value) => `${points(value)} points`;
    case 'a year':
      return (value) => (value === 0 ? 'none' : `${withSign(value, small(100 * value, plain(100 * value)))} a century`);
    case '% of GDP':
      return (value) => (Math.abs(value) < 5e-7 ? '0' : withSign(value, (Math.abs(value) < 0.01 ? value.toPrecision(1) : value.toFixed(2)).replace('-', '−')));
    case 'days':
      return (value) => withSign(value, value.toFixed(1).replace('-', '−'));
  }
}

const sideRow = (row: ComparedRow, title = NAMES[row.id] ?? row.title): SideRow => ({
  title,
  values: row.values,
  differences: row.differences,
  say: sayValue(row.unit),
  sayDifference: sayDifference(row.unit),
});

/** The numbers of the treaties as wholes. */
export function wholeFigure({ subjects, rows }: Comparison): SideBySide {
  return { subjects: subjects.map(({ label }) => label), rows: rows.filter(({ state }) => state === undefined).map((row) => sideRow(row)) };
}

export const CASE_NUMBERS = { challenge: 'a challenge in a year', war: 'war in a year', prevail: "that the target's side prevails" } as const;
export type CaseNumber = keyof typeof CASE_NUMBERS;

/** One number in every contingency that all can be asked. */
export function caseFigure({ subjects, cases }: Comparison, of: CaseNumber, titleOf: (contingency: string) => string): SideBySide {
  return {
    subjects: subjects.map(({ label }) => label),
    rows: cases.filter(({ id, contingency = '' }) => id === `${contingency}/${of}`).map((row) => sideRow(row, titleOf(row.contingency ?? ''))),
  };
}

/** Members by what another treaty is worth to them more or less than the first, the greatest difference first. */
export function memberLanes(
  { rows }: Comparison,
  subject: number,
  nameOf: (state: string) => string,
): readonly { readonly name: string; readonly row: ComparedRow }[] {
  return rows
    .filter(({ id, state }) => state !== undefined && id.startsWith('net:'))
    .map((row) => ({ name: nameOf(row.state ?? ''), row }))
    .toSorted((a, b) => Math.abs(b.row.differences[subject]?.value ?? -1) - Math.abs(a.row.differences[subject]?.value ?? -1));
}

/** What a comparison comes down to, in a few sentences; "cannot tell" where the common draws leave the sign open. */
export function comparisonFinding(found: Comparison): string {
  const [first, second] = found.subjects;
  if (first === undefined || second === undefined) return '';
  const told = (id: string, does: string, which: string): string => {
    const row = found.rows.find((one) => one.id === id);
    const difference = row?.differences[1] ?? null;
    if (row === undefined || difference === null) return '';
    const { value, low = value, high = value } = difference;
    if (Math.max(Math.abs(low), Math.abs(high)) < 1e-9) return `Nothing tells ${which}: there is no difference.`;
    const say = sayDifference(row.unit);
    const bare = (one: number): string => say(one).replace(/ (points|a century)$/, '');
    const sized = (sign: 1 | -1): string => {
      const ends = sign === 1 ? [low, high] : [-high, -low];
      const unsigned = (one: number): string => (sign === 1 && low < 0 ? bare(one) : bare(one).replace('+', ''));
      return `${say(sign * value).replace(low < 0 && high > 0 ? '' : '+', '')}${difference.low === undefined ? '' : `; 90%: ${ends.map(unsigned).join(' to ')}`}`;
    };
    if (low < 0 && high > 0) return `The draws cannot tell ${which} (${sized(1)}).`;
    return value > 0 ? `${second.label} ${does}, by ${sized(1)}.` : `${first.label} ${does}, by ${sized(-1)}.`;
  };
  return [
    told('spared', 'spares more challenges', 'which spares more challenges'),
    told('honors', 'has allies likelier to come', 'whose allies are likelier to come'),
    told('prevail', 'makes it likelier that the target’s side prevails', 'under which the target’s side is likelier to prevail'),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
