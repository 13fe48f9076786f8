import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../house/sources.ts';

const LOAD = fileURLToPath(new URL('../support/trigger-load.ts', import.meta.url));
const RATE = 200;
const SECONDS = 60;

let workspace = '';
let server: ChildProcess;
let link = '';

beforeAll(async () => {
  workspace = mkdtempSync(path.join(tmpdir(), 'foedus-test-'));
  server = spawn(process.execPath, [path.join(ROOT, 'bin', 'foedus.mjs'), 'serve', '--port', '0', '--workspace', workspace], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  link = await new Promise((resolve) => server.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())));
});

afterAll(async () => {
  const ended = once(server, 'exit');
  server.kill();
  await ended;
  rmSync(workspace, { recursive: true, force: true });
});

/** Asks at the rate for some seconds, from a process of its own. */
async function load(seconds: number): Promise<{ answered: number; errors: object; p50: number; p99: number; most: number }> {
  const { origin, searchParams } = new URL(link);
  const child = spawn(process.execPath, ['--import', 'tsx', LOAD, origin, searchParams.get('token') ?? '', String(RATE), String(seconds)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  await once(child, 'exit');
  return JSON.parse(out);
}

it(`${RATE} questions a second for ${SECONDS} seconds: no error, 99 of 100 answered within 100 ms`, async () => {
  await load(2);
  const { answered, errors, p50, p99, most } = await load(SECONDS);
  process.stderr.write(`trigger at ${RATE}/s: p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, longest ${most.toFixed(1)} ms\n`);
  expect({ answered, errors }).toEqual({ answered: RATE * SECONDS, errors: {} });
  expect(p99).toBeLessThan(100);
});
