import * as z from 'zod';
import { lossOfStrength as left, milesOf, milesPerDay } from '../../core/measures/loss-of-strength.ts';
import { numberColumn } from '../../core/table/table.ts';
import { readCapabilities } from '../dyads/read-record.ts';
import { UserError } from '../user-error.ts';
import { answer } from './answer.ts';
import { defineMeasure, type Facts, type Measured, type MeasureRow, type Question } from './define.ts';
import { readInput } from './read-input.ts';
import { stateNumbers } from './state-numbers.ts';
import { oneYear } from './system.ts';
import { versionsNote } from './versions.ts';

const METHOD =
  'What is left of a capability share c at a distance d: c to the power of max(1, log10(d/m + 10 - e)), m = 250 miles a day to 1918, 375 to 1945, 500 after.';

const inputSchema = z.strictObject({
  year: z.int(),
  distances: z.array(z.strictObject({ state: z.string(), capability: z.number().min(0).max(1), miles: z.number().nonnegative() })).min(1),
});

/** Distances of a state to every other in a year, in kilometers. */
async function fromStore(question: Question, facts: Facts): Promise<Measured> {
  const year = oneYear(question, 'loss-of-strength');
  if (question.states.length === 0) throw new UserError('measure loss-of-strength: name the state whose strength it is with --state.');
  return facts.store(async (store) => {
    const capabilities = await readCapabilities(store);
    const { numbers, idOf, remarks } = stateNumbers(facts.catalog());
    const table = await store.read('distance', 'dyad-year', ['ccode1', 'ccode2', 'year', 'mindist']);
    const [ccode1, ccode2, years, distance] = ['ccode1', 'ccode2', 'year', 'mindist'].map((name) => numberColumn(table, name).values);
    const rows: MeasureRow[] = [];
    for (const from of new Set(question.states.flatMap((text) => [...numbers(text, year)]))) {
      const c = capabilities.of(from, year);
      if (Number.isNaN(c)) continue;
      for (let row = 0; row < table.rows; row++) {
        if (years?.[row] !== year) continue;
        const [one, other] = [ccode1?.[row] ?? 0, ccode2?.[row] ?? 0];
        const kilometers = distance?.[row] ?? Number.NaN;
        if ((one !== from && other !== from) || Number.isNaN(kilometers)) continue;
        const at = one === from ? other : one;
        const strength = left(c, milesOf(kilometers), milesPerDay(year));
        rows.push({ ccode1: from, ccode2: at, state: idOf(from, year), at: idOf(at, year), year, cinc: c, kilometers, strength });
      }
    }
    const distances = 'Distances are the shortest between the two territories (CShapes); the War Trap measured between points chosen by hand.';
    return {
      rows: rows.toSorted((a, b) => Number(b['strength']) - Number(a['strength'])),
      notes: [METHOD, distances, ...remarks, versionsNote(store, ['nmc', 'distance'])],
    };
  });
}

export const lossOfStrength = defineMeasure({
  name: 'loss-of-strength',
  title: "what is left of a state's capability far from home (Boulding; Bueno de Mesquita)",
  takes: ['state', 'years', 'input'],
  run: async (question, facts) => {
    const { input } = question;
    if (input === undefined) return fromStore(question, facts);
    const { year, distances } = readInput(input, inputSchema);
    const strength = (c: number, miles: number): number => answer(input.name, () => left(c, miles, milesPerDay(year)));
    return { rows: distances.map((row) => ({ ...row, year, strength: strength(row.capability, row.miles) })), notes: [METHOD] };
  },
});
