import { describe, expect, it } from 'vitest';
import { runModel } from '../../src/app/model.ts';
import { UserError } from '../../src/app/user-error.ts';

const input = (value: unknown) => ({ name: 'game.json', text: JSON.stringify(value) });
const game = {
  challenger: { strength: 1, value: 1, war_cost: 0.5 },
  target: { strength: 1, value: 1, war_cost: 0.5 },
  allies: [{ strength: 1, value: 1, war_cost: 0.5, broken_promise_cost: 0.2 }],
};

describe('models on plain numbers', () => {
  it('crisis answers with the fixed names', () => {
    const value = runModel('crisis', input({ game: { id: 'any', ...game }, lambda: 2, p_join: 'left alone' }));
    expect(value).toMatchObject({ pChallenge: expect.any(Number), pResist: expect.any(Number), pJoin: [expect.any(Number)], lambda: 2, converged: true });
  });

  it.each([
    ['crisi', {}, "there is no model 'crisi'. Did you mean crisis"],
    ['crisis', { game: { ...game, allies: 3 } }, 'game.json: game.allies: '],
    ['crisis', { game: { ...game, challenger: { ...game.challenger, strength: -1 } } }, 'game.json: game.challenger.strength: '],
    [
      'crisis',
      { game: { ...game, decisiveness: 2, allies: Array.from({ length: 16 }, () => game.allies[0]), supporters: game.allies } },
      'game.json: with many joiners on both sides only a decisiveness of 1',
    ],
    ['decision', { rule: { kind: 'share', share: 2 }, members: 3, mean_days: 1 }, 'game.json: rule.share: '],
  ])('%s on %j is refused in one line', (name, value, message) => {
    expect(() => runModel(name, input(value))).toThrow(UserError);
    expect(() => runModel(name, input(value))).toThrow(message);
  });

  it('text that is no JSON is refused where it breaks', () => {
    expect(() => runModel('crisis', { name: 'game.json', text: '{"game": [' })).toThrow(/^game\.json:1:/);
  });
});
