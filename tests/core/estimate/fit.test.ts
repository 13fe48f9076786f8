import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fit, type Fit } from '../../../src/core/estimate/fit.ts';
import { egame12 } from '../../../src/core/estimate/games/egame12.ts';
import { columnsOf, parseFormula } from '../../../src/core/estimate/formula.ts';
import type { FitRequest } from '../../../src/core/estimate/request.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';
import type { Table } from '../../../src/core/table/table.ts';
import { withDuck } from '../../../src/data/duck/open.ts';
import { readDataFile } from '../../../src/data/duck/read-data-file.ts';
import { dataDir, describeWithData } from '../../support/data.ts';
import { describeWithReference } from '../../support/reference.ts';
import { bargains, play12, play122, play123, simulated } from '../../support/simulated-fits.ts';
import { play } from '../../support/simulated-games.ts';

const WAR: FitRequest = { model: 'egame12', formula: 'esc + war ~ s_wt_re1 + revis1 | 0 | regime1 | balanc + regime2' };
const LEBLANG: FitRequest = {
  model: 'egame12',
  type: 'private',
  formula:
    'outcome ~ capcont + lreserves + overval + creditgrow + USinterest + service + contagion + prioratt - 1 | 1 | 1 | ' +
    'unifgov + lexports + preelec + postelec + rightgov + realinterest + capcont + lreserves',
  levels: new Map([['', ['no attack', 'devaluation', 'defense']]]),
};

const tableOf = (file: string, { formula }: FitRequest): Promise<Table> => {
  const { outcome, equations } = parseFormula(formula);
  return withDuck((duck) => readDataFile(duck, path.join(dataDir() ?? '', file), '.', [...outcome, ...columnsOf(equations)]));
};

interface Published {
  readonly loglik: number;
  readonly names: readonly string[];
  readonly coef: readonly number[];
  readonly se: readonly number[];
}

function agrees(found: Fit, { loglik, names, coef, se }: Published): void {
  expect(found.converged).toBe(true);
  expect(found.logLik).toBeCloseTo(loglik, 8);
  expect(found.coefficients.map(({ name }) => name)).toEqual(names);
  found.coefficients.forEach(({ estimate, se: error }, index) => {
    expect(Math.abs(estimate / (coef[index] ?? Number.NaN) - 1)).toBeLessThan(1e-5);
    expect(Math.abs(error / (se[index] ?? Number.NaN) - 1)).toBeLessThan(1e-5);
  });
}

describeWithData('published fits of the R package games', ['war1800.csv', 'leblang2003.csv'], () => {
  let war: Table;
  let crises: Table;
  beforeAll(async () => {
    war = await tableOf('war1800.csv', WAR);
    crises = await tableOf('leblang2003.csv', LEBLANG);
  });

  it('war1800: log-likelihoods by agent probit and logit, N 282', () => {
    const found = fit(WAR, war);
    expect([found.n, found.prepared.frame.dropped]).toEqual([282, 31]);
    expect(found.logLik).toBeCloseTo(-286.1237547, 6);
    expect(fit({ ...WAR, link: 'logit' }, war).logLik).toBeCloseTo(-286.183, 3);
  });

  // Leblang 2003, International Studies Quarterly 47; Kenkel and Signorino 2014, Journal of Statistical Software 56(8).
  it('Leblang: log-likelihood −482.02 by private probit, N 7,240', () => {
    const found = fit(LEBLANG, crises);
    expect(found.n).toBe(7240);
    expect(found.logLik).toBeCloseTo(-482.0154845, 6);
  });

  describeWithReference<Readonly<Record<string, Published>>>('to the last digits', 'strategic-games.json', (reference) => {
    const named = (word: string): Published => {
      const [, published] = Object.entries(reference).find(([name]) => name.startsWith(word)) ?? [];
      return published ?? { loglik: Number.NaN, names: [], coef: [], se: [] };
    };
    it('war1800', () => agrees(fit(WAR, war), named('war1800')));
    it('Leblang', () => agrees(fit(LEBLANG, crises), named('leblang')));
  });
});

/** Every estimate within four standard errors of the truth, and none of them loose. */
function recovers({ converged, coefficients, gradient, warnings }: Fit, truth: readonly number[]): void {
  expect({ converged, warnings }).toEqual({ converged: true, warnings: [] });
  expect(gradient).toBeLessThan(1e-6);
  expect(coefficients).toHaveLength(truth.length);
  coefficients.forEach(({ name, estimate, se }, index) => {
    expect(se, name).toBeLessThan(0.5);
    expect(Math.abs(estimate - (truth[index] ?? Number.NaN)) / se, name).toBeLessThan(4);
  });
}

describe('parameters of simulated plays come back', () => {
  const errors = [
    ['probit', 'agent'],
    ['probit', 'private'],
    ['logit', 'agent'],
  ] as const;

  it.each(errors)('egame12, %s, %s', (link, type) => {
    const { request, truth, table } = play12({ link, type });
    recovers(fit(request, table(4000, `12 ${link} ${type}`)), truth);
  });

  it.each(errors)('egame122, %s, %s', (link, type) => {
    const { request, truth, table } = play122({ link, type });
    recovers(fit(request, table(4000, `122 ${link} ${type}`)), truth);
  });

  it.each(errors)('egame123, %s, %s', (link, type) => {
    const { request, truth, table } = play123({ link, type });
    recovers(fit(request, table(6000, `123 ${link} ${type}`)), truth);
  });

  it('ultimatum: both, the offer alone, and with scales given', () => {
    const { request, truth, table } = bargains();
    const bargained = table(1500, 'ultimatum');
    recovers(fit(request, bargained), truth);
    recovers(fit({ ...request, outcome: 'offer', formula: 'offer ~ x1 | x2' }, bargained), truth);
    const given = fit({ ...request, s1: 3, s2: 1 }, bargained);
    recovers(given, truth.slice(0, 4));
    expect(given.prepared.fixed).toEqual([
      { name: 'log(s1)', value: Math.log(3) },
      { name: 'log(s2)', value: 0 },
    ]);
  });

  it.each([
    ['egame12', play12({ link: 'probit', type: 'private' }), 800],
    ['egame122', play122({ link: 'probit', type: 'private' }), 1200],
    ['egame123', play123({ link: 'probit', type: 'private' }), 2000],
    ['ultimatum', bargains(), 400],
  ])('%s: on the average of 20 replications', (name, { request, truth, table }, rows) => {
    const fits = Array.from({ length: 20 }, (_, replication) => fit(request, table(rows, `${name} ${replication}`)));
    expect(fits.every(({ converged }) => converged)).toBe(true);
    truth.forEach((value, index) => {
      const estimates = fits.map(({ beta }) => beta[index] ?? Number.NaN);
      const mean = estimates.reduce((sum, one) => sum + one, 0) / 20;
      const spread = Math.sqrt(estimates.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 19);
      // Four standard errors of the mean, and the bias of order 1/n that maximum likelihood has.
      expect(Math.abs(mean - value)).toBeLessThan((4 * spread) / Math.sqrt(20) + 0.05 * Math.abs(value));
    });
  });

  it('a hazard of periods, by its proportional rates', () => {
    const table = simulated(5000, 1, 'hazard', ([x1 = 0], rng) => ({ ended: rng.next() < 1 - Math.exp(-Math.exp(-2 + 0.7 * x1)) ? 1 : 0 }));
    recovers(fit({ model: 'hazard', formula: 'ended ~ x1' }, table), [-2, 0.7]);
  });

  it('log sigma by a regressor, and by player', () => {
    const table = simulated(6000, 4, 'scale', ([x1 = 0, x2 = 0, x3 = 0, x4 = 0], rng) => {
      const [one, two] = [Math.exp(0.4 * x3), Math.exp(-0.4 * x4)];
      // Agent errors of scale σ are those of scale 1 on utilities divided by σ; the first sees the second's chance.
      const accept = play(egame12, [-1e9, 0, 0, (0.5 + x2) / two], { type: 'agent', link: 'probit', rng });
      const p = chanceOf((0.5 + x2) / two / Math.SQRT2);
      const goes = p * (0.5 + x1) + one * (rng.normal() - rng.normal()) > 0.3;
      return { y: goes ? accept : 0 };
    });
    const found = fit({ model: 'egame12', formula: 'y ~ 1 | 0 | x1 | x2', scaleFormula: '~ x3 - 1 | x4 - 1', scaleByPlayer: true }, table);
    expect(found.coefficients.map(({ name }) => name).slice(-2)).toEqual(['log(sigma1):x3', 'log(sigma2):x4']);
    recovers(found, [0.3, 0.5, 1, 0.5, 1, 0.4, -0.4]);
  });
});

const chanceOf = (z: number): number => {
  const steps = 2000;
  let sum = 0;
  for (let i = 0; i < steps; i++) sum += Math.exp(-((-8 + ((z + 8) * (i + 0.5)) / steps) ** 2) / 2);
  return (sum * (z + 8)) / steps / Math.sqrt(2 * Math.PI);
};

describe('a logit', () => {
  // 2 × 2 table: the log odds ratio and its standard error by Woolf 1955, Annals of Human Genetics 19.
  const cells = [
    [0, 0, 20],
    [0, 1, 10],
    [1, 0, 5],
    [1, 1, 15],
  ] as const;
  const table = tableFromRows(
    { x: 'float64', y: 'float64' },
    cells.flatMap(([x, y, count]) => Array.from({ length: count }, () => ({ x, y }))),
  );

  it('of a table of four cells is its log odds ratio', () => {
    const [constant, slope] = fit({ model: 'logit', formula: 'y ~ x' }, table).coefficients;
    expect(constant?.estimate).toBeCloseTo(Math.log(10 / 20), 10);
    expect(slope?.estimate).toBeCloseTo(Math.log((20 * 15) / (10 * 5)), 10);
    expect(slope?.se).toBeCloseTo(Math.sqrt(1 / 20 + 1 / 10 + 1 / 5 + 1 / 15), 9);
  });

  it('of many rows goes by shares of them to the same end', () => {
    const many = tableFromRows(
      { x: 'float64', y: 'float64' },
      Array.from({ length: 60_000 }, (_, row) => ({ x: row % 2, y: (row * 7919) % 5 < (row % 2 === 1 ? 3 : 1) ? 1 : 0 })),
    );
    const [constant, slope] = fit({ model: 'logit', formula: 'y ~ x' }, many).coefficients;
    expect(constant?.estimate).toBeCloseTo(Math.log(0.2 / 0.8), 6);
    expect(slope?.estimate).toBeCloseTo(Math.log(0.6 / 0.4) - Math.log(0.2 / 0.8), 6);
    const spread = Math.sqrt(1 / 6000 + 1 / 24_000 + 1 / 18_000 + 1 / 12_000);
    expect(Math.abs((slope?.se ?? Number.NaN) / spread - 1)).toBeLessThan(1e-6);
  });

  it('of many rows is not led astray by a share of them that says the opposite', () => {
    // Of every 64th row x is next to nothing where it is not 0, and nothing happens: by that share the slope goes to minus infinity.
    const lines = Array.from({ length: 64_000 }, (_, row) => {
      const [some, share] = [row % 50 === 0, row % 64 === 0];
      const happens = share ? !some && row % 640 === 64 : some ? row % 100 === 0 : row % 200 === 8;
      return { x: some ? (share ? 1e-7 : 0.5) : 0, y: happens ? 1 : 0 };
    });
    const logOdds = (group: readonly { readonly y: number }[]): number => {
      const events = group.reduce((sum, { y }) => sum + y, 0);
      return Math.log(events / (group.length - events));
    };
    const [without, one] = [logOdds(lines.filter(({ x }) => x < 0.1)), logOdds(lines.filter(({ x }) => x > 0.1))];
    const { coefficients, converged, iterations } = fit({ model: 'logit', formula: 'y ~ x' }, tableFromRows({ x: 'float64', y: 'int8' }, lines));
    expect(converged).toBe(true);
    expect(iterations).toBeLessThan(30);
    expect(coefficients[0]?.estimate).toBeCloseTo(without, 5);
    expect(coefficients[1]?.estimate).toBeCloseTo((one - without) / 0.5, 5);
  });

  it('says what the data leave open', () => {
    const separated = tableFromRows(
      { x: 'float64', y: 'float64' },
      [-2, -1, 1, 2].flatMap((x) => [
        { x, y: x > 0 ? 1 : 0 },
        { x, y: x > 0 ? 1 : 0 },
      ]),
    );
    expect(fit({ model: 'logit', formula: 'y ~ x' }, separated).warnings.join()).toMatch(/left open by the data|not locally identified/);
  });
});

describe('questions that cannot be put', () => {
  const table = tableFromRows(
    { y: 'text', a: 'float64', b: 'float64', x: 'float64', z: 'float64', offer: 'float64' },
    ['l', 'm', 'r', 'l', 'm', 'r', 'm', 'r'].map((y, row) => ({ y, a: row % 2, b: row % 3 === 0 ? 1 : 0, x: row, z: 2 * row, offer: row + 3 })),
  );
  it.each<[string, FitRequest, string]>([
    ['too few equations', { model: 'egame12', formula: 'y ~ x | 0 | 1' }, 'the formula needs 4 equations (u11 | u13 | u14 | u24), and has 3'],
    ['a regressor everywhere', { model: 'egame12', formula: 'y ~ x | x | x | 1' }, 'x: in all utilities of player 1'],
    ['outcomes of another game', { model: 'egame122', formula: 'y ~ x | 0 | 0 | 0 | 1 | 1' }, 'egame122 has 4 outcomes, and there are 3 (l, m, r)'],
    ['three moves of two', { model: 'egame12', formula: 'a + b + x ~ x | 0 | 1 | 1' }, '2 columns of moves, not 3'],
    ['a move of 3', { model: 'egame12', formula: 'a + x ~ 1 | 0 | 1 | 1' }, 'x: a move is 0 or 1, and there is 2'],
    ['collinear regressors', { model: 'logit', formula: 'a ~ x + z' }, "'z' is a linear combination of the other regressors"],
    ['no maximum', { model: 'ultimatum', formula: 'offer + a ~ 1 | 1' }, 'needs --max-offer'],
    ['an offer above it', { model: 'ultimatum', maxOffer: 5, formula: 'offer + a ~ 1 | 1' }, 'an offer of 6 is outside 0 to 5'],
    ['no acceptance', { model: 'ultimatum', maxOffer: 20, formula: 'offer ~ 1 | 1' }, 'offer + accept'],
    ['utilities that are missing', { model: 'egame12', formula: 'y ~ 1', fixedUtilities: [1, 2] }, '4 utilities are fixed'],
    ['log sigma of a logit', { model: 'logit', formula: 'a ~ x', scaleFormula: '~ z' }, 'belong to egame12'],
    ['a constant in log sigma', { model: 'egame12', formula: 'a + b ~ x | 0 | 1 | 1', scaleFormula: '~ z' }, 'a constant in log sigma is not identified'],
    ['a constant as indicators', { model: 'egame12', formula: 'a + b ~ x | 0 | 1 | 1', scaleFormula: '~ y - 1' }, 'a constant in log sigma is not identified'],
    ['an offer in a game of moves', { model: 'egame12', formula: 'a + b ~ x | 0 | 1 | 1', maxOffer: 5 }, 'belong to the ultimatum'],
    ['an ultimatum by probit', { model: 'ultimatum', maxOffer: 20, link: 'probit', formula: 'offer + a ~ 1 | 1' }, 'the link is logit'],
    ['a sigma for each of two', { model: 'egame12', formula: 'y ~ x | 0 | 1 | 1', scaleFormula: '~ z - 1', scaleByPlayer: true }, 'needs 2 parts'],
    ['nothing on the left', { model: 'logit', formula: '~ x' }, 'the outcome is missing'],
    ['nothing to estimate', { model: 'logit', formula: 'a ~ 0' }, 'leaves nothing to estimate'],
    ['levels of two columns', { model: 'egame12', formula: 'a + b ~ x | 0 | 1 | 1', levels: new Map([['', ['p', 'q']]]) }, 'there are several'],
  ])('%s', (_, request, message) => {
    expect(() => fit(request, table)).toThrow(message);
  });

  it('logit with private information becomes a probit, and says so', () => {
    const found = fit({ model: 'egame12', link: 'logit', type: 'private', formula: 'y ~ 1 | 0 | 0 | 1' }, table);
    expect(found.prepared.link).toBe('probit');
    expect(found.warnings[0]).toMatch(/the probit link is used/);
  });

  it('moves are named as the R package names them', () => {
    const names = (model: FitRequest['model'], formula: string) => fit({ model, formula }, moves).coefficients.map(({ name }) => name);
    const moves = tableFromRows(
      { a: 'float64', b: 'float64', c: 'float64' },
      Array.from({ length: 16 }, (_, row) => ({ a: row & 1, b: (row >> 1) & 1, c: (row >> 2) & 1 })),
    );
    expect(names('egame122', 'a + b ~ 1 | 0 | 0 | 0 | 1 | 1')).toEqual(['u1(~a,~b):(Intercept)', 'u2(~a,b):(Intercept)', 'u2(a,b):(Intercept)']);
    expect(names('egame122', 'a + b + c ~ 1 | 0 | 0 | 0 | 1 | 1')).toEqual(['u1(~b):(Intercept)', 'u2(b):(Intercept)', 'u2(c):(Intercept)']);
    expect(names('egame123', 'a + b + c ~ 1 | 0 | 0 | 0 | 1 | 0 | 0 | 1')).toEqual(['u1(~a):(Intercept)', 'u2(a,~b):(Intercept)', 'u3(a,b,c):(Intercept)']);
  });
});
