import * as z from 'zod';
import { balanceOfPower } from '../../core/measures/niou-ordeshook-rose.ts';
import { answer } from './answer.ts';
import { defineMeasure, type MeasureRow } from './define.ts';
import { readInput, sizedStates } from './read-input.ts';
import { readSystem } from './system.ts';

const METHOD =
  'Niou, Ordeshook and Rose (1989): a state is essential where it belongs to a minimal winning coalition, one that just holds more than half. ' +
  'The system is stable where every state is essential; resources are safe where one state holds exactly half.';

const inputSchema = z.strictObject({ states: sizedStates });

/** One row a state, with what holds of the system. */
function rowsOf(where: string, sizes: readonly number[], about: (place: number) => MeasureRow): MeasureRow[] {
  const { essential, memberships, minimalWinning, systemStable, resourceStable } = answer(where, () => balanceOfPower(sizes));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size, place) => ({
    ...about(place),
    share: size / total,
    essential: essential[place] ?? false,
    memberships: memberships[place] ?? 0,
    minimal_winning: minimalWinning,
    system_stable: systemStable,
    resource_stable: resourceStable,
  }));
}

export const niouOrdeshookRose = defineMeasure({
  name: 'niou-ordeshook-rose',
  title: 'who is essential to the balance of power, and whether it is stable (Niou, Ordeshook and Rose)',
  takes: ['state', 'without', 'years', 'input', 'weights'],
  run: async (question, facts) => {
    const { input, weights } = question;
    if (weights !== undefined)
      return { rows: rowsOf('--weights', weights, (place) => ({ state: String(place + 1), size: weights[place] ?? 0 })), notes: [METHOD] };
    if (input !== undefined) {
      const { states } = readInput(input, inputSchema);
      const sizes = states.map(({ size }) => size);
      return { rows: rowsOf(input.name, sizes, (place) => ({ ...states[place] })), notes: [METHOD] };
    }
    return facts.store(async (store) => {
      const { years, notes } = await readSystem(question, facts, store);
      const rows = years
        .filter(({ cinc }) => cinc.length > 0)
        .flatMap(({ year, ccodes, ids, cinc }) =>
          rowsOf('--state', cinc, (place) => ({ ccode: ccodes[place] ?? 0, state: ids[place] ?? '', year, cinc: cinc[place] ?? 0 })),
        );
      return { rows, notes: [METHOD, 'With measured capabilities a half never comes out exactly: resource_stable speaks of whole numbers.', ...notes] };
    });
  },
});
