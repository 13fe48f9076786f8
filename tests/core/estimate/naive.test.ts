import { describe, expect, it } from 'vitest';
import { fit } from '../../../src/core/estimate/fit.ts';
import type { FitRequest } from '../../../src/core/estimate/request.ts';
import { agreesWithNaive, formulaOf, sideOf, type NaiveModel } from '../../support/naive-likelihood.ts';
import { bargains, play12, play122, play123 } from '../../support/simulated-fits.ts';

const ERRORS = [
  { link: 'probit', type: 'agent' },
  { link: 'probit', type: 'private' },
  { link: 'logit', type: 'agent' },
] as const;

const GAMES = [
  { game: 'egame12', equations: [['1', 'x1'], [], ['1', 'x2', 'x3'], ['1', 'x4']], held: [0.5, 0, 0.8, -0.3], plays: play12, players: 2 },
  {
    game: 'egame122',
    equations: [['1', 'x1'], ['1', 'x2'], [], ['1', 'x3'], ['1', 'x5'], ['1', 'x6']],
    held: [0.5, -0.5, 0, 0.5, 0.7, -0.6],
    plays: play122,
    players: 2,
  },
  {
    game: 'egame123',
    equations: [['1', 'x1'], [], ['x2'], ['1', 'x3'], [], ['x4'], ['1', 'x5'], ['1', 'x6']],
    held: [-0.4, 0, 0.2, 0.5, 0, -0.3, 0.6, 0.3],
    plays: play123,
    players: 3,
  },
] as const;

const cases = GAMES.flatMap((one) => ERRORS.map((errors) => [`${one.game}, ${errors.link}, ${errors.type}`, one, errors] as const));
const byPlayer = (players: number): string[][] => Array.from({ length: players }, (_, player) => [`x${player + 1}`]);
const partsOf = (scales: readonly (readonly string[])[]): string => `~ ${scales.map(sideOf).join(' | ')}`;

describe('fits are where a likelihood written from the page has its maximum', () => {
  it.each(cases)('%s', (name, { game, equations, plays }, errors) => {
    const table = plays(errors).table(400, `naive ${name}`);
    agreesWithNaive(fit({ model: game, ...errors, formula: formulaOf('y', equations) }, table), { game, equations, ...errors }, table);
  });

  it.each(cases)('%s: log sigma of a regressor', (name, { game, equations, plays }, errors) => {
    const table = plays(errors).table(400, `naive ${name}`);
    const model: NaiveModel = { game, equations, ...errors, scales: [['x4']] };
    agreesWithNaive(fit({ model: game, ...errors, formula: formulaOf('y', equations), scaleFormula: '~ x4 - 1' }, table), model, table);
  });

  it.each(cases)('%s: utilities held, log sigma by player', (name, { game, equations, held, plays, players }, errors) => {
    const table = plays(errors).table(400, `naive ${name}`);
    const request: FitRequest = { model: game, ...errors, formula: 'y ~ 1', fixedUtilities: held };
    agreesWithNaive(fit(request, table), { game, equations, ...errors, held, scales: [['1']] }, table);
    const constants = Array.from({ length: players }, () => ['1']);
    agreesWithNaive(fit({ ...request, scaleByPlayer: true }, table), { game, equations, ...errors, held, scales: constants }, table);
    const scales = byPlayer(players);
    agreesWithNaive(fit({ ...request, scaleByPlayer: true, scaleFormula: partsOf(scales) }, table), { game, equations, ...errors, held, scales }, table);
  });

  const { request: bargain, table: bargained } = bargains();
  it.each<[string, Partial<FitRequest> & Pick<NaiveModel, 'offerAlone'>]>([
    ['ultimatum', {}],
    ['ultimatum, the offer alone', { outcome: 'offer', offerAlone: true }],
    ['ultimatum, s1 held', { s1: 2.5 }],
    ['ultimatum, s2 held', { s2: 1.3 }],
    ['ultimatum, both held', { s1: 2.5, s2: 1.3 }],
  ])('%s', (_, { offerAlone = false, ...more }) => {
    const table = bargained(300, 'naive ultimatum');
    const { s1, s2 } = more;
    const model: NaiveModel = {
      game: 'ultimatum',
      equations: [
        ['1', 'x1'],
        ['1', 'x2'],
      ],
      maxOffer: 15,
      offerAlone,
      ...(s1 !== undefined && { s1 }),
      ...(s2 !== undefined && { s2 }),
    };
    agreesWithNaive(fit({ ...bargain, ...more }, table), model, table);
  });
});

describe('what the data leave open is said', () => {
  it('of a log sigma that grows without end, as the utilities held say the opposite of the plays', () => {
    const table = play12(ERRORS[0]).table(300, 'opposite');
    const { warnings } = fit({ model: 'egame12', formula: 'y ~ 1', fixedUtilities: [-9, 0, 9, 9] }, table);
    const against = fit({ model: 'egame12', formula: 'y ~ 1', fixedUtilities: [9, 0, -9, -9] }, table);
    expect([...warnings, ...against.warnings].join('\n')).toMatch(/log\(sigma\).*left open by the data|no standard errors/);
  });
});
