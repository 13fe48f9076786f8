import { plain } from '../charts/numbers.ts';
import type { BreakEven } from '../core/explore/sensitivity/break-even.ts';
import type { Sensitivity } from '../core/explore/sensitivity/sensitivity.ts';
import { parameterName } from './parameter-names.ts';

/** "The answer turns when “How often challenges come” rises above 2.3 (assumed 1, inside its range of 0.4 to 3)." */
function sentenceOf({ id, value, low, high, crossings }: BreakEven): string | undefined {
  const [nearest] = crossings;
  if (nearest === undefined) return undefined;
  const way = nearest.value > value ? 'rises above' : 'falls below';
  const place = nearest.within ? 'inside its range of' : 'outside its range of';
  return `The answer turns when “${parameterName(id)}” ${way} ${plain(nearest.value)} (assumed ${plain(value)}, ${place} ${plain(low)} to ${plain(high)}).`;
}

/** The assumptions that turn an answer, one sentence each, those inside their ranges first; or that none does. */
export function turnsInWords({ turns }: Pick<Sensitivity, 'turns'>): readonly string[] {
  const inside = ({ crossings }: BreakEven): number => Number(crossings[0]?.within ?? false);
  const sentences = turns.assumptions.toSorted((a, b) => inside(b) - inside(a)).flatMap((one) => sentenceOf(one) ?? []);
  if (sentences.length > 0 || turns.assumptions.length === 0) return sentences;
  return [`No assumption turns the answer by itself: it stays ${turns.side} ${plain(turns.threshold)}, twice as far out as the ranges go.`];
}
