import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CELLS } from '../dist/app/sweep/cells.js';
import { mergeSweep } from '../dist/app/sweep/merge.js';
import { plannedCells } from '../dist/app/sweep/planned-cells.js';
import { planSweep, sweepRequest } from '../dist/app/sweep/request.js';
import { runSweep } from '../dist/app/sweep/run.js';
import { inline } from '../dist/jobs/inline.js';
import { mapCells } from '../dist/jobs/map-cells.js';
import { threads } from '../dist/jobs/threads.js';
import type { Suite } from './suite.ts';

const cwd = mkdtempSync(path.join(tmpdir(), 'foedus-bench-'));
const place = { cwd, env: {}, today: '2026-07-01' };
const task = { module: CELLS, cell: 'arithmetic', shared: {} };
const inputs = Array.from({ length: 400 }, (_, seed) => ({ seed, parameters: { n: 500_000 } }));

const tiny = await planSweep(sweepRequest({ verb: 'arithmetic', repeat: 10_000 }), place);
await runSweep(tiny, undefined, { folder: 'tiny', cwd, threads: 1 });
const named = { ...tiny, repeat: 100_000 };

export const suite: Suite = {
  title: 'Sweeps',
  cases: {
    '400 cells of some milliseconds, inline': async () => void (await mapCells(inline, task, inputs, { chunk: 10 })),
    'in one thread': async () => void (await mapCells(threads(1), task, inputs, { chunk: 10 })),
    'in two threads': async () => void (await mapCells(threads(2), task, inputs, { chunk: 10 })),
    '100,000 cells planned and named': () => void plannedCells(named),
    '10,000 cells merged into Parquet': async () => void (await mergeSweep('tiny', { cwd })),
  },
  close: async () => rmSync(cwd, { recursive: true, force: true }),
};
