import { expect, it } from 'vitest';
import { createProgress } from '../../src/cli/progress.ts';
import type { Io } from '../../src/cli/io.ts';

function io(columns: number | undefined): { readonly io: Io; readonly drawn: string[] } {
  const drawn: string[] = [];
  return {
    drawn,
    io: {
      cwd: '.',
      env: {},
      stdout: () => undefined,
      stderr: (text) => void drawn.push(text),
      stdin: () => Promise.resolve(''),
      color: false,
      today: () => '2026-07-01',
      stop: AbortSignal.abort(),
      ...(columns !== undefined && { terminal: { columns } }),
    },
  };
}

it('draws share, time left and what is being done on one line, and takes it away', () => {
  const { io: terminal, drawn } = io(80);
  let now = 0;
  const progress = createProgress(terminal, false, () => now);
  progress.at(0, 200, 'a.csv');
  now = 2000;
  progress.at(50, 200, 'b.csv');
  progress.end();
  expect(drawn).toEqual([
    `\r\u001B[K${'░'.repeat(24)}   0 %                 a.csv`,
    `\r\u001B[K${'█'.repeat(6)}${'░'.repeat(18)}  25 %  6 s left       b.csv`,
    '\r\u001B[K',
  ]);
});

it('takes the time left from who knows it better', () => {
  const { io: terminal, drawn } = io(80);
  createProgress(terminal, false, () => 0).at(1, 2, 'x', 125);
  expect(drawn.join('')).toContain(' 2 min 5 s left ');
});

it('draws ten times a second at most, and never beyond the line', () => {
  const { io: terminal, drawn } = io(40);
  let now = 0;
  const progress = createProgress(terminal, false, () => now);
  for (; now < 1000; now += 10) progress.at(now, 1000, 'x'.repeat(100));
  expect(drawn).toHaveLength(10);
  expect(Math.max(...drawn.map((line) => line.length - '\r\u001B[K'.length))).toBe(39);
});

it.each([
  ['standard error is no terminal', undefined, false],
  ['nothing may be said', 80, true],
])('draws nothing where %s', (_, columns, quiet) => {
  const { io: silent, drawn } = io(columns);
  const progress = createProgress(silent, quiet);
  progress.at(1, 2, 'x');
  progress.end();
  expect(drawn).toEqual([]);
});
