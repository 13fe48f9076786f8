import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRng } from '../../../src/core/math/rng.ts';
import { bestResponse } from '../../../src/core/models/spending/best-response.ts';
import { bestShare, fitBestResponse, weightOf, type ResponsePanel } from '../../../src/core/estimate/best-response.ts';

interface Truth {
  readonly spillin: number;
  readonly adjustment: number;
  readonly control: number;
  readonly noise: number;
  readonly states: number;
  readonly years: number;
  readonly seed: number;
}

/** States with weights of their own that go a part of the way each year to their best response. */
function madeUp({ spillin, adjustment, control, noise, states, years, seed }: Truth): { readonly panel: ResponsePanel; readonly weights: number[] } {
  const rng = createRng(seed, 'made-up');
  const weights = Array.from({ length: states }, () => 0.02 + 0.03 * rng.next());
  const rows: { share: number; before: number; given: number; state: number; z: number }[] = [];
  weights.forEach((weight, state) => {
    let before = weight * (0.5 + rng.next());
    for (let year = 0; year < years; year++) {
      const [given, z] = [0.01 + 0.04 * rng.next(), rng.normal()];
      const share = (1 - adjustment) * before + adjustment * (weight - (1 - weight) * spillin * given) + control * z + noise * rng.normal();
      rows.push({ share, before, given, state, z });
      before = share;
    }
  });
  const column = (of: (row: (typeof rows)[number]) => number): Float64Array => Float64Array.from(rows, of);
  const state = column((row) => row.state);
  return {
    weights,
    panel: {
      share: column((row) => row.share),
      before: column((row) => row.before),
      given: column((row) => row.given),
      group: state,
      cluster: state,
      controls: [column((row) => row.z)],
    },
  };
}

const truth: Truth = { spillin: 0.3, adjustment: 0.2, control: 0.001, noise: 0, states: 12, years: 30, seed: 1 };

describe('best responses, fitted', () => {
  it('give back what made a panel without noise', () => {
    const { panel, weights } = madeUp(truth);
    const fit = fitBestResponse(panel);
    expect(fit.converged).toBe(true);
    expect(fit.spillin).toBeCloseTo(0.3, 8);
    expect(fit.adjustment).toBeCloseTo(0.2, 8);
    expect(fit.controls[0]).toBeCloseTo(0.001, 10);
    weights.forEach((weight, group) => expect(fit.weights[group]).toBeCloseTo(weight, 8));
    expect(fit.ssr).toBeLessThan(1e-20);
  });

  it('lie within three standard errors of what made a noisy one', () => {
    const fit = fitBestResponse(madeUp({ ...truth, noise: 0.0005, states: 40, years: 60 }).panel);
    expect(Math.abs(fit.spillin - 0.3)).toBeLessThan(3 * fit.spillinError);
    expect(fit.spillinError).toBeLessThan(0.1);
    expect(Math.abs(fit.adjustment - 0.2)).toBeLessThan(3 * fit.adjustmentError);
  });

  it('assume what they are told to assume', () => {
    const { panel } = madeUp({ ...truth, adjustment: 1 });
    const atOnce = fitBestResponse(panel, { adjusting: false });
    expect(atOnce).toMatchObject({ adjustment: 1, adjustmentError: 0 });
    expect(atOnce.spillin).toBeCloseTo(0.3, 8);
    expect(fitBestResponse(panel, { answering: false })).toMatchObject({ spillin: 0, spillinError: 0, converged: true });
  });

  it('cost nothing where the spill-in of a panel is 0', () => {
    const fit = fitBestResponse(madeUp({ ...truth, spillin: 0 }).panel);
    expect(fit.spillin).toBeCloseTo(0, 8);
  });

  it('say that they failed where nothing varies', () => {
    const { panel } = madeUp(truth);
    expect(fitBestResponse({ ...panel, given: panel.given.map(() => 0) }).converged).toBe(false);
  });
});

describe('properties', () => {
  const truths = fc.record({
    spillin: fc.double({ min: -0.3, max: 0.9, noNaN: true }),
    adjustment: fc.double({ min: 0.1, max: 1, noNaN: true }),
    control: fc.double({ min: -0.01, max: 0.01, noNaN: true }),
    noise: fc.constant(0),
    states: fc.integer({ min: 3, max: 8 }),
    years: fc.integer({ min: 12, max: 25 }),
    seed: fc.integer({ min: 1, max: 1000 }),
  });

  it('whatever made the panel is found again', () => {
    fc.assert(
      fc.property(truths, (made) => {
        const fit = fitBestResponse(madeUp(made).panel);
        expect(fit.spillin).toBeCloseTo(made.spillin, 5);
        expect(fit.adjustment).toBeCloseTo(made.adjustment, 5);
      }),
      { numRuns: 40 },
    );
  });

  it('the order of the rows does not matter', () => {
    fc.assert(
      fc.property(truths, (made) => {
        const { panel } = madeUp({ ...made, noise: 0.001 });
        const n = panel.share.length;
        const turned = <T extends ArrayLike<number>>(values: T): Float64Array =>
          Float64Array.from({ length: n }, (_, row) => values[n - 1 - row] ?? Number.NaN);
        const [fit, other] = [
          fitBestResponse(panel),
          fitBestResponse({
            share: turned(panel.share),
            before: turned(panel.before),
            given: turned(panel.given),
            group: turned(panel.group),
            cluster: turned(panel.cluster),
            controls: panel.controls.map(turned),
          }),
        ];
        expect(other.ssr / fit.ssr).toBeCloseTo(1, 6);
        expect(other.adjustment).toBeCloseTo(fit.adjustment, 5);
      }),
      { numRuns: 20 },
    );
  });

  it('a weight read off a share makes that share the best response, in shares and in money', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 0.2, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        (share, spillin, given) => {
          const weight = weightOf(share, spillin, given);
          expect(bestShare(weight, spillin, given)).toBeCloseTo(share, 10);
          expect(bestResponse({ income: 50, security_weight: weight }, 50 * spillin * given) / 50).toBeCloseTo(share, 10);
        },
      ),
    );
  });
});
