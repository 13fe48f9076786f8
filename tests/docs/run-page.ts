import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect } from 'vitest';
import { foedus, temporaryFolder } from '../cli/harness.ts';
import { ROOT } from '../house/sources.ts';
import { isAsShown, readPage } from './examples.ts';

/** A task from end to end, which takes too long to run with every test. The first two minutes do not. */
export const isTutorial = (page: string): boolean => page.startsWith('docs/tutorials/') && page !== 'docs/tutorials/start.md';

/** Runs every command a page shows, in order, in a folder that holds the files it shows; each must print what is shown. */
export async function runPage(page: string): Promise<void> {
  const { commands, files } = readPage(path.join(ROOT, page));
  const cwd = temporaryFolder();
  for (const [name, text] of files) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), text);
  }
  for (const { line, argv, status, output } of commands) {
    const { exit, out, err } = await foedus(argv, { cwd });
    const printed = out === '' && status !== 0 ? err : out;
    expect({ page, line, argv, exit, err: exit === status ? '' : err }).toEqual({ page, line, argv, exit: status, err: '' });
    if (output.length > 0 && !isAsShown(output, printed)) expect(printed, `${page}:${line}: the output differs from what is shown`).toBe(output.join('\n'));
  }
}
