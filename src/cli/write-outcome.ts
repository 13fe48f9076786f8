import path from 'node:path';
import { UserError } from '../app/user-error.ts';
import type { Outcome } from './command.ts';
import { styleFor } from './style.ts';

/** `-o FILE` picks the rendering by the file's ending, and replaces the file whole or not at all. */
export async function writeOutcome(file: string, outcome: Outcome, cwd: string): Promise<void> {
  const { writeAtomically, writeWith } = await import('../app/files.ts');
  const ending = path.extname(file).slice(1).toLowerCase();
  const renderings: Readonly<Record<string, () => string | Uint8Array>> = {
    json: () => `${JSON.stringify(outcome.value, null, 2)}\n`,
    txt: () => outcome.text(styleFor(false)),
    ...outcome.files,
  };
  const render = Object.hasOwn(renderings, ending) ? renderings[ending] : undefined;
  const writer = outcome.writers !== undefined && Object.hasOwn(outcome.writers, ending) ? outcome.writers[ending] : undefined;
  if (writer !== undefined) await writeWith(file, cwd, writer);
  else if (render !== undefined) writeAtomically(file, cwd, render());
  else {
    const known = [...new Set([...Object.keys(renderings), ...Object.keys(outcome.writers ?? {})])].map((name) => `.${name}`);
    throw new UserError(`${file}: ${ending === '' ? 'has no ending' : `nothing is written as .${ending}`}; use ${known.join(', ')}.`);
  }
}
