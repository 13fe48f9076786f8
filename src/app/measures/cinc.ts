import * as z from 'zod';
import { cinc as recompute, COMPONENTS, componentsKnown } from '../../core/measures/cinc.ts';
import type { ColumnKind } from '../../core/table/column.ts';
import { tableFromRows } from '../../core/table/from-rows.ts';
import { numberColumn, rowAt, type Table } from '../../core/table/table.ts';
import { defineMeasure, orNull, type Facts, type Measured, type MeasureRow, type Question } from './define.ts';
import { readInput } from './read-input.ts';
import { coverageNotes, yearsWithin } from './record.ts';
import { stateNumbers } from './state-numbers.ts';
import { versionsNote } from './versions.ts';

const METHOD = 'CINC is the mean of the shares of the world total in the components a state has; a missing component is left out of the mean and of the total.';

const amount = z.number().nonnegative().nullable().default(null);
const inputSchema = z.strictObject({
  states: z
    .array(
      z.strictObject({ state: z.string(), year: z.int().default(0), milex: amount, milper: amount, irst: amount, pec: amount, tpop: amount, upop: amount }),
    )
    .min(1),
});

const KINDS: Readonly<Record<string, ColumnKind>> = {
  state: 'text',
  year: 'int16',
  ...Object.fromEntries(COMPONENTS.map((name) => [name, 'float64' as const])),
};

function fromInput({ input }: Question & { readonly input: NonNullable<Question['input']> }): Measured {
  const { states } = readInput(input, inputSchema);
  const table = tableFromRows(KINDS, states);
  const scores = recompute(table);
  return { rows: states.map((state, row) => ({ ...state, cinc_recomputed: orNull(scores[row] ?? Number.NaN) })), notes: [METHOD] };
}

/** The published scores of each year, added up. */
function yearlySums(table: Table): ReadonlyMap<number, number> {
  const { values: years } = numberColumn(table, 'year');
  const { values: scores } = numberColumn(table, 'cinc');
  const sums = new Map<number, number>();
  scores.forEach((score, row) => {
    const year = years[row] ?? 0;
    if (!Number.isNaN(score)) sums.set(year, (sums.get(year) ?? 0) + score);
  });
  return sums;
}

function sumsNote(sums: ReadonlyMap<number, number>, years: readonly number[]): string {
  const asked = years.flatMap((year) => {
    const sum = sums.get(year);
    return sum === undefined ? [] : [{ year, sum }];
  });
  const why = 'a state that lacks components is averaged over fewer';
  if (asked.length <= 3) {
    return `${asked.map(({ year, sum }) => `CINC of ${year} sums to ${sum.toFixed(4)} over all states`).join('; ')}, not to 1: ${why}.`;
  }
  const [low, high] = [asked.toSorted((a, b) => a.sum - b.sum)[0], asked.toSorted((a, b) => b.sum - a.sum)[0]];
  return `CINC does not sum to 1 over all states: from ${low?.sum.toFixed(4)} (${low?.year}) to ${high?.sum.toFixed(4)} (${high?.year}) in these years, since ${why}.`;
}

async function fromStore(question: Question, facts: Facts): Promise<Measured> {
  return facts.store(async (store) => {
    const table = await store.read('nmc', 'state-year', undefined, ['year', 'ccode']);
    const { values: ccodes } = numberColumn(table, 'ccode');
    const { values: yearsOfRows } = numberColumn(table, 'year');
    const [first, last] = [yearsOfRows[0] ?? 0, yearsOfRows.at(-1) ?? 0];
    const years = yearsWithin(question.years, [first, last], 'CINC');
    const { numbers, idOf, remarks } = stateNumbers(facts.catalog());
    const wanted = new Map(years.map((year) => [year, new Set(question.states.flatMap((text) => [...numbers(text, year)]))]));
    const scores = recompute(table);
    const known = componentsKnown(table);
    const rows: MeasureRow[] = [];
    const found = new Set<number>();
    for (let row = 0; row < table.rows; row++) {
      const [ccode, year] = [ccodes[row] ?? 0, yearsOfRows[row] ?? 0];
      const asked = wanted.get(year);
      if (asked === undefined || (question.states.length > 0 && !asked.has(ccode))) continue;
      const { cinc, ...published } = rowAt(table, row);
      found.add(ccode);
      rows.push({
        ccode,
        state: idOf(ccode, year),
        year,
        cinc: cinc ?? null,
        cinc_recomputed: orNull(scores[row] ?? Number.NaN),
        components: known[row] ?? 0,
        ...published,
      });
    }
    const absent = question.states.filter((text) => !years.some((year) => [...numbers(text, year)].some((number) => found.has(number))));
    return {
      rows,
      notes: [
        ...(years.length > 0 ? [sumsNote(yearlySums(table), years)] : []),
        METHOD,
        ...coverageNotes(question.years, [first, last], 'CINC'),
        ...remarks,
        ...absent.map((text) => `No row of ${text} in these years: it was no member of the state system, or has no data.`),
        versionsNote(store, ['nmc']),
      ],
    };
  });
}

export const cinc = defineMeasure({
  name: 'cinc',
  title: 'Composite Index of National Capability, published and recomputed from its components',
  takes: ['state', 'years', 'input'],
  run: async (question, facts) => {
    const { input } = question;
    return input === undefined ? fromStore(question, facts) : fromInput({ ...question, input });
  },
});
