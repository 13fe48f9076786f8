import { describe, expect, it } from 'vitest';
import { runModel } from '../../src/app/model.ts';

const run = (value: unknown) => runModel('spending', { name: 'input.json', text: JSON.stringify(value) });
const members = [100, 60, 20].map((income) => ({ income, security_weight: 0.5 }));
const spokes = [100, 60, 60, 60].map((income) => ({ income, security_weight: 0.05 }));
const hub = spokes.map((_, i) => spokes.map((__, j) => (i !== j && (i === 0 || j === 0) ? 0.8 : 0)));

describe('spending on plain numbers', () => {
  it('gives each member its autarky, Nash and efficient spending (docs/models/spending.md)', () => {
    const value = run({ members, spillins: 1 });
    expect(value).toMatchObject({ unique: true, others: [], converged: true, total: { autarky: 90, efficient: expect.closeTo(90, 6) } });
    expect(value['members']).toMatchObject([
      { name: '1', autarky: 50, nash: expect.closeTo(46.6667, 4), gap: expect.closeTo(3.3333, 4) },
      { name: '2', autarky: 30, nash: expect.closeTo(6.6667, 4), gap: expect.closeTo(23.3333, 4) },
      { name: '3', autarky: 10, nash: 0, gap: expect.closeTo(10, 4) },
    ]);
  });

  it('lists the other equilibria, and starts from observed spending', () => {
    const value = run({ members: spokes.map((member, i) => ({ ...member, observed: i === 0 ? 5 : 0 })), spillins: hub });
    expect(value).toMatchObject({ unique: false, uniqueBy: 'principal minors', members: [{ nash: 5 }, { nash: 0 }, { nash: 0 }, { nash: 0 }] });
    expect(value['others']).toHaveLength(2);
  });

  it('reads weights off observed spending, at which it is what everybody wants', () => {
    const observed = [3, 1, 0];
    const value = run({ members: members.map(({ income }, i) => ({ income, observed: observed[i] })), spillins: 0.3 });
    expect(value['members']).toMatchObject(observed.map((nash) => ({ nash: expect.closeTo(nash, 9) })));
    expect(value['warnings']).toEqual([expect.stringContaining('Member 3 spends nothing')]);
  });

  it('takes a pledge, which cannot be missed unless enforcement says otherwise', () => {
    const pledge = { floors: [50, 30, 10] };
    const pledged = (more: object) => run({ members, spillins: 1, pledge: { ...pledge, ...more } })['total'];
    expect(pledged({})).toMatchObject({ pledged: expect.closeTo(90, 9), gapLeft: expect.closeTo(0, 6) });
    expect(pledged({ enforcement: 0.2 })).toMatchObject({ pledged: expect.closeTo(64.087, 3) });
  });

  it.each([
    [{ members: [], spillins: 1 }, 'input.json: members: '],
    [{ members: [{ income: 1 }], spillins: 1 }, 'every member needs a security_weight'],
    [{ members: [members[0], { income: 5, observed: 1 }], spillins: 1 }, 'every member needs a security_weight'],
    [{ members, spillins: [[0, 1]] }, 'a row and a column for each member'],
    [{ members, spillins: 1, pledge: { floors: [1] } }, 'one floor for each member'],
    [
      {
        members: [
          { income: 5, observed: 1, base: -20 },
          { income: 5, observed: 1 },
        ],
        spillins: 0,
      },
      'Member 1: no weight of security explains its spending',
    ],
  ])('refuses %j in one line', (value, message) => {
    expect(() => run(value)).toThrow(message);
  });
});
