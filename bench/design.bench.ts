import { loadCatalog, loadFacts } from '../src/app/load-catalog.ts';
import { worldOf } from '../src/app/world.ts';
import { concludeAssessment } from '../src/core/assess/conclude.ts';
import { prepareAssessment } from '../src/core/assess/prepare.ts';
import { createSetting } from '../src/core/explore/design/create-setting.ts';
import { createEvaluator } from '../src/core/explore/design/evaluate.ts';
import { defaultVariables } from '../src/core/explore/design/space.ts';
import { applyChoices } from '../src/core/explore/design/variable.ts';
import { choiceGenes } from '../src/core/math/optimize/choice-genes.ts';
import { createRng } from '../src/core/math/rng.ts';
import type { Treaty } from '../src/core/treaty/schema.ts';
import type { Suite } from './suite.ts';

const DATE = '2026-06-01';
const catalog = loadCatalog();
const given = catalog.treaties.find(({ id }) => id === 'nato');
if (given === undefined) throw new Error('the catalog holds no nato');
const subject = { facts: loadFacts(), world: worldOf(catalog, { shapes: true }), treaties: catalog.treaties, treaty: given };
const setting = createSetting(subject, { date: DATE, seed: 1 });
const evaluator = createEvaluator(setting);
const variables = defaultVariables(setting, evaluator.given);
const { random } = choiceGenes(variables.map(({ values }) => values.length));

const MANY = 200;
const rng = createRng(1, 'bench');
const texts = Array.from({ length: MANY }, (): Treaty => applyChoices(setting.given, variables, random(rng)));

/** What a caller would do without the evaluator: each text assessed whole. */
function assess(treaty: Treaty): void {
  const treaties = catalog.treaties.map((one) => (one.id === treaty.id ? treaty : one));
  concludeAssessment(prepareAssessment({ ...subject, treaties, treaty }, { date: DATE, draws: 0, seed: 1 }));
}

let next = 0;

export const suite: Suite = {
  title: `${MANY} ways to write a treaty of ${String(setting.states.length)} members, drawn at random`,
  cases: {
    'each assessed whole (3 run)': { body: () => texts.slice(next, (next = (next + 3) % 150)).forEach(assess), times: MANY / 3 },
    'an evaluator made anew, what they have in common computed once': () => {
      const fresh = createEvaluator(setting);
      for (const text of texts) fresh.read(text);
    },
    'the same evaluator again': () => texts.forEach((text) => void evaluator.read(text)),
  },
};
