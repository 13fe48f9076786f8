import { loadCatalog } from '../src/app/load-catalog.ts';
import { worldOf } from '../src/app/world.ts';
import { completeEvent } from '../src/core/law/event.ts';
import { createLaw } from '../src/core/law/law.ts';
import type { LawEvent } from '../src/core/law/types.ts';
import type { Suite } from './suite.ts';

const catalog = loadCatalog();
const world = worldOf(catalog, { shapes: false });
const law = createLaw(catalog.treaties, world);
const date = '2025-01-01';
const states = world.states.filter(({ id }) => world.existsOn(id, date)).map(({ id }) => id);

function eventOf(attacker: string, target: string, on: string): LawEvent {
  const result = completeEvent({ attackers: [attacker], target, date: on }, world);
  if (!result.ok) throw new Error(result.problem.message);
  return result.event;
}

/** One pair in this many is asked by the naive version, evenly over all of them. */
const SAMPLE = 97;
const pairs = states.flatMap((attacker) => states.filter((target) => target !== attacker).map((target) => [attacker, target] as const));
const sampled = pairs.filter((_, i) => i % SAMPLE === 0).map(([attacker, target]) => eventOf(attacker, target, date));

export const suite: Suite = {
  title: `The law over ${String(catalog.treaties.length)} treaties, ${date} (${String(pairs.length)} ordered pairs)`,
  cases: {
    [`all pairs, a trigger each (1 in ${String(SAMPLE)} run)`]: {
      times: pairs.length / sampled.length,
      body: () => {
        for (const event of sampled) law.trigger(event);
      },
    },
    'all pairs, the matrix': () => void law.matrix(date),
    'one trigger (Russia, Estonia)': () => void law.trigger(eventOf('RUS', 'EST', date)),
    'one trigger with its cascade by the letter': () => void law.cascade(law.trigger(eventOf('RUS', 'EST', date)), { mode: 'letter' }),
    'the treaties made ready for a new date': () => void createLaw(catalog.treaties, world).on(date),
  },
};
