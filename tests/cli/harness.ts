import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { runCli, type ExitCode, type Io } from '../../src/cli/main.ts';

export interface Run {
  readonly exit: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process, on a Wednesday in 2026. */
export async function foedus(argv: readonly string[], io: Partial<Io> = {}): Promise<Run> {
  let out = '';
  let err = '';
  const exit = await runCli(argv, {
    cwd: process.cwd(),
    env: {},
    stdout: (text) => void (out += text),
    stderr: (text) => void (err += text),
    stdin: () => Promise.resolve(''),
    color: false,
    today: () => '2026-07-01',
    stop: AbortSignal.abort(),
    ...io,
  });
  return { exit, out, err };
}

/** A folder of its own for one test, gone when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'foedus-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
