import { describe, expect, it } from 'vitest';
import { answerOf } from '../../src/app/model.ts';
import { PROTEGE } from '../core/models/crisis/snyder-cases.ts';

const answer = (name: string, value: unknown) => answerOf(name, { name: 'input.json', text: JSON.stringify(value) });
const { game, provocation } = PROTEGE;

describe('the dilemma on plain numbers', () => {
  it('answers price by price for both promises', () => {
    const { value } = answer('snyder', { game, provocation, prices: [0, 2] });
    const point = { price: 2, credibility: expect.any(Number), provocation: expect.any(Number), pChallenge: expect.any(Number), pResist: expect.any(Number) };
    expect(value).toMatchObject({ ally: 0, unconditional: [{ price: 0 }, point], unprovoked: [{ price: 0 }, point], converged: true, warnings: [] });
  });

  it('has a figure, which keeps its input; a model without one has none', () => {
    const { figure } = answer('snyder', { game, provocation });
    expect(figure?.()).toMatch(/^<svg /);
    expect(figure?.()).toContain('&quot;prices&quot;:[0,1,2,3,4,6]');
    expect(answer('crisis', { game }).figure).toBeUndefined();
  });

  it.each([
    [{ game, provocation, ally: 3 }, 'input.json: there is no ally 3'],
    [{ game, provocation: { ...provocation, base: 0.9 } }, 'the chance of a crisis'],
    [{ game, provocation, prices: [1] }, 'input.json: prices: '],
    [{ game }, 'input.json: provocation: '],
  ])('refuses %j in one line', (value, message) => {
    expect(() => answer('snyder', value)).toThrow(message);
  });
});
