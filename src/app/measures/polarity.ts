import * as z from 'zod';
import { polarity as polarityOf, type Polarity } from '../../core/measures/polarity.ts';
import { portfoliosOf } from '../../core/measures/similarity/portfolios.ts';
import { tauB } from '../../core/measures/similarity/tau-b.ts';
import { readCapabilities, readRecord } from '../dyads/read-record.ts';
import { defineMeasure, orNull, type MeasureRow } from './define.ts';
import { placesOf, readInput } from './read-input.ts';
import { readPacts } from './record.ts';
import { readSystem } from './system.ts';

const POLES = 'Wayman (1984): powers joined by defense pacts, directly or through a third, are one pole; polarity is poles over powers.';
const TIGHTNESS =
  'Tightness (after Bueno de Mesquita 1975) is the mean tau-b of the alliance portfolios of members of one pole, averaged over the poles of two and more; between is the mean tau-b across poles.';
const DENSITY = 'Tightness is the share of pairs within the poles of two and more that have a pact of their own.';

const inputSchema = z.strictObject({
  states: z.array(z.string()).min(1),
  pacts: z.array(z.tuple([z.string(), z.string()])),
});

function rowOf(ids: readonly string[], { poles, polarity: share, tightness, between }: Polarity): MeasureRow {
  const blocs = poles.map((members) => members.map((place) => ids[place] ?? '').join(' ')).join(' | ');
  return { poles: poles.length, powers: ids.length, polarity: share, tightness: orNull(tightness), between: orNull(between), blocs };
}

export const polarity = defineMeasure({
  name: 'polarity',
  title: 'blocs among the major powers: their number and tightness (Wayman; Bueno de Mesquita)',
  takes: ['state', 'without', 'years', 'input'],
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
        notes: [POLES, DENSITY],
      };
    }
    return facts.store(async (store) => {
      const { years, notes } = await readSystem(question, facts, store, ['atop', 'cow-states']);
      const { tied } = await readPacts(store, ['defense']);
      const { members, pledges } = await readRecord(store);
      const capabilities = await readCapabilities(store);
      const covered = years.filter(({ year }) => year >= pledges.firstYear && year <= pledges.lastYear);
      const rows = covered.map(({ year, ccodes, ids }) => {
        const portfolios = portfoliosOf(year, members, pledges, capabilities);
        const size = portfolios.members.length;
        const rowsOfStates = ccodes.map((ccode) => {
          const place = portfolios.members.indexOf(ccode);
          return place < 0 ? undefined : portfolios.levels.subarray(place * size, (place + 1) * size);
        });
        const similarity = (i: number, j: number): number => {
          const [a, b] = [rowsOfStates[i], rowsOfStates[j]];
          return a === undefined || b === undefined ? Number.NaN : tauB(a, b);
        };
        return {
          year,
          ...rowOf(
            ids,
            polarityOf(ids.length, (i, j) => tied(ccodes[i] ?? 0, ccodes[j] ?? 0, year), similarity),
          ),
        };
      });
      const after = covered.length < years.length ? [`ATOP covers ${pledges.firstYear} to ${pledges.lastYear}; other years are left out.`] : [];
      return { rows, notes: [POLES, TIGHTNESS, ...notes, ...after] };
    });
  },
});
