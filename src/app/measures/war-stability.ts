import * as z from 'zod';
import { warStability as stabilityOf, warStableNetworks, WAR_STABILITY_MAX_ENUMERATED, type WarStability } from '../../core/measures/war-stability.ts';
import { UserError } from '../user-error.ts';
import { answer } from './answer.ts';
import { defineMeasure, type Measured, type MeasureRow } from './define.ts';
import { placesOf, readInput, sizedStates } from './read-input.ts';
import { readPacts } from './record.ts';
import { readSystem } from './system.ts';

const METHOD =
  'Jackson and Nei (2015), without trade: no clique of allies can beat a country and its other allies, no new alliance would change that, and no alliance can be dropped without being exposed. ' +
  'Theorem: at most the empty network is war-stable.';

const inputSchema = z.strictObject({
  gamma: z.number().positive().optional(),
  states: sizedStates,
  alliances: z.array(z.tuple([z.string(), z.string()])).optional(),
});

type Pair = readonly [number, number];

const shownAs = (ids: readonly string[], pairs: readonly Pair[]): string => pairs.map(([j, k]) => `${ids[j] ?? ''}-${ids[k] ?? ''}`).join(' ');

function rowOf(ids: readonly string[], gamma: number, { stable, vulnerable, temptations, idle }: WarStability): MeasureRow {
  return {
    gamma,
    stable,
    vulnerable: vulnerable.map((place) => ids[place] ?? '').join(' '),
    temptations: shownAs(ids, temptations),
    idle: shownAs(ids, idle),
  };
}

/** Every stable network among the states. */
function enumerated(where: string, ids: readonly string[], sizes: readonly number[], gamma: number): Measured {
  if (sizes.length > WAR_STABILITY_MAX_ENUMERATED)
    throw new UserError(`${where}: all networks of ${sizes.length} are too many; at most ${WAR_STABILITY_MAX_ENUMERATED} states, or give their alliances.`);
  const networks = answer(where, () => warStableNetworks(sizes, gamma));
  const found = networks.length === 0 ? 'None is war-stable.' : `${networks.length} is war-stable.`;
  return {
    rows: networks.map((alliances) => ({ gamma, alliances: alliances.length, network: alliances.length === 0 ? '(empty)' : shownAs(ids, alliances) })),
    notes: [`All ${2 ** ((sizes.length * (sizes.length - 1)) / 2)} networks of the ${sizes.length} were gone through. ${found}`, METHOD],
  };
}

export const warStability = defineMeasure({
  name: 'war-stability',
  title: 'whether a network of alliances leaves nobody open to attack and lasts (Jackson and Nei)',
  takes: ['state', 'without', 'years', 'input', 'weights', 'gamma'],
  run: async (question, facts) => {
    const { input, weights } = question;
    if (weights !== undefined) {
      const ids = weights.map((_, place) => String(place + 1));
      return enumerated('--weights', ids, weights, question.gamma ?? 1);
    }
    if (input !== undefined) {
      const { states, alliances, gamma: given } = readInput(input, inputSchema);
      const gamma = question.gamma ?? given ?? 1;
      const ids = states.map(({ state }) => state);
      const sizes = states.map(({ size }) => size);
      if (alliances === undefined) return enumerated(input.name, ids, sizes, gamma);
      const place = placesOf(ids, input.name);
      const pairs = alliances.map(([a, b]): Pair => [place(a), place(b)]);
      return {
        rows: [
          rowOf(
            ids,
            gamma,
            answer(input.name, () => stabilityOf(sizes, pairs, gamma)),
          ),
        ],
        notes: [METHOD],
      };
    }
    const gamma = question.gamma ?? 1;
    return facts.store(async (store) => {
      const { years, notes } = await readSystem(question, facts, store, ['atop']);
      const { tied } = await readPacts(store, ['defense']);
      const rows = years.map(({ year, ccodes, ids, cinc }) => {
        const pairs = ccodes.flatMap((a, i) => ccodes.flatMap((b, j): Pair[] => (i < j && tied(a, b, year) ? [[i, j]] : [])));
        return {
          year,
          ...rowOf(
            ids,
            gamma,
            answer('--state', () => stabilityOf(cinc, pairs, gamma)),
          ),
        };
      });
      return { rows, notes: [METHOD, `Strengths are CINC, alliances ATOP defense pacts, gamma is ${gamma}.`, ...notes] };
    });
  },
});
