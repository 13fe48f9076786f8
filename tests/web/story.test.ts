import { describe, expect, it } from 'vitest';
import { lede, stepTitle } from '../../src/web/fight/lede.ts';
import { askedBy, crisisOf, searchOf } from '../../src/web/fight/question.ts';
import { rolesAt } from '../../src/web/fight/roles.ts';
import { countStates, dutyRows, freeRows } from '../../src/web/fight/rows.ts';
import { formatQuery, readSearch, writeSearch } from '../../src/web/fight/search.ts';
import { tellFirstStep } from '../../src/web/fight/story.ts';
import { verdictTable } from '../../src/web/fight/table.ts';
import { engine, storyOf } from './engine.ts';

const JULY = 'date=1914-07-28&from=AUH&to=SRB';
const ESTONIA = 'date=2025-01-01&from=RUS&to=EST';

describe('by the letter', () => {
  it.each([
    JULY,
    ESTONIA,
    'date=1939-09-01&from=DEU&to=POL',
    'date=1982-04-02&from=ARG&to=GBR&place=falkland-islands',
    'date=1950-06-25&from=PRK&to=KOR',
    'date=1885-06-01&from=RUS&to=AUH',
  ])('the page and the law end with the same sides: %s', (address) => {
    const story = storyOf(address);
    const cascade = engine().law.cascade(engine().law.trigger(story.event), { mode: 'letter' });
    const last = story.steps.at(-1);
    expect({ attacker: last?.sides.attacker.toSorted(), target: last?.sides.target.toSorted() }).toEqual({
      attacker: cascade.sides.attacker.toSorted(),
      target: cascade.sides.target.toSorted(),
    });
  });

  it.each(['FRA', 'DEU', 'USA'])('and also where %s refuses', (state) => {
    const story = storyOf(`${ESTONIA}&cascade=chosen&own=1&refuses=${state}`);
    const cascade = engine().law.cascade(engine().law.trigger(story.event), { mode: 'chosen', refuses: [state] });
    const last = story.steps.at(-1);
    expect(last?.sides.target.toSorted()).toEqual(cascade.sides.target.toSorted());
    expect(last?.duties.find(({ duty }) => duty.state === state && duty.action === 'defend')?.status).toBe('refused');
  });

  it('the first step alone is the first step', () => {
    const story = storyOf(JULY);
    expect(tellFirstStep(story.event, engine()).steps[0]).toEqual(story.steps[0]);
  });
});

describe('July 1914 as it happened', () => {
  const story = storyOf(`${JULY}&cascade=chosen`);

  it('follows the catalog, Russia and Japan by choice', () => {
    expect(story.mode).toBe('as-in');
    expect(story.steps).toHaveLength(7);
    expect(story.steps.filter(({ kind }) => kind === 'choice').flatMap(({ movers }) => movers)).toEqual(['RUS', 'JPN']);
  });

  it('shows Italy, Germany and Romania free at first: their ally began it', () => {
    const [first] = story.steps;
    const free = new Map(first?.free.map(({ notOwed }) => [notOwed.state, notOwed.reason]));
    expect(free.get('ITA')).toBe('beneficiary-began-it');
    expect(free.get('ROU')).toBe('beneficiary-began-it');
    expect(free.has('DEU')).toBe(true);
  });

  it('makes Britain owe Belgium defense when Germany enters, and counts it honored once Britain joins', () => {
    const status = (step: number): string | undefined =>
      story.steps[step]?.duties.find(({ duty }) => duty.state === 'GBR' && duty.toward === 'BEL' && duty.action === 'defend')?.status;
    expect(status(3)).toBeUndefined();
    expect(status(4)).toBe('new');
    expect(status(5)).toBe('honored');
  });

  it("counts Germany's promise to Belgium broken", () => {
    expect(story.steps[4]?.duties.find(({ duty }) => duty.state === 'DEU' && duty.toward === 'BEL' && duty.action === 'not-attack')?.status).toBe('broken');
  });

  it('says so in sentences', () => {
    const step = story.steps[4];
    if (!step) throw new Error('there is no fifth step');
    expect(stepTitle(story, step, engine().world)).toBe('Germany enters Belgium');
    expect(lede(story, step, 4, engine().world)).toContain('owe Belgium defense');
    expect(lede(story, step, 4, engine().world)).toContain('Germany breaks a promise of non-aggression to Belgium.');
  });
});

describe('the reader chooses', () => {
  it('Russia joins Serbia, and Germany owes Austria-Hungary defense', () => {
    const story = storyOf(`${JULY}&cascade=chosen&own=1&joins=RUS:SRB`);
    expect(story.mode).toBe('choices');
    expect(story.steps).toContainEqual(expect.objectContaining({ kind: 'choice', movers: ['RUS'] }));
    expect(story.steps.at(-1)?.byChoice).toEqual(['RUS']);
  });
});

describe('Estonia 2025', () => {
  const story = storyOf(ESTONIA);
  const [first] = story.steps;
  if (!first) throw new Error('there is no first step');

  it('folds the allies of one article into one row', () => {
    const [row] = dutyRows(first);
    expect(row).toMatchObject({ duty: { action: 'defend', treaty: 'nato', article: '5' }, status: 'new' });
    expect(row?.states).toHaveLength(31);
    expect(row?.keys).toContain('duty:USA:nato:5:EST');
  });

  it('has the same states in table, rows and roles', () => {
    const { rows } = verdictTable(first, engine().world, '2025-01-01', (id) => id);
    const inTable = new Set(rows.map(({ state }) => state));
    const inPanel = new Set([...dutyRows(first), ...freeRows(first)].flatMap(({ states }) => states));
    expect(inTable).toEqual(inPanel);
    const roles = rolesAt(story, first);
    for (const state of inTable) expect(roles.has(state), state).toBe(true);
    expect(roles.get('RUS')?.kind).toBe('attacker');
    expect(roles.get('EST')?.kind).toBe('target');
    expect(roles.get('IRL')).toMatchObject({ kind: 'duty', action: 'assist' });
    expect(countStates(dutyRows(first))).toBe(new Set(first.duties.map(({ duty }) => duty.state)).size);
  });

  it('prints as CSV with codes, quoted where it must be', () => {
    const { rows, csv } = verdictTable(first, engine().world, '2025-01-01', (id) => id);
    const lines = csv.split('\n');
    expect(lines[0]).toBe('state,state_name,action,toward,toward_name,treaty,article,obligation,status,reason,automaticity');
    expect(lines).toHaveLength(rows.length + 2);
  });
});

describe('the Falklands in 1982', () => {
  it('leaves the members of the North Atlantic Treaty without a duty to help, out of area', () => {
    const [first] = storyOf('date=1982-04-02&from=ARG&to=GBR&place=falkland-islands').steps;
    const usa = first?.free.find(({ notOwed }) => notOwed.state === 'USA' && notOwed.treaty === 'nato');
    expect(usa).toMatchObject({ owesLess: true, notOwed: { reason: 'out-of-area' } });
  });
});

describe('a question that cannot be asked', () => {
  const ask = (raw: Record<string, string>) => askedBy(readSearch(raw), engine().world);

  it('names the nearest dates of a state that is gone', () => {
    expect(ask({ date: '1950-01-01', from: 'AUH', to: 'SRB' })).toMatchObject({
      problem: expect.stringMatching(/^Austria-Hungary ended on 1\d November 1918\. Nearest dates: \S+( 1815)? to 1918\.$/),
    });
  });

  it('is incomplete without attacker or target', () => {
    expect(ask({ date: '1914-07-28' })).toEqual({ incomplete: true });
    expect(ask({ date: '1914-07-28', from: 'AUH' })).toEqual({ incomplete: true });
  });
});

it('knows every crisis of the catalog by its question', () => {
  for (const crisis of engine().catalog.events) {
    const search = { ...readSearch({}), ...searchOf(crisis) };
    expect(crisisOf(search, engine().catalog.events)?.id, crisis.id).toBe(crisis.id);
    expect(askedBy(search, engine().world), crisis.id).toHaveProperty('event');
  }
});

it('tells every crisis of the catalog, by the letter and as it happened, with the sides the law ends with', () => {
  for (const crisis of engine().catalog.events) {
    const address = formatQuery(writeSearch({ ...readSearch({}), ...searchOf(crisis) })).slice(1);
    const letter = storyOf(address);
    const sides = engine().law.cascade(engine().law.trigger(letter.event), { mode: 'letter' }).sides;
    const last = letter.steps.at(-1);
    expect([last?.sides.attacker.toSorted(), last?.sides.target.toSorted()], crisis.id).toEqual([sides.attacker.toSorted(), sides.target.toSorted()]);
    expect(storyOf(`${address}&cascade=chosen`).steps, crisis.id).toHaveLength(crisis.steps?.length ?? letter.steps.length);
  }
});
