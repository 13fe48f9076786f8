import { loadCatalog, loadFacts } from '../src/app/load-catalog.ts';
import { worldOf } from '../src/app/world.ts';
import { concludeAssessment } from '../src/core/assess/conclude.ts';
import { drawAssessment } from '../src/core/assess/draws.ts';
import { prepareAssessment, type AssessOptions, type PreparedAssessment } from '../src/core/assess/prepare.ts';
import type { Suite } from './suite.ts';

const catalog = loadCatalog();
const treaty = catalog.treaties.find(({ id }) => id === 'nato');
if (treaty === undefined) throw new Error('the catalog holds no nato');
const subject = { facts: loadFacts(), world: worldOf(catalog, { shapes: true }), treaties: catalog.treaties, treaty };
const prepare = (options: Partial<AssessOptions>): PreparedAssessment => prepareAssessment(subject, { date: '2026-06-01', draws: 10, seed: 1, ...options });

const whole = prepare({});
const alone = prepare({ contingencies: ['russia-estonia'] });
let next = 0;

export const suite: Suite = {
  title: `An assessment of a treaty of ${String(concludeAssessment(alone, []).members.length)} members, as the pages draw it`,
  cases: {
    'one draw of one contingency': () => void drawAssessment(alone, next, ++next),
    [`one draw of all ${String(whole.asked.length)} contingencies that challenge a member`]: () => void drawAssessment(whole, next, ++next),
    'central values of one contingency, made ready and concluded: what a changed clause waits for': () =>
      void concludeAssessment(prepare({ contingencies: ['russia-estonia'] }), []),
    'central values of the whole, concluded': () => void concludeAssessment(whole, []),
  },
};
