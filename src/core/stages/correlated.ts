import { logistic } from '../math/logistic.ts';
import { normalDensity } from '../math/normal.ts';
import { truncatedQuantile } from '../math/truncated-normal.ts';
import { challengeColumns, type ChainFit, type ChainOffsets } from './chain.ts';
import type { ChainData } from './chain-data.ts';
import type { PromisedOdds } from './pair-odds.ts';
import { indexOf } from './weighted-logit.ts';

/** Standard deviation of a logistic error. */
const LOGISTIC = Math.PI / Math.sqrt(3);

/**
 * What is added to the indices of joining and resisting where their errors have a correlation with the challenger's: disputes are those the challenger
 * chose, so that its error is not 0 on average in them, but φ(z)/h standard deviations at a yearly hazard h = Φ(z) (Heckman 1979, Econometrica 47).
 * First order: hazards are those of the independent fit. Disputes without one (no politically relevant pair) take the mean.
 */
export function correlatedOffsets(data: ChainData, fit: ChainFit, odds: PromisedOdds<Float64Array>, correlation: number): Required<ChainOffsets> {
  const { challenge, resist, join, disputes } = data;
  const hazard = indexOf(challengeColumns(data, fit.resist.beta, odds), fit.challenge.beta).map(logistic);
  const ofPlace = new Map(Array.from(challenge.place, (place, row) => [place, row]));
  const chosen = Array.from(resist.place, (place) => {
    const row = ofPlace.get(place);
    return row === undefined ? undefined : shift(hazard[row] ?? 0, correlation);
  });
  const known = chosen.filter((value) => value !== undefined);
  const mean = known.reduce((sum, value) => sum + value, 0) / Math.max(1, known.length);
  const byDispute = new Map<number, number[]>();
  resist.cluster.forEach((dispute, row) => {
    const value = chosen[row];
    const number = disputes[dispute] ?? 0;
    if (value !== undefined) byDispute.set(number, [...(byDispute.get(number) ?? []), value]);
  });
  const ofDispute = Float64Array.from(join.disputes, (number) => {
    const values = byDispute.get(number);
    return values === undefined ? mean : values.reduce((sum, value) => sum + value, 0) / values.length;
  });
  const ofSide = (side: 'target' | 'challenger'): Float64Array => Float64Array.from(join.sides[side].dispute, (place) => ofDispute[place] ?? mean);
  return { join: { target: ofSide('target'), challenger: ofSide('challenger') }, resist: Float64Array.from(chosen, (value) => value ?? mean) };
}

/** The mean error of another, in logits, where the challenger chose with chance h. */
function shift(h: number, correlation: number): number {
  const chance = Math.min(1 - 1e-6, Math.max(1e-6, h));
  const z = truncatedQuantile(0, 1, -40, chance);
  return (correlation * LOGISTIC * normalDensity(z)) / chance;
}
