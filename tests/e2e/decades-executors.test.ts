import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../house/sources.ts';
import { startRedis, type TestRedis } from '../support/redis.ts';

const run = promisify(execFile);
const FOEDUS = path.join(ROOT, 'bin', 'foedus.mjs');
const QUESTION = ['decades', '--from', '2026-01-01', '--years', '8', '--worlds', '6', '--states', 'USA,CHN,JPN,KOR,PRK,PHL', '--chronicles', '0', '--json'];

let redis: TestRedis;
let cwd = '';
beforeAll(async () => {
  cwd = mkdtempSync(path.join(tmpdir(), 'foedus-decades-'));
  redis = await startRedis();
});
afterAll(async () => {
  await redis.stop();
  rmSync(cwd, { recursive: true, force: true });
});

async function ask(...more: readonly string[]): Promise<{ readonly hash: string; readonly worlds: number }> {
  const { stdout } = await run(process.execPath, [FOEDUS, ...QUESTION, ...more], { cwd, maxBuffer: 1e8 });
  const { hash, worlds }: { hash: string; worlds: number } = JSON.parse(stdout);
  return { hash, worlds };
}

it('the same seed gives the same bytes on one thread, on two, in shards and over a queue', async () => {
  const { hash } = await ask('--threads', '1');
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(await ask('--threads', '2')).toEqual({ hash, worlds: 6 });

  const half = await ask('--folder', 'parts', '--shard', '1/2');
  expect(half.worlds).toBe(3);
  expect(half.hash).not.toBe(hash);
  expect(await ask('--folder', 'parts', '--shard', '2/2')).toEqual({ hash, worlds: 6 });
  expect(await ask('--folder', 'parts', '--resume')).toEqual({ hash, worlds: 6 });

  const worker = run(process.execPath, [FOEDUS, 'worker', '--queue', redis.url, '--threads', '1', '--idle', '3'], { cwd });
  expect(await ask('--folder', 'queued', '--queue', redis.url)).toEqual({ hash, worlds: 6 });
  await worker;
}, 120_000);
