import * as z from 'zod';
import { collectiveSecurity as deterrence } from '../../core/measures/collective-security.ts';
import { answer } from './answer.ts';
import { defineMeasure, orNull, type MeasureRow } from './define.ts';
import { readInput } from './read-input.ts';
import { readSystem } from './system.ts';

const METHOD =
  'State i is deterred where gamma times its strength is less than the expected strength of the others, each counted with the chance that it honors the promise; threshold is the gamma from which on it is not.';

const inputSchema = z.strictObject({
  gamma: z.number().positive().optional(),
  states: z.array(z.strictObject({ state: z.string(), size: z.number().nonnegative(), honors: z.number().min(0).max(1).optional() })).min(1),
});

function rowsOf(where: string, sizes: readonly number[], honors: readonly number[], gamma: number, about: (place: number) => MeasureRow): MeasureRow[] {
  return answer(where, () => deterrence(sizes, honors, gamma)).map(({ expected, deterred, threshold }, place) => ({
    ...about(place),
    honors: honors[place] ?? 0,
    gamma,
    expected,
    deterred,
    threshold: orNull(threshold),
  }));
}

export const collectiveSecurity = defineMeasure({
  name: 'collective-security',
  title: 'which states a promise of all against any attacker would deter',
  takes: ['state', 'without', 'years', 'input', 'weights', 'gamma', 'honor'],
  run: async (question, facts) => {
    const { input, weights, gamma = 1, honor = 1 } = question;
    if (weights !== undefined) {
      const honors = weights.map(() => honor);
      return { rows: rowsOf('--weights', weights, honors, gamma, (place) => ({ state: String(place + 1), size: weights[place] ?? 0 })), notes: [METHOD] };
    }
    if (input !== undefined) {
      const { states, gamma: given } = readInput(input, inputSchema);
      const sizes = states.map(({ size }) => size);
      const honors = states.map(({ honors: own }) => own ?? honor);
      return {
        rows: rowsOf(input.name, sizes, honors, question.gamma ?? given ?? 1, (place) => ({ state: states[place]?.state ?? '', size: sizes[place] ?? 0 })),
        notes: [METHOD],
      };
    }
    return facts.store(async (store) => {
      const { years, notes } = await readSystem(question, facts, store);
      const rows = years.flatMap(({ year, ccodes, ids, cinc }) =>
        rowsOf(
          '--state',
          cinc,
          cinc.map(() => honor),
          gamma,
          (place) => ({ ccode: ccodes[place] ?? 0, state: ids[place] ?? '', year, cinc: cinc[place] ?? 0 }),
        ),
      );
      return {
        rows,
        notes: [METHOD, `Strengths are CINC; each state is taken to honor the promise with chance ${honor}, an assumption of --honor.`, ...notes],
      };
    });
  },
});
