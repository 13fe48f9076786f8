import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hashFile } from '../../../src/data/disk/hash.ts';
import { ROOT } from '../../house/sources.ts';
import { sweepThroughKills, type Kill } from '../../support/queued-sweep.ts';
import { startRedis, type TestRedis } from '../../support/redis.ts';

let cwd = '';
beforeEach(() => void (cwd = mkdtempSync(path.join(tmpdir(), 'foedus-slow-'))));
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

interface Ran {
  readonly seconds: number;
  readonly sha256: string;
  /** Most memory held, in bytes; 0 where the system does not tell. */
  readonly memory: number;
}

/** Runs a sweep in a process of its own. */
async function sweep(folder: string, ...argv: readonly string[]): Promise<Ran> {
  const child = spawn(process.execPath, [path.join(ROOT, 'bin', 'foedus.mjs'), 'sweep', ...argv, '-o', folder, '--json'], {
    cwd,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  let memory = 0;
  const watch = setInterval(() => {
    const status = `/proc/${child.pid ?? 0}/status`;
    if (existsSync(status)) memory = Math.max(memory, 1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] ?? 0));
  }, 50);
  const [exit] = await once(child, 'exit');
  clearInterval(watch);
  expect(exit).toBe(0);
  return { seconds: JSON.parse(out).seconds, sha256: hashFile(path.join(cwd, folder, 'results.parquet')).sha256, memory };
}

/** How many times as fast two threads do plain arithmetic as one: 2.0 where nothing else runs, less where a neighbor does. */
async function arithmeticSpeedup(): Promise<number> {
  const counting = () => new Worker('let s = 0; for (let i = 0; i < 1e9; i++) s += i % 7; globalThis.s = s;', { eval: true });
  const seconds = async (threads: number): Promise<number> => {
    const start = performance.now();
    await Promise.all(Array.from({ length: threads }, () => once(counting(), 'exit')));
    return performance.now() - start;
  };
  return (2 * (await seconds(1))) / (await seconds(2));
}

it('10,000 assessments at one draw each: two threads are at least 1.8 times as fast as one, nine tenths of what plain arithmetic gains', async () => {
  const asked = [
    ...['assess', 'us-japan-1960', '--date', '2025-06-01', '--draws', '1', '--answer', 'spared', '--answer', 'honors'],
    ...['--design', 'lhs', '--n', '10000', '--vary', 'join.kappa=0:1', '--vary', 'response.gamma=1:3'],
  ];
  const shares: number[] = [];
  // A machine shared with others has its moments: the best of three counts.
  while (shares.length < 3 && !shares.some((share) => share >= 0.9)) {
    const before = await arithmeticSpeedup();
    const one = await sweep(`one-${shares.length}`, ...asked, '--threads', '1');
    const two = await sweep(`two-${shares.length}`, ...asked, '--threads', '2');
    const again = await sweep(`again-${shares.length}`, ...asked, '--threads', '1');
    const arithmetic = (before + (await arithmeticSpeedup())) / 2;
    const alone = (one.seconds + again.seconds) / 2;
    const gained = alone / two.seconds;
    console.log(
      `10,000 assessments: ${alone.toFixed(1)} s in one thread, ${two.seconds.toFixed(1)} s in two: ${gained.toFixed(2)} times; plain arithmetic ${arithmetic.toFixed(2)} times`,
    );
    expect(two.sha256).toBe(one.sha256);
    shares.push(gained / arithmetic);
  }
  expect(Math.max(...shares)).toBeGreaterThanOrEqual(0.9);
}, 3_600_000);

describe('a queue', () => {
  let redis: TestRedis;
  beforeAll(async () => void (redis = await startRedis()));
  afterAll(() => redis.stop());

  /** A worker with two threads as long as some work lasts. */
  async function withWorker<T>(work: () => Promise<T>): Promise<T> {
    const argv = ['worker', '--queue', redis.url, '--threads', '2', '--quiet'];
    const worker = spawn(process.execPath, [path.join(ROOT, 'bin', 'foedus.mjs'), ...argv], { stdio: 'ignore' });
    const exit = once(worker, 'exit');
    try {
      return await work();
    } finally {
      worker.kill('SIGTERM');
      await exit;
    }
  }

  it('costs less than 5 % more than threads over 200 cells of one second', async () => {
    const asked = ['sleep', '--set', 'ms=1000', '--repeat', '200', '--threads', '2'];
    const threads = await sweep('threads', ...asked);
    const queued = await withWorker(() => sweep('queued', ...asked, '--queue', redis.url));
    const more = queued.seconds / threads.seconds - 1;
    console.log(
      `200 cells of a second: ${threads.seconds.toFixed(1)} s in threads, ${queued.seconds.toFixed(1)} s over a queue: ${(100 * more).toFixed(1)} % more`,
    );
    expect(queued.sha256).toBe(threads.sha256);
    expect(more).toBeLessThan(0.05);
  });

  it('of 100,000 tiny cells, as in threads, takes less than 1.5 GB', async () => {
    const asked = ['arithmetic', '--repeat', '100000', '--threads', '2'];
    const threads = await sweep('threads', ...asked);
    const queued = await withWorker(() => sweep('queued', ...asked, '--queue', redis.url));
    console.log(
      `100,000 tiny cells: ${[threads, queued].map(({ memory, seconds }) => `${Math.round(memory / 1e6)} MB and ${seconds.toFixed(1)} s`).join(' in threads, ')} over a queue`,
    );
    expect(queued.sha256).toBe(threads.sha256);
    expect(Math.max(threads.memory, queued.memory)).toBeLessThan(1.5e9);
  });
});

describe('killed at random moments', () => {
  const WHO = ['worker', 'redis', 'coordinator'] as const;
  const random = (): Kill[] =>
    Array.from({ length: 4 }, () => ({ who: WHO[Math.floor(Math.random() * WHO.length)] ?? 'worker', at: Math.random() * 0.8 })).sort((a, b) => a.at - b.at);

  it.each([1, 2, 3, 4, 5, 6])('no cell is lost, none is counted twice (%d)', async () => {
    const kills = random();
    console.log(kills.map(({ who, at }) => `${who} at ${Math.round(100 * at)} %`).join(', '));
    await sweepThroughKills({ cells: 600, ms: 15, chunk: 4 }, kills);
  });
});
