import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import { hashFile } from '../../src/data/disk/hash.ts';
import { ROOT } from '../house/sources.ts';
import { startRedis } from './redis.ts';

const FOEDUS = path.join(ROOT, 'bin', 'foedus.mjs');

/** Who is killed, and at which share of the sweep's parts. */
export interface Kill {
  readonly who: 'worker' | 'redis' | 'coordinator';
  readonly at: number;
}

interface Asked {
  readonly cells: number;
  /** Milliseconds of a cell. */
  readonly ms: number;
  readonly chunk: number;
}

interface Ended {
  readonly exit: number | null;
  readonly err: string;
}

/** A command as a process of its own; what it says on standard error is kept for the report of a failure. */
function start(argv: readonly string[], cwd: string): { readonly child: ChildProcess; readonly end: Promise<Ended> } {
  const child = spawn(process.execPath, [FOEDUS, ...argv], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  let err = '';
  child.stderr?.on('data', (text: Buffer) => (err += text.toString()));
  return { child, end: once(child, 'exit').then(() => ({ exit: child.exitCode, err })) };
}

/** Ends only what was started here. */
async function endAll(children: readonly ChildProcess[]): Promise<void> {
  for (const child of children) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const exit = once(child, 'exit');
    child.kill('SIGKILL');
    await exit;
  }
}

const sweepOf = ({ cells, ms, chunk }: Asked, folder: string): string[] => [
  ...['sweep', 'sleep', '--set', `ms=${ms}`, '--repeat', String(cells), '--chunk', String(chunk)],
  ...['-o', folder, '--json'],
];

function partsOf(folder: string): number {
  const parts = path.join(folder, 'parts');
  return existsSync(parts) ? readdirSync(parts).filter((name) => name.endsWith('.jsonl')).length : 0;
}

/** The hash of what one process alone makes of a sweep. */
export async function sweptAlone(asked: Asked, cwd: string): Promise<string> {
  const { exit, err } = await start([...sweepOf(asked, 'alone'), '--threads', '1'], cwd).end;
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  return hashFile(path.join(cwd, 'alone', 'results.parquet')).sha256;
}

/**
 * Has a worker do a sweep over a queue, kills whom it is told at the moments named, and puts another in their place: the Parquet is that of
 * one process alone, to the byte, so that no cell is lost and none is counted twice.
 */
export async function sweepThroughKills(asked: Asked, kills: readonly Kill[]): Promise<void> {
  const cwd = mkdtempSync(path.join(tmpdir(), 'foedus-sweep-'));
  const redis = await startRedis();
  const children: ChildProcess[] = [];
  const started = (argv: readonly string[]): ReturnType<typeof start> => {
    const process_ = start(argv, cwd);
    children.push(process_.child);
    return process_;
  };
  const folder = path.join(cwd, 'queued');
  const work = (): ReturnType<typeof start> => started(['worker', '--queue', redis.url, '--threads', '2', '--lease', '1', '--quiet']);
  const coordinate = (...more: readonly string[]): ReturnType<typeof start> => started([...sweepOf(asked, 'queued'), '--queue', redis.url, '--quiet', ...more]);
  const alone = sweptAlone(asked, cwd);
  try {
    let worker = work();
    let coordinator = coordinate();
    const parts = Math.ceil(asked.cells / asked.chunk);
    for (const { who, at } of kills) {
      while (partsOf(folder) < at * parts) {
        if (coordinator.child.exitCode !== null) expect(await coordinator.end, 'the sweep ended before the kill').toBeNull();
        await sleep(5);
      }
      if (who === 'redis') {
        await redis.kill();
        await redis.restart();
      } else {
        const { child, end } = who === 'worker' ? worker : coordinator;
        child.kill('SIGKILL');
        await end;
        if (who === 'worker') worker = work();
        else coordinator = coordinate('--resume');
      }
      expect(partsOf(folder)).toBeLessThan(parts);
    }
    expect(await coordinator.end).toEqual({ exit: 0, err: '' });
    expect(hashFile(path.join(folder, 'results.parquet')).sha256).toBe(await alone);
  } finally {
    await endAll(children);
    await redis.stop();
    // It writes into the same folder; what fails in the sweep is told before what fails in it.
    await Promise.allSettled([alone]);
    rmSync(cwd, { recursive: true, force: true });
  }
}
