import { describe, expect, it } from 'vitest';
import { concludeAssessment } from '../../../../src/core/assess/conclude.ts';
import { prepareAssessment } from '../../../../src/core/assess/prepare.ts';
import { createSetting } from '../../../../src/core/explore/design/create-setting.ts';
import { createEvaluator } from '../../../../src/core/explore/design/evaluate.ts';
import { setClause } from '../../../../src/core/treaty/set-clause.ts';
import { DATE, subjectOf } from './subjects.ts';

const subject = subjectOf('anzus');
const evaluator = createEvaluator(createSetting(subject, { date: DATE, seed: 1 }));
const { given } = evaluator.setting;
const read = (path: string, value: string) => evaluator.read(setClause(given, path, value)).objectives;
const stands = evaluator.given.objectives;

describe('the text as it stands', () => {
  const assessed = concludeAssessment(prepareAssessment(subject, { date: DATE, draws: 0, seed: 1 }));

  it('is worth to each member what an assessment says', () => {
    for (const { state, net } of evaluator.given.members)
      expect(net).toBeCloseTo(assessed.balance.find((one) => one.state === state)?.net.value ?? Number.NaN, 10);
    expect(stands['worst-net']).toBeCloseTo(Math.min(...assessed.balance.map(({ net }) => net.value)), 10);
    expect(stands.ratification).toBeCloseTo(assessed.allRatify ?? Number.NaN, 10);
  });

  it('spares those challenged what the balance sheet calls deterrence, as far as the promise lasts', () => {
    const spared = assessed.contingencies.reduce((sum, { challenge }) => sum + challenge.without.value - challenge.with.value, 0);
    expect(evaluator.without.challenges - evaluator.given.challenges).toBeCloseTo(spared, 10);
    expect(stands.deterrence).toBeGreaterThan(0);
  });
});

describe('structure moves', () => {
  it('an automatic promise deters more and entraps more than one that each judges', () => {
    const automatic = read('collective-defense.response.automaticity', 'automatic');
    expect(automatic.deterrence).toBeGreaterThan(stands.deterrence);
    expect(automatic.entrapment).toBeGreaterThan(stands.entrapment);
  });

  it('aid short of fighting deters less than defense, consultation less than aid', () => {
    const [aid, talk] = [read('collective-defense.kind', 'assistance'), read('collective-defense.kind', 'consultation')];
    expect(aid.deterrence).toBeLessThan(stands.deterrence);
    expect(talk.deterrence).toBeLessThan(aid.deterrence);
  });

  it('longer notice keeps the promise longer and locks in more', () => {
    const long = read('exit.notice', 'P5Y');
    expect(long.deterrence).toBeGreaterThan(stands.deterrence);
    expect(long['lock-in']).toBeGreaterThan(stands['lock-in']);
    expect(read('exit.notice', 'P3M').deterrence).toBeLessThan(stands.deterrence);
  });

  it('a term that ends is a promise that lasts less long, unless it is renewed', () => {
    const term = (renewal: string) => read('term', `{"kind": "fixed", "length": "P5Y", "until": "2031-06-01", "renewal": "${renewal}"}`).deterrence;
    expect(term('tacit')).toBeCloseTo(stands.deterrence, 12);
    expect(term('active')).toBeLessThan(term('tacit'));
    expect(term('none')).toBeLessThan(term('active'));
  });

  it('a floor of spending costs who spends less, and makes those who pay it stronger', () => {
    const floor = read('burden', '{"pledges": [{"id": "floor", "metric": "defense-share-of-gdp", "at_least": 0.035, "bound": "all", "agreed": "2026-06-01"}]}');
    expect(floor['worst-net']).toBeLessThan(0);
    expect(floor.ratification).toBeLessThan(stands.ratification);
    expect(floor.deterrence).toBeGreaterThan(stands.deterrence);
  });

  it('forces that go home take their tripwire with them', () => {
    const home = read('institutions.bases', 'false');
    expect(home.deterrence).toBeLessThan(stands.deterrence / 2);
    expect(home.entrapment).toBeLessThan(stands.entrapment);
  });
});

describe('coefficients of clauses that states chose stay', () => {
  it.each([
    ['institutions.secretariat', 'true'],
    ['institutions.integrated_command', 'true'],
    ['secrecy', 'secret'],
  ])('%s=%s moves nothing', (path, value) => expect(read(path, value)).toEqual(stands));
});

describe('draws', () => {
  it('are the same for the same draw, and common to all texts', () => {
    const [one, again, other] = [evaluator.readDraw(given, 3), evaluator.readDraw(given, 3), evaluator.readDraw(given, 4)];
    expect(again).toEqual(one);
    expect(other.objectives.deterrence).not.toBe(one.objectives.deterrence);
    expect(evaluator.readDraw(setClause(given, 'institutions.secretariat', 'true'), 4)).toEqual(evaluator.readDraw(given, 4));
  });
});
