import { prepareDecades } from '../src/app/decades/decades.ts';
import { decadesQuestion } from '../src/app/decades/question.ts';
import { simulateWorld } from '../src/core/explore/decades/simulate.ts';
import type { Suite } from './suite.ts';

const YEARS = 10;
const question = decadesQuestion.parse({ from: '2026-01-01', years: YEARS, worlds: 1 });
const input = await prepareDecades(question, { workspace: 'none', today: '2026-01-01' });
const few = await prepareDecades({ ...question, states: ['USA', 'CHN', 'JPN', 'KOR', 'PRK', 'RUS', 'PHL', 'AUS'] }, { workspace: 'none', today: '2026-01-01' });
const [all, eight] = [input.start.states.length * YEARS, few.start.states.length * YEARS];
let next = 0;

export const suite: Suite = {
  title: `Decades ahead: a world of ${YEARS} years; all ${input.start.states.length} states are ${all.toLocaleString('en-US')} state-years`,
  cases: {
    'all states, every pair judged in every year (naive; the same world)': () => void simulateWorld(input, next, { whole: true }),
    'all states, challenges thinned': () => void simulateWorld(input, next++),
    [`eight states (${eight} state-years), challenges thinned`]: () => void simulateWorld(few, next++),
  },
};
