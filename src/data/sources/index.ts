import type { Source } from '../source.ts';
import { nmc } from './nmc/source.ts';

/** Every source foedus reads, in the order of `foedus data list`. */
export const sources: readonly Source[] = [nmc];
