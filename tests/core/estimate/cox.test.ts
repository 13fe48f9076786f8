import { describe, expect, it } from 'vitest';
import { fitCox } from '../../../src/core/estimate/cox.ts';
import { EstimateError } from '../../../src/core/estimate/estimate-error.ts';
import { tableFromRows } from '../../../src/core/table/from-rows.ts';

/** Weeks in remission of 21 patients given 6-mercaptopurine and 21 given a placebo; a plus marks those still in remission. Freireich and others (1963), Blood 21. */
const TREATED = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+';
const PLACEBO = '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23';

const lives = (text: string, placebo: number): { time: number; relapse: number; placebo: number }[] =>
  text.split(' ').map((one) => ({ time: Number.parseInt(one, 10), relapse: one.endsWith('+') ? 0 : 1, placebo }));

const kinds = { time: 'float64', relapse: 'int8', placebo: 'int8' } as const;
const leukemia = tableFromRows(kinds, [...lives(TREATED, 0), ...lives(PLACEBO, 1)]);

describe('the leukemia remissions of Freireich and others', () => {
  // Estimates as the survival package of R gives them for these data.
  it("gives 1.5721 (.4124) with Efron's ties", () => {
    const { coefficients, events, n, logLikNull, logLik, converged } = fitCox({ formula: 'relapse ~ placebo', stop: 'time' }, leukemia);
    expect([n, events, converged]).toEqual([42, 30, true]);
    expect(coefficients[0]?.estimate).toBeCloseTo(1.5721, 4);
    expect(coefficients[0]?.se).toBeCloseTo(0.4124, 4);
    // The likelihood ratio statistic: 16.35.
    expect(2 * (logLik - logLikNull)).toBeCloseTo(16.35, 2);
  });

  it("gives 1.5092 (.4096) with Breslow's", () => {
    const { coefficients } = fitCox({ formula: 'relapse ~ placebo', stop: 'time', ties: 'breslow' }, leukemia);
    expect(coefficients[0]?.estimate).toBeCloseTo(1.5092, 4);
    expect(coefficients[0]?.se).toBeCloseTo(0.4096, 4);
  });

  it('gives the same when lives are cut into weeks', () => {
    const weeks = [...lives(TREATED, 0), ...lives(PLACEBO, 1)].flatMap(({ time, relapse, placebo }) =>
      Array.from({ length: time }, (_, week) => ({ from: week, time: week + 1, relapse: week + 1 === time ? relapse : 0, placebo })),
    );
    const cut = fitCox({ formula: 'relapse ~ placebo', start: 'from', stop: 'time' }, tableFromRows({ ...kinds, from: 'float64' }, weeks));
    const whole = fitCox({ formula: 'relapse ~ placebo', stop: 'time' }, leukemia);
    expect(cut.coefficients[0]?.estimate).toBeCloseTo(whole.coefficients[0]?.estimate ?? 0, 8);
    expect(cut.coefficients[0]?.se).toBeCloseTo(whole.coefficients[0]?.se ?? 0, 8);
  });
});

describe('a partial likelihood worked by hand', () => {
  // Deaths at 1 (x = 1) and 2 (x = 0), a life censored at 3 (x = 1): log L = b - log(2 e^b + 1) - log(1 + e^b), greatest where e^b = 1/√2.
  const three = tableFromRows(kinds, [
    { time: 1, relapse: 1, placebo: 1 },
    { time: 2, relapse: 1, placebo: 0 },
    { time: 3, relapse: 0, placebo: 1 },
  ]);

  it('has its maximum where the derivative is nought', () => {
    const { coefficients, logLik } = fitCox({ formula: 'relapse ~ placebo', stop: 'time' }, three);
    const b = Math.log(Math.SQRT1_2);
    expect(coefficients[0]?.estimate).toBeCloseTo(b, 9);
    expect(logLik).toBeCloseTo(b - Math.log(2 * Math.exp(b) + 1) - Math.log(1 + Math.exp(b)), 10);
  });

  it('does not answer to the scale of time', () => {
    const slow = tableFromRows(kinds, [
      { time: 10, relapse: 1, placebo: 1 },
      { time: 11, relapse: 1, placebo: 0 },
      { time: 300, relapse: 0, placebo: 1 },
    ]);
    const [a, b] = [three, slow].map((table) => fitCox({ formula: 'relapse ~ placebo', stop: 'time' }, table).coefficients[0]?.estimate ?? 0);
    expect(a).toBeCloseTo(b ?? 1, 12);
  });
});

describe('what cannot be asked', () => {
  it('names what is at fault', () => {
    const ask =
      (formula: string, stop = 'time') =>
      () =>
        fitCox({ formula, stop }, leukemia);
    expect(ask('relapse ~ 1')).toThrow(EstimateError);
    expect(ask('time ~ placebo')).toThrow('an event is 0 or 1');
    expect(ask('relapse ~ placebo', 'relapse')).toThrow('at risk for no time');
    expect(ask('relapse ~ placebo | time')).toThrow('one event and one equation');
  });
});
