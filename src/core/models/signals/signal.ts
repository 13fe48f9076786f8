/** What a guarantor does in an ally's land, beside promising. */
export interface Posture {
  /** Forces in the path of an attack, thousands. */
  readonly troops: number;
  /** Bases of its own there. */
  readonly bases: boolean;
  /** Its nuclear weapons are kept there, or shared. */
  readonly nuclear: boolean;
  /** Large exercises with the ally, a year. */
  readonly exercises: number;
  /** Visits of its head of state or government, a year. */
  readonly visits: number;
}

/** Logits a posture is worth at most, each declared with a range (catalog/parameters/signals.json). */
export interface SignalWeights {
  readonly troops: number;
  /** Thousands of troops at which 63 % of their weight is reached. */
  readonly troopScale: number;
  readonly bases: number;
  readonly nuclear: number;
  readonly exercises: number;
  readonly visits: number;
  /** What all together do not exceed. */
  readonly most: number;
}

/** Logits by which a posture raises the price of standing aside, and what they are made of. */
export interface SignalEffect {
  readonly logits: number;
  readonly parts: readonly { readonly signal: keyof Posture; readonly logits: number }[];
}

/**
 * What standing aside would lose where forces, bases and weapons stand in the way (Schelling 1966), or where an ally was assured in public
 * (McManus and Nieman 2019, Journal of Peace Research 56). Troops saturate, w (1 − e^(−n/n₀)): the first thousand bind more than the
 * hundredth. Exercises and visits count up to one a year. Hardly any posture of this kind was ever tested: every weight is declared.
 */
export function signalEffect(posture: Posture, weights: SignalWeights): SignalEffect {
  const parts = [
    { signal: 'troops', logits: -weights.troops * Math.expm1(-posture.troops / weights.troopScale) },
    { signal: 'bases', logits: posture.bases ? weights.bases : 0 },
    { signal: 'nuclear', logits: posture.nuclear ? weights.nuclear : 0 },
    { signal: 'exercises', logits: weights.exercises * Math.min(1, posture.exercises) },
    { signal: 'visits', logits: weights.visits * Math.min(1, posture.visits) },
  ] as const;
  return {
    logits: Math.min(
      weights.most,
      parts.reduce((sum, { logits }) => sum + logits, 0),
    ),
    parts: parts.filter(({ logits }) => logits !== 0),
  };
}
