import * as z from 'zod';
import { polarity as polarityOf, type Polarity } from '../../core/measures/polarity.ts';
import { defineMeasure, orNull, type MeasureRow } from './define.ts';
import { placesOf, readInput } from './read-input.ts';
import { readPacts } from './record.ts';
import { readSystem } from './system.ts';

const METHOD =
  'Wayman (1984): powers joined by defense pacts, directly or through a third, are one pole; polarity is poles over powers. ' +
  'Tightness (after Bueno de Mesquita 1975) is the density of pacts inside the poles of two and more, between that across them.';

const inputSchema = z.strictObject({
  states: z.array(z.string()).min(1),
  pacts: z.array(z.tuple([z.string(), z.string()])),
});

function rowOf(ids: readonly string[], { poles, polarity: share, tightness }: Polarity): MeasureRow {
  const blocs = poles.map((members) => members.map((place) => ids[place] ?? '').join(' ')).join(' | ');
  return { poles: poles.length, powers: ids.length, polarity: share, tightness: orNull(tightness), blocs };
}

export const polarity = defineMeasure({
  name: 'polarity',
  title: 'blocs among the major powers: their number and tightness (Wayman; Bueno de Mesquita)',
  takes: ['state', 'years', 'input'],
  run: async (question, facts) => {
    const { input } = question;
    if (input !== undefined) {
      const { states, pacts } = readInput(input, inputSchema);
      const place = placesOf(states, input.name);
      const bound = new Set(pacts.map(([a, b]) => `${place(a)} ${place(b)}`));
      return {
        rows: [
          rowOf(
            states,
            polarityOf(states.length, (i, j) => bound.has(`${i} ${j}`)),
          ),
        ],
        notes: [METHOD],
      };
    }
    return facts.store(async (store) => {
      const [{ years, notes }, { tied, all }] = [await readSystem(question, facts, store, ['atop']), await readPacts(store, ['defense'])];
      const last = all.reduce((latest, { year }) => Math.max(latest, year), 0);
      const covered = years.filter(({ year }) => year <= last);
      const rows = covered.map(({ year, ccodes, ids }) => ({
        year,
        ...rowOf(
          ids,
          polarityOf(ids.length, (i, j) => tied(ccodes[i] ?? 0, ccodes[j] ?? 0, year)),
        ),
      }));
      const after = covered.length < years.length ? [`ATOP ends in ${last}; later years are left out.`] : [];
      return { rows, notes: [METHOD, ...notes, ...after] };
    });
  },
});
