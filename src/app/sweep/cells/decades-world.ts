import { createHash } from 'node:crypto';
import type { DecadesInput } from '../../../core/explore/decades/options.ts';
import { simulateWorld } from '../../../core/explore/decades/simulate.ts';
import type { DecadesWorld } from '../../../core/explore/decades/types.ts';
import { defineCell } from '../../../jobs/cell.ts';
import type { CellInput } from './input.ts';

export interface DecadesShared {
  readonly input: DecadesInput;
  /** Whether events come back; only their digest does otherwise. */
  readonly events: boolean;
}

/** A world with the SHA-256 of its line, events among it, whether or not they are kept. */
export interface DigestedWorld extends DecadesWorld {
  readonly digest: string;
}

/** A world as one line: the same world gives the same bytes. */
export const worldLine = ({ world, series, wrong, events, audit }: DecadesWorld): string => JSON.stringify({ world, series, wrong, events, audit });

/** What a cell yields: numbers for tables, and the world as a line. */
export interface WorldRow {
  readonly wrong: number;
  readonly digest: string;
  readonly line: string;
}

function rowOf({ input, events }: DecadesShared, number: number): WorldRow {
  const whole = simulateWorld(input, number);
  const digest = createHash('sha256').update(worldLine(whole)).digest('hex');
  const kept = events ? whole : { ...whole, events: [], audit: { ...whole.audit, changes: [] } };
  return { wrong: whole.wrong, digest, line: worldLine(kept) };
}

export function worldOfRow({ digest, line }: WorldRow): DigestedWorld {
  const world: DecadesWorld = JSON.parse(line);
  return { ...world, digest };
}

/** One world of decades ahead, by its number. */
export const cell = defineCell({
  open:
    (shared: DecadesShared) =>
    ({ parameters }: CellInput<{ readonly world: number }>) =>
      rowOf(shared, parameters.world),
});
