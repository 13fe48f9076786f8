import { describe, expect, it } from 'vitest';
import { MEANINGS } from '../../../src/app/estimation/crisis/declared.ts';
import { crisisParameters } from '../../../src/app/estimation/crisis/parameters.ts';
import { parametersSchema } from '../../../src/core/facts/parameters.ts';
import { createRng } from '../../../src/core/math/rng.ts';
import { ERAS } from '../../../src/core/stages/chain-data.ts';

const SINCE = 'challenge.win-since-1946';
const NAMES = [...Object.keys(MEANINGS), SINCE, ...ERAS.map(({ id }) => `escalation.${id}`)];
const choice = { happened: Int32Array.of(1, 0, 0, 1) };
const side = { joined: Int32Array.of(0, 1, 0) };
const chain = {
  join: { sides: { target: side, challenger: side } },
  resist: choice,
  challenge: choice,
  escalation: { era: Int32Array.of(0, 0, 1, 2, 3), war: Int32Array.of(1, 0, 0, 1, 0) },
};
const stage = { logLik: -10 };

/** An estimate of all parameters, each with its own error. */
function made(sinceWar: number, spread: number) {
  const rng = createRng('made-up estimate', sinceWar);
  const values = Float64Array.from(NAMES, (name, at) => (name === SINCE ? sinceWar : name.startsWith('escalation') ? 0.2 : at / 10));
  const draws = Array.from({ length: 400 }, () =>
    values.map((value, at) => (NAMES[at]?.startsWith('escalation') ? value + 0.02 * rng.next() : value + (NAMES[at] === SINCE ? spread : 0.5) * rng.normal())),
  );
  const found = { data: { chain }, fit: { join: stage, resist: stage, challenge: stage }, names: NAMES, values, draws: { values: draws, failed: 0 } };
  return crisisParameters(found, { store: { entry: () => undefined }, seed: 1, draws: 200 });
}

describe('the file of crisis parameters', () => {
  const file = made(-4, 3);

  it('is as the catalog holds it', () => {
    expect(parametersSchema.parse(file)).toEqual(file);
    expect(file.made).toMatchObject({ n: 4, log_likelihood: -30, command: 'foedus fit --parameters crisis -o catalog/parameters/crisis.json' });
  });

  it('has the joint covariance of what is estimated, escalation aside', () => {
    const estimated = Object.entries(file.parameters).flatMap(([name, { kind }]) => (kind === 'estimated' && !name.startsWith('escalation') ? [name] : []));
    expect(file.covariance?.names).toEqual(estimated);
    file.covariance?.matrix.forEach((row, i) => {
      expect(Math.abs((row[i] ?? 0) - 0.25)).toBeLessThan(0.08);
      row.forEach((value, j) => expect(value).toBeCloseTo(file.covariance?.matrix[j]?.[i] ?? Number.NaN, 12));
    });
  });

  it('holds since 1946 mostly the prior: about 0, with a value that is not below it and a range that is', () => {
    const { value, low, high, kind, basis } = file.parameters[SINCE] ?? {};
    expect(kind).toBe('declared');
    expect(basis).toContain('the estimate is -4.0');
    expect(value).toBeGreaterThan(0);
    expect(low).toBeLessThan(-1.5);
    expect(high).toBeLessThan(1.6);
    expect(made(4, 3).parameters[SINCE]?.value).toBeGreaterThan(value ?? Infinity);
    // Where the record told it well, it would be what the record says.
    expect(Math.abs((made(2, 0.05).parameters[SINCE]?.value ?? 0) - 2)).toBeLessThan(0.05);
  });

  it('counts wars among disputes resisted', () => {
    expect(file.parameters['escalation.1816-1913']?.basis).toBe('1 interstate wars (COW) of 2 disputes that a target resisted (GML)');
  });
});
