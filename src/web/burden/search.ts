import { CRITERION_IDS, EVEN, type Criterion, type Weights } from '../../core/assess/fairness.ts';
import { clampDate, parseDate } from '../fight/dates.ts';
import { BURDEN_START } from '../shell/starts.ts';
import type { RawSearch } from '../fight/search.ts';

/** Everything the page shows, as its address says it. */
export interface BurdenSearch {
  readonly treaty: string;
  readonly date: string;
  /** Id of a pledge; the first in force when null. */
  readonly pledge: string | null;
  readonly weights: Weights;
  /** Figures shown as tables. */
  readonly tables: readonly string[];
  readonly why: string | null;
}

export const HEAVIEST = 5;

const isCriterion = (text: string): text is Criterion => CRITERION_IDS.some((id) => id === text);

/** `effort:3,rise:0`: those not named weigh 1. Equal weights where nothing would weigh anything. */
function weightsOf(text: string | undefined): Weights {
  const weights: Record<Criterion, number> = { ...EVEN };
  for (const part of (text ?? '').split(',')) {
    const [id = '', value = ''] = part.split(':');
    const weight = Number(value);
    if (isCriterion(id) && value !== '' && Number.isFinite(weight)) weights[id] = Math.min(HEAVIEST, Math.max(0, weight));
  }
  return CRITERION_IDS.some((id) => weights[id] > 0) ? weights : EVEN;
}

/** Reads an address; what it cannot read falls back to the default. */
export function readBurden(raw: RawSearch): BurdenSearch {
  return {
    treaty: raw['treaty'] || BURDEN_START.treaty,
    date: clampDate(parseDate(raw['date'] ?? '') ?? BURDEN_START.date),
    pledge: raw['pledge'] || null,
    weights: weightsOf(raw['w']),
    tables: (raw['tables'] ?? '').split(',').filter((name) => name !== ''),
    why: raw['why'] || null,
  };
}

/** Writes an address, leaving out what is as by default. */
export function writeBurden({ treaty, date, pledge, weights, tables, why }: BurdenSearch): Record<string, string> {
  const w = CRITERION_IDS.filter((id) => weights[id] !== EVEN[id]).map((id) => `${id}:${weights[id]}`);
  return {
    treaty,
    date,
    ...(pledge !== null && { pledge }),
    ...(w.length > 0 && { w: w.join(',') }),
    ...(tables.length > 0 && { tables: tables.join(',') }),
    ...(why !== null && { why }),
  };
}
