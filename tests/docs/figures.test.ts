import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { foedus, temporaryFolder } from '../cli/harness.ts';
import { ROOT } from '../house/sources.ts';
import { readPage } from './examples.ts';

/** Figures of the docs that a command of their page writes. */
const FIGURES = [['docs/models/snyder.md', 'protege.json', 'docs/images/snyder.svg']] as const;

it.each(FIGURES)('%s: the command with %s writes %s', async (page, input, figure) => {
  const cwd = temporaryFolder();
  writeFileSync(path.join(cwd, input), readPage(path.join(ROOT, page)).files.get(input) ?? '');
  const command = readPage(path.join(ROOT, page)).commands.find(({ argv }) => argv.includes('-o'));
  const { exit } = await foedus(command?.argv ?? [], { cwd });
  expect(exit).toBe(0);
  expect(readFileSync(path.join(cwd, path.basename(figure)), 'utf8')).toBe(readFileSync(path.join(ROOT, figure), 'utf8'));
});
