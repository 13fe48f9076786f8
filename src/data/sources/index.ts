import type { Source } from '../source.ts';
import { igo } from './igo/source.ts';
import { nmc } from './nmc/source.ts';
import { polity } from './polity/source.ts';
import { trade } from './trade/source.ts';
import { vdem } from './vdem/source.ts';

/** Every source foedus reads, in the order of `foedus data list`. */
export const sources: readonly Source[] = [nmc, trade, igo, vdem, polity];
