import * as z from 'zod';
import { landscape as landscapeOf, type Landscape } from '../../core/measures/landscape.ts';
import { answer } from './answer.ts';
import { defineMeasure, type Facts, type Measured, type MeasureRow, type Question } from './define.ts';
import { placesOf, readInput, sizedStates } from './read-input.ts';
import { readDisputes, readPacts, readRivals } from './record.ts';
import { oneYear, readSystem } from './system.ts';

const METHOD =
  'Axelrod and Bennett (1993): energy is the sum over ordered pairs in different camps of size, size and propensity; rows are the local minima, from the lowest. ' +
  'The basin is the share of all configurations from which steepest descent leads to the minimum.';
const PROPENSITIES =
  'Propensities are ours, not those of the paper: +1 for an ATOP defense or offense pact, -1 for a strategic rivalry (Thompson), -1 for a militarized dispute (GML) in the year or the nine before; sizes are CINC.';

/** Years in which a dispute still counts. */
const MEMORY = 10;

const inputSchema = z.strictObject({
  states: sizedStates,
  propensities: z.array(z.strictObject({ a: z.string(), b: z.string(), propensity: z.number() })),
});

function rowsOf(ids: readonly string[], { minima }: Landscape): MeasureRow[] {
  const named = (camp: readonly number[]): string => camp.map((place) => ids[place] ?? '').join(' ');
  return minima.map(({ camps: [first, second], energy, basin, strict }) => ({ energy, basin, strict, camp1: named(first), camp2: named(second) }));
}

async function fromStore(question: Question, facts: Facts): Promise<Measured> {
  const year = oneYear(question, 'landscape');
  return facts.store(async (store) => {
    const { years, notes } = await readSystem(question, facts, store, ['atop', 'rivalry', 'gml']);
    const { tied } = await readPacts(store, ['defense', 'offense']);
    const rivals = await readRivals(store);
    const disputed = await readDisputes(store);
    const propensity = (a: number, b: number): number =>
      Number(tied(a, b, year)) - Number(rivals(a, year).includes(b)) - Number(disputed(a, b, year - MEMORY + 1, year));
    const { ccodes = [], ids = [], cinc = [] } = years[0] ?? {};
    const found = answer('--state', () => landscapeOf(cinc, (i, j) => propensity(ccodes[i] ?? 0, ccodes[j] ?? 0)));
    return { rows: rowsOf(ids, found).map((row) => ({ year, ...row })), notes: [METHOD, PROPENSITIES, ...notes] };
  });
}

export const landscape = defineMeasure({
  name: 'landscape',
  title: 'the two camps that states sort themselves into (Axelrod and Bennett)',
  takes: ['state', 'without', 'years', 'input'],
  run: async (question, facts) => {
    const { input } = question;
    if (input === undefined) return fromStore(question, facts);
    const { states, propensities } = readInput(input, inputSchema);
    const ids = states.map(({ state }) => state);
    const place = placesOf(ids, input.name);
    const p = new Float64Array(ids.length ** 2);
    for (const { a, b, propensity } of propensities) {
      p[place(a) * ids.length + place(b)] = propensity;
      p[place(b) * ids.length + place(a)] = propensity;
    }
    const sizes = states.map(({ size }) => size);
    const found = answer(input.name, () => landscapeOf(sizes, (i, j) => p[i * ids.length + j] ?? 0));
    return { rows: rowsOf(ids, found), notes: [METHOD] };
  },
});
