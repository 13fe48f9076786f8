import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../house/sources.ts';

/** The server is killed at any moment of a save; what was answered as saved is there, whole, and nothing is half-written. */

const ROUNDS = 12;

let workspace = '';

beforeAll(() => {
  workspace = mkdtempSync(path.join(tmpdir(), 'foedus-test-'));
  mkdirSync(path.join(workspace, 'drafts'));
});

afterAll(() => rmSync(workspace, { recursive: true, force: true }));

interface Running {
  readonly child: ChildProcess;
  readonly save: (name: string, text: string, on: string | undefined) => Promise<string>;
  readonly read: (name: string) => Promise<{ readonly text: string; readonly revision: string } | undefined>;
}

async function start(): Promise<Running> {
  const child = spawn(process.execPath, [path.join(ROOT, 'bin', 'foedus.mjs'), 'serve', '--port', '0', '--workspace', workspace], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const link = await new Promise<string>((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())));
  const { origin, searchParams } = new URL(link);
  const headers = { authorization: `Bearer ${searchParams.get('token') ?? ''}`, 'content-type': 'application/json' };
  return {
    child,
    save: async (name, text, on) => {
      const condition = on === undefined ? { 'if-none-match': '*' } : { 'if-match': `"${on}"` };
      const response = await fetch(`${origin}/api/drafts/${name}`, { method: 'PUT', headers: { ...headers, ...condition }, body: JSON.stringify({ text }) });
      const { revision }: { revision: string } = await response.json();
      if (!response.ok) throw new Error(`saving was answered ${response.status}`);
      return revision;
    },
    read: async (name) => {
      const response = await fetch(`${origin}/api/drafts/${name}`, { headers });
      return response.status === 404 ? undefined : response.json();
    },
  };
}

/** A text whose every line says which it is, so that a part of it is told from the whole. */
const textOf = (number: number): string => `${Array.from({ length: 4000 }, (_, line) => `# text ${number}, line ${line}`).join('\n')}\n`;
const isWhole = (text: string): boolean => text === textOf(Number(/^# text (\d+),/.exec(text)?.[1]));

it('a server killed during a save loses nothing that was saved', async () => {
  let number = 0;
  const saved = new Map<string, number>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const server = await start();
    // What an earlier life of the server was killed over is an old text or the new one, never a part.
    for (const [name, last] of saved) {
      const found = await server.read(name);
      expect(isWhole(found?.text ?? '')).toBe(true);
      expect(Number(/^# text (\d+),/.exec(found?.text ?? '')?.[1])).toBeGreaterThanOrEqual(last);
    }
    const revisions = new Map<string, string | undefined>();
    for (const name of ['a', 'b', 'c']) revisions.set(name, (await server.read(name))?.revision);
    const killed = sleep(100 + 60 * round).then(() => server.child.kill('SIGKILL'));
    const exit = once(server.child, 'exit');
    try {
      for (;;) {
        for (const name of ['a', 'b', 'c']) {
          number += 1;
          revisions.set(name, await server.save(name, textOf(number), revisions.get(name)));
          saved.set(name, number);
        }
      }
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('saving was answered')) throw error;
    }
    await killed;
    await exit;
    for (const file of readdirSync(path.join(workspace, 'drafts')).filter((one) => one.endsWith('.yaml'))) {
      expect(isWhole(readFileSync(path.join(workspace, 'drafts', file), 'utf8')), file).toBe(true);
    }
  }
  expect(saved.size).toBe(3);
  expect(number).toBeGreaterThan(ROUNDS);
});
