import { describe, expect, it } from 'vitest';
import { closeYear, newLedger, openYear, record } from '../../../../src/core/explore/decades/audit.ts';
import { chronicleOf, wrongFirst } from '../../../../src/core/explore/decades/chronicle.ts';
import { coverageOf } from '../../../../src/core/explore/decades/coverage.ts';
import { fansOf, runningSum, summedFan } from '../../../../src/core/explore/decades/fans.ts';
import { injectFileSchema } from '../../../../src/core/explore/decades/injects.ts';
import { roleSheets, sheetMarkdown, sheetsHtml } from '../../../../src/core/explore/decades/role-sheets.ts';
import { checkScenario, parseScenario } from '../../../../src/core/explore/decades/scenarios.ts';
import { simulateWorld } from '../../../../src/core/explore/decades/simulate.ts';
import type { DecadesWorld } from '../../../../src/core/explore/decades/types.ts';
import { smallInput, smallStart } from './small-start.ts';

const made = (world: number, wars: readonly number[]): DecadesWorld => ({
  world,
  series: { wars },
  wrong: wars.length * world,
  events: [],
  audit: { treatyYears: 0, memberYears: 0, joined: 0, left: 0, ended: 0, changes: [], faults: [] },
});

describe('fans', () => {
  const worlds = Array.from({ length: 101 }, (_, world) => made(world, [world, 2 * world]));

  it('are quantiles over worlds', () => {
    expect(fansOf(worlds, 2026)).toEqual([
      {
        series: 'wars',
        points: [
          { year: 2026, median: 50, mean: 50, half: [25, 75], ninety: [5, 95] },
          { year: 2027, median: 100, mean: 100, half: [50, 150], ninety: [10, 190] },
        ],
      },
    ]);
  });

  it('of sums', () => {
    expect(runningSum([1, 2, 3])).toEqual([1, 3, 6]);
    expect(summedFan(worlds, 'wars', 2026).points[1]?.median).toBe(150);
  });

  it('hold what happened or do not', () => {
    const [yearly, summed] = coverageOf(worlds, { wars: [50, 199] });
    expect(yearly).toMatchObject({ half: 0.5, ninety: 0.5, last: { happened: 199, median: 100 } });
    expect(summed).toMatchObject({ of: 'sum', half: 0.5, ninety: 1 });
  });
});

describe('the audit', () => {
  it('finds a member that nobody wrote down', () => {
    const ledger = newLedger();
    openYear(ledger, [{ id: 'x', members: [1, 2] }]);
    record(ledger, 'x', 'joined');
    closeYear(ledger, [{ id: 'x', members: [1, 2] }], 2030);
    expect(ledger.faults).toEqual([{ treaty: 'x', year: 2030, start: 2, joined: 1, left: 0, ended: 0, end: 2 }]);
  });

  it('and a treaty that is there without having been made', () => {
    const ledger = newLedger();
    openYear(ledger, []);
    closeYear(ledger, [{ id: 'y', members: [1, 2] }], 2030);
    expect(ledger.faults).toHaveLength(1);
  });
});

describe('chronicles', () => {
  const start = smallStart();
  it('are sentences with reasons', () => {
    const lines = chronicleOf(
      {
        events: [
          { year: 2030, kind: 'war', states: [3, 0], others: [1], p: 0.02, because: ['ω = 0.020'] },
          {
            year: 2030,
            kind: 'broken',
            states: [2],
            others: [0, 3],
            treaty: 'three',
            treatyName: 'Pact of Three',
            article: '5',
            because: ['chance to come: State C 0.10'],
          },
          { year: 2031, kind: 'government', states: [1], p: 0.45 },
        ],
      },
      start,
    );
    expect(lines.map(({ text, why }) => `${text} ${why}`)).toEqual([
      'War: State D attacks State A; State B comes in, great powers among them. chance 0.020; ω = 0.020',
      'State C stands aside: Pact of Three bound it to help State A against State D. article 5; chance to come: State C 0.10',
    ]);
  });

  it('of worlds in which most went wrong come first', () => {
    expect(wrongFirst([made(1, [1]), made(3, [1]), made(2, [1])])).toEqual([3, 2, 1]);
  });

  it('tell everything that happens in a world', () => {
    const world = simulateWorld(smallInput(), 2);
    expect(chronicleOf(world, start, true)).toHaveLength(world.events.length);
    for (const { text } of chronicleOf(world, start, true)) expect(text).toMatch(/^[A-Z].*\.$/);
  });
});

describe('role sheets', () => {
  const sheets = roleSheets(smallStart());

  it('say what is owed, to whom, and the ways out', () => {
    const [first] = sheets;
    expect(sheets.map(({ state }) => state)).toEqual(['AAA', 'BBB', 'CCC', 'EEE', 'FFF']);
    expect(first).toMatchObject({
      owes: [{ treaty: 'Pact of Three', article: '5', action: 'defend', states: ['State B', 'State C'], open: true }],
      owed: [{ states: ['State B', 'State C'] }],
      rivals: ['State D'],
      pledges: [{ text: '2.5 % of GDP for defense by 2030 (two-percent)' }],
      exits: ["Pact of Three: article 10; 1 year's notice."],
    });
    expect(sheets.at(-1)?.exits).toEqual(['Pact of Two: its text forbids leaving.']);
  });

  it('are pages of Markdown and HTML', () => {
    const [first] = sheets;
    expect(first === undefined ? '' : sheetMarkdown(first, 2026)).toContain('## You owe\n- defend State B, State C: Pact of Three, article 5');
    expect(sheetsHtml(sheets, 2026).match(/<section>/g)).toHaveLength(5);
    expect(sheetsHtml(sheets, 2026)).not.toMatch(/https?:/);
  });
});

describe('what is asked', () => {
  it.each([
    [{ injects: [{ year: 2027, what: 'flood' }] }, /flood|Invalid/],
    [{ injects: [{ year: 2027, what: 'pact', members: ['USA'] }] }, /members/],
    [{ injects: [{ year: 2027, what: 'leaves', state: 'usa' }] }, /three-letter/],
    [{ injects: [{ year: 2027, what: 'ends', treaty: 'nato', why: 'x' }] }, /why/],
  ])('%j is refused', (file, message) => {
    const read = injectFileSchema.safeParse(file);
    expect(read.success).toBe(false);
    expect(read.error === undefined ? '' : JSON.stringify(read.error.issues)).toMatch(message);
  });

  it('a scenario is held against the run', () => {
    const start = smallStart();
    expect(() => checkScenario(parseScenario('leaves:XYZ'), start, 10)).toThrow('XYZ is no state');
    expect(() => checkScenario(parseScenario('leaves:AAA:nato'), start, 10)).toThrow("no treaty 'nato'");
    expect(() => checkScenario(parseScenario('downturn@2099'), start, 10)).toThrow('2026 to 2035');
  });
});
