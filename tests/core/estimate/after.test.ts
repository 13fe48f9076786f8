import { describe, expect, it } from 'vitest';
import { bootstrap } from '../../../src/core/estimate/bootstrap.ts';
import { compare, compareRows } from '../../../src/core/estimate/compare.ts';
import { fit } from '../../../src/core/estimate/fit.ts';
import { egame12 } from '../../../src/core/estimate/games/egame12.ts';
import { latexTable } from '../../../src/core/estimate/latex.ts';
import { fitted, scenarios } from '../../../src/core/estimate/predict.ts';
import { profile } from '../../../src/core/estimate/profile.ts';
import { createRng } from '../../../src/core/math/rng.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import { play } from '../../support/simulated-games.ts';

const rng = createRng('after');
const table = tableFromRows(
  { y: 'float64', x: 'float64', z: 'float64', group: 'text', offer: 'float64', accept: 'float64' },
  Array.from({ length: 800 }, (_, row) => {
    const [x, z] = [rng.normal(), rng.normal()];
    const y = play(egame12, [0.3 - x, 0, 0.6, 0.2 + z], { type: 'private', link: 'probit', rng });
    return { y, x, z, group: 'abcd'[row % 4] ?? '', offer: row % 7, accept: row % 2 };
  }),
);
const found = fit({ model: 'egame12', type: 'private', formula: 'y ~ x | 0 | 1 | z' }, table);

describe('the bootstrap', () => {
  it('spreads as the standard errors say, the same for the same seed', () => {
    const drawn = bootstrap(found, { draws: 200, rng: createRng(1) });
    expect([drawn.draws, drawn.failed, drawn.betas.length]).toEqual([200, 0, 200]);
    found.coefficients.forEach(({ se, estimate }, index) => {
      expect((drawn.se[index] ?? 0) / se).toBeGreaterThan(0.8);
      expect((drawn.se[index] ?? 0) / se).toBeLessThan(1.25);
      const [low, high] = drawn.intervals[index] ?? [Number.NaN, Number.NaN];
      expect(low < estimate && estimate < high).toBe(true);
    });
    expect(bootstrap(found, { draws: 5, rng: createRng(1) }).betas).toEqual(drawn.betas.slice(0, 5));
    expect(bootstrap(found, { draws: 5, rng: createRng(2) }).betas).not.toEqual(drawn.betas.slice(0, 5));
  });

  it('draws whole groups', () => {
    // Rows of a group are alike: groups hold all there is to know, and rows by themselves pretend to more.
    const rows = Array.from({ length: 40 }, (_, group) => Array.from({ length: 10 }, () => ({ group, y: (group * 7) % 3 === 0 ? 1 : 0 }))).flat();
    const logit = fit({ model: 'logit', formula: 'y ~ 1' }, tableFromRows({ group: 'int16', y: 'int8' }, rows));
    const groups = Int32Array.from(rows, ({ group }) => group);
    const [single = 0] = bootstrap(logit, { draws: 200, rng: createRng(1) }).se;
    const [whole = 0] = bootstrap(logit, { draws: 200, rng: createRng(1), groups }).se;
    expect(whole / single).toBeGreaterThan(2.5);
    expect(whole / single).toBeLessThan(4);
  });
});

describe('a profile', () => {
  it('falls 1.92 at the ends of its interval, which is near that of the standard error', () => {
    const { estimate, se } = found.coefficients[1] ?? { estimate: 0, se: 0 };
    const { interval, points, exceeded } = profile(found, 'u1(0):x');
    expect(exceeded).toBe(false);
    expect(points).toHaveLength(13);
    expect(Math.max(...points.map(({ logLik }) => logLik))).toBe(found.logLik);
    expect(Math.abs((estimate - interval[0]) / se - 1.96)).toBeLessThan(0.25);
    expect(Math.abs((interval[1] - estimate) / se - 1.96)).toBeLessThan(0.25);
  });

  it('of a logit of a constant is known exactly', () => {
    const rows = Array.from({ length: 30 }, (_, row) => ({ y: row < 9 ? 1 : 0 }));
    const logit = fit({ model: 'logit', formula: 'y ~ 1' }, tableFromRows({ y: 'int8' }, rows));
    const at = (value: number): number => 9 * value - 30 * Math.log1p(Math.exp(value));
    for (const end of profile(logit, '(Intercept)').interval) expect(logit.logLik - at(end)).toBeCloseTo(1.920729, 5);
  });

  it('is of a coefficient that there is', () => {
    expect(() => profile(found, 'x')).toThrow("no coefficient 'x'");
  });
});

describe('predictions', () => {
  it('of the rows average to what was observed, where a constant sees to it', () => {
    const probit = fit({ model: 'logit', formula: 'accept ~ x' }, table);
    const { names, rows } = fitted(probit);
    expect(names).toEqual(['Pr(0)', 'Pr(1)']);
    expect(rows.reduce((sum, row) => sum + (row[1] ?? 0), 0)).toBeCloseTo(400, 6);
  });

  it('are chances that add up to 1, inside their intervals', () => {
    const [low, high] = scenarios(found, { profiles: [{ x: -1 }, { x: 1 }], rng: createRng(1) });
    for (const { predictions } of [low, high].filter((one) => one !== undefined)) {
      expect(predictions.reduce((sum, { estimate }) => sum + estimate, 0)).toBeCloseTo(1, 12);
      for (const one of predictions) expect(one.low < one.estimate && one.estimate < one.high).toBe(true);
    }
    // x is worth less and less in staying out.
    expect(low?.predictions[0]?.estimate ?? 0).toBeGreaterThan(high?.predictions[0]?.estimate ?? 1);
    expect(low?.at).toMatchObject({ x: -1 });
  });

  it('take levels by name, and the mode of those not named', () => {
    const logit = fit({ model: 'logit', formula: 'accept ~ group + x' }, table);
    expect(scenarios(logit, { profiles: [{}], rng: createRng(1) })[0]?.at['group']).toBe('a');
    expect(() => scenarios(logit, { profiles: [{ group: 'e' }], rng: createRng(1) })).toThrow("'e' is none of its levels");
    expect(() => scenarios(logit, { profiles: [{ z: 1 }], rng: createRng(1) })).toThrow("'z' is no regressor");
  });

  it('of an ultimatum are an offer and a chance that simulated plays meet', () => {
    const rows = Array.from({ length: 300 }, () => ({ offer: Math.min(10, Math.max(0, 5 + 2 * rng.normal())), accept: rng.next() < 0.6 ? 1 : 0 }));
    const ultimatum = fit({ model: 'ultimatum', maxOffer: 10, formula: 'offer + accept ~ 1 | 1' }, tableFromRows({ offer: 'float64', accept: 'int8' }, rows));
    const [offer = 0, accepted = 0] = fitted(ultimatum).rows[0] ?? [];
    const [r1 = 0, r2 = 0, log1 = 0, log2 = 0] = ultimatum.beta;
    let [sum, yes] = [0, 0];
    const plays = 4000;
    for (let index = 0; index < plays; index++) {
      const u = (index + 0.5) / plays;
      const own = r1 + Math.exp(log1) * Math.log(u / (1 - u));
      let [low, high] = [0, 10];
      for (let step = 0; step < 50; step++) {
        const y = (low + high) / 2;
        if (10 - y - own - Math.exp(log2) * (1 + Math.exp((y - r2) / Math.exp(log2))) > 0) low = y;
        else high = y;
      }
      sum += low;
      yes += 1 / (1 + Math.exp(-(low - r2) / Math.exp(log2)));
    }
    expect(offer).toBeCloseTo(sum / plays, 2);
    expect(accepted).toBeCloseTo(yes / plays, 3);
  });
});

describe('tests of models that are not nested', () => {
  it('by hand on four rows', () => {
    const { vuong, clarke } = compareRows([Float64Array.of(-1, -2, -1, -1), 2], [Float64Array.of(-2, -1, -3, -2), 2]);
    // Differences 1, −1, 2, 1: their sum 3, their variance 1.1875.
    expect(vuong.statistic).toBeCloseTo(3 / (2 * Math.sqrt(1.1875)), 12);
    expect(vuong.favors).toBe(1);
    // Three of four: 2 (1 + 4)/16.
    expect(clarke).toEqual({ statistic: 3, p: 0.625, favors: 1 });
  });

  it('count coefficients as the Bayesian criterion does', () => {
    const rows = Float64Array.of(-1, -2, -1, -1);
    const { vuong } = compareRows([rows, 3], [Float64Array.of(-2, -1, -3, -2), 1]);
    expect(vuong.statistic).toBeCloseTo((3 - Math.log(4)) / (2 * Math.sqrt(1.1875)), 12);
  });

  it('prefer the model that made the data, and refuse other outcomes', () => {
    const other = fit({ model: 'egame12', type: 'private', formula: 'y ~ z | 0 | 1 | x' }, table);
    const { vuong, clarke } = compare(found, other);
    expect([vuong.favors, clarke.favors]).toEqual([1, 1]);
    expect(vuong.p).toBeLessThan(0.001);
    expect(() => compare(found, fit({ model: 'logit', formula: 'accept ~ x' }, table))).toThrow('cannot be compared');
  });
});

describe('a table for LaTeX', () => {
  it('has regressors down and equations across', () => {
    const lines = latexTable(found).split('\n');
    expect(lines[0]).toBe('\\begin{tabular}{lrrr}');
    expect(lines[2]).toBe(' & u1(0) & u1(2) & u2(2) \\\\');
    expect(lines.filter((line) => line.startsWith('(Intercept)'))).toHaveLength(1);
    expect(latexTable(found)).not.toMatch(/NaN|undefined/);
  });

  it('escapes what LaTeX would read', () => {
    const moves = tableFromRows(
      { a_b: 'int8', c: 'int8' },
      Array.from({ length: 12 }, (_, row) => ({ a_b: row & 1, c: (row >> 1) & 1 })),
    );
    expect(latexTable(fit({ model: 'egame12', formula: 'a_b + c ~ 1 | 0 | 0 | 1' }, moves))).toContain('u1(\\textasciitilde{}a\\_b)');
  });
});
