import * as z from 'zod';
import { concentration as concentrationOf } from '../../core/measures/concentration.ts';
import { answer } from './answer.ts';
import { defineMeasure, orNull } from './define.ts';
import { readInput, sizedStates } from './read-input.ts';
import { readSystem } from './system.ts';

const METHOD = 'Ray and Singer (1973): the root of (sum of squared shares - 1/N) over (1 - 1/N); 0 where all are equal, 1 where one has everything.';

const inputSchema = z.strictObject({ states: sizedStates });

export const concentration = defineMeasure({
  name: 'concentration',
  title: 'how concentrated capability is among the major powers (Ray and Singer)',
  takes: ['state', 'without', 'years', 'input', 'weights'],
  run: async (question, facts) => {
    const { input, weights } = question;
    if (weights !== undefined || input !== undefined) {
      const sizes = weights ?? (input === undefined ? [] : readInput(input, inputSchema).states.map(({ size }) => size));
      const value = answer(input?.name ?? '--weights', () => concentrationOf(sizes));
      return { rows: [{ states: sizes.length, concentration: orNull(value) }], notes: [METHOD] };
    }
    return facts.store(async (store) => {
      const { years, notes } = await readSystem(question, facts, store);
      const rows = years.map(({ year, ids, cinc }) => ({ year, concentration: orNull(concentrationOf(cinc)), states: ids.length, members: ids.join(' ') }));
      return { rows, notes: [`${METHOD} Shares are of the CINC of the states named in each row.`, ...notes] };
    });
  },
});
