import { balancing } from './balancing.ts';
import { banzhaf } from './banzhaf.ts';
import { cinc } from './cinc.ts';
import { collectiveSecurity } from './collective-security.ts';
import { concentration } from './concentration.ts';
import type { Measure } from './define.ts';
import { landscape } from './landscape.ts';
import { lossOfStrength } from './loss-of-strength.ts';
import { niouOrdeshookRose } from './niou-ordeshook-rose.ts';
import { polarity } from './polarity.ts';
import { shapleyShubik } from './shapley-shubik.ts';
import { warStability } from './war-stability.ts';

/** Every measure of `foedus measure`, in the order of its list. Similarity and the network have verbs of their own. */
export const measures: readonly Measure[] = [
  cinc,
  lossOfStrength,
  concentration,
  polarity,
  niouOrdeshookRose,
  landscape,
  warStability,
  shapleyShubik,
  banzhaf,
  balancing,
  collectiveSecurity,
];
