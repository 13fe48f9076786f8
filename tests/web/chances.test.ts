import { describe, expect, it } from 'vitest';
import type { Cascade, Expectation } from '../../src/core/law/types.ts';
import { expectedCascade } from '../../src/core/assess/expected-cascade.ts';
import { binOf, chancesOf, eventsAsked, likelyChoices, withChances } from '../../src/web/fight/chances.ts';
import type { Chance } from '../../src/web/fight/chances.ts';
import { chanceLede } from '../../src/web/fight/lede.ts';
import { roleSentence, rolesAt } from '../../src/web/fight/roles.ts';
import { tellStory } from '../../src/web/fight/story.ts';
import { readSearch } from '../../src/web/fight/search.ts';
import { chanceTable } from '../../src/web/fight/table.ts';
import { catalogWithFacts } from '../support/facts.ts';
import { engine, storyOf } from './engine.ts';

const JULY = 'date=1914-07-28&from=AUH&to=SRB';
const ESTONIA = 'date=2025-01-01&from=RUS&to=EST';

function foresee(address: string, draws = 0): Cascade {
  const { facts } = catalogWithFacts();
  const { law, world, catalog } = engine();
  return expectedCascade({ facts, world, law, treaties: catalog.treaties }, law.trigger(storyOf(address).event), { draws, seed: 1, refuses: [] });
}

const expectation = (state: string, value: number, bound: boolean): Expectation => ({
  state,
  side: 'target',
  chance: { value },
  bound: bound ? [{ treaty: 'nato', article: '5' }] : [],
});

const cascadeOf = (expected: readonly Expectation[], lost: readonly string[] = []): Cascade => ({
  mode: 'expected',
  steps: [],
  belligerents: [],
  sides: { attacker: [], target: [] },
  neutrals: [],
  broken: [],
  conflicts: [],
  duties: [],
  expected,
  expected_not_assessed: lost,
});

describe('chances on the page', () => {
  it('a crisis asks each step that is an event of its own, a cascade its first event alone', () => {
    const replayed = storyOf(`${JULY}&cascade=chosen`);
    expect(eventsAsked(replayed, 0)).toEqual([replayed.event]);
    const events = eventsAsked(replayed, replayed.steps.length - 1);
    expect(events.length).toBe(replayed.steps.length);
    expect(events.map(({ target }) => target)).toContain('BEL');
    const letter = storyOf(`${ESTONIA}&cascade=letter`);
    expect(eventsAsked(letter, letter.steps.length - 1)).toEqual([letter.event]);
  });

  it('a state has its chance at the first event that binds it, else at the first at which it is asked', () => {
    const { event } = storyOf(JULY);
    const chances = chancesOf([
      { event, found: cascadeOf([expectation('GBR', 0.1, false), expectation('FRA', 0.2, true)]) },
      { event, found: 'not known' },
      { event, found: cascadeOf([expectation('GBR', 0.4, true), expectation('FRA', 0.9, true), expectation('USA', 0.3, false)]) },
      { event, found: null },
    ]);
    expect([...chances.values()].map(({ state, at, value }) => [state, at, value.value])).toEqual([
      ['GBR', 2, 0.4],
      ['FRA', 0, 0.2],
      ['USA', 2, 0.3],
    ]);
  });

  it('the likely cascade leaves out the unlikely and those not asked, and sends in who is likely though bound by nothing', () => {
    const { event } = storyOf(JULY);
    const found = cascadeOf(
      [expectation('RUS', 0.6, false), expectation('FRA', 0.7, true), expectation('GBR', 0.5, true), expectation('USA', 0.2, false)],
      ['MNE'],
    );
    expect(likelyChoices({ event, found })).toEqual({ refuses: ['GBR', 'USA', 'MNE'], joins: [{ state: 'RUS', beside: 'SRB' }] });
  });

  it('the story ends with the sides of the law, and with one step until the chances are known', () => {
    const { event } = storyOf(ESTONIA);
    const found = foresee(ESTONIA);
    const search = readSearch({ ...Object.fromEntries(new URLSearchParams(ESTONIA)), cascade: 'expected' });
    expect(tellStory(event, search, undefined, engine()).steps).toHaveLength(1);
    const story = tellStory(event, search, undefined, engine(), found);
    expect(story.mode).toBe('likely');
    expect(story.steps.at(-1)?.sides.target.toSorted()).toEqual(found.sides.target.toSorted());
  });

  it('shows who might come though no treaty binds it, and never paints the principals by chance', () => {
    const story = storyOf(JULY);
    const [step] = story.steps;
    if (!step) throw new Error('no step');
    expect(foresee(JULY).expected?.map(({ state, bound }) => [state, bound])).toContainEqual(['RUS', []]);
    const found = cascadeOf([{ ...expectation('RUS', 0.62, false), chance: { value: 0.62, low: 0.25, high: 0.91 } }]);
    const chances = chancesOf([{ event: story.event, found }]);
    const roles = withChances(rolesAt(story, step), chances);
    expect(roles.get('RUS')).toMatchObject({ kind: 'may', chance: { value: 0.62 } });
    expect(roles.get('AUH')?.chance).toBeUndefined();
    expect(roleSentence('RUS', roles.get('RUS'), engine().world, '1914-07-28', (id) => id)).toBe(
      'Russia: bound by no treaty here; chance of coming in 62% (90%: 25 to 91)',
    );
    expect(chanceLede(chances.values(), story, engine().world)).toBe(
      'One state is more likely than not to come in: Russia (62%). No range lies wholly above one half: cannot tell.',
    );
  });

  it('says so where nobody is likely, or nobody is asked', () => {
    const story = storyOf(JULY);
    const chance = (state: string, value: number, low: number): Chance => ({ state, side: 'target', value: { value, low, high: 1 }, bound: [], at: 0 });
    expect(chanceLede([], story, engine().world)).toContain('nobody is asked');
    expect(chanceLede([chance('RUS', 0.44, 0.2)], story, engine().world)).toBe('One state might come in, less likely than not: Russia (44%).');
    expect(chanceLede([chance('GBR', 0.3, 0.1), chance('FRA', 0.45, 0.1)], story, engine().world)).toBe(
      'Of two states that might come, none is more likely than not to; the likeliest is France (45%).',
    );
    expect(chanceLede([chance('GBR', 0.9, 0.7), chance('FRA', 0.6, 0.1)], story, engine().world)).toMatch(
      /Two states are .*Kingdom \(90%\) and France \(60%\)\.$/,
    );
  });

  it('the table holds the same, the likeliest first, with ranges', () => {
    const chances = chancesOf([{ event: storyOf(ESTONIA).event, found: foresee(ESTONIA, 20) }]);
    const { rows, csv } = chanceTable(chances.values(), engine().world, '2025-01-01', ({ treaty, article }) => `${treaty} ${article}`);
    expect(rows.map(({ state }) => state)).toEqual([...chances.values()].toSorted((a, b) => b.value.value - a.value.value).map(({ state }) => state));
    expect(csv.split('\n')[0]).toBe('state,state_name,side,chance,low_90,high_90,bound_by');
    expect(csv).toMatch(/^LVA,Latvia,target,0\.\d{4},0\.\d{4},0\.\d{4},/m);
  });

  it.each([
    [0, 1],
    [0.1999, 1],
    [0.2, 2],
    [0.59, 3],
    [0.6, 4],
    [0.8, 5],
    [1, 5],
  ])('%d is in bin %d', (chance, bin) => {
    expect(binOf(chance)).toBe(bin);
  });
});
