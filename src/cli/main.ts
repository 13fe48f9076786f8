import { CommanderError } from 'commander';
import path from 'node:path';
import { didYouMean } from '../app/did-you-mean.ts';
import { UserError } from '../app/user-error.ts';
import { VERSION } from '../app/version.ts';
import { nearest } from '../core/text/nearest.ts';
import type { Command, Context, Input, Outcome } from './command.ts';
import type { Io } from './io.ts';
import { createProgram } from './program.ts';
import { commands } from './registry.ts';
import { styleFor } from './style.ts';

export { processIo, type Io } from './io.ts';

export type ExitCode = 0 | 1 | 2;

/** `-o FILE` picks the rendering by the file's ending, and replaces the file whole or not at all. */
async function write(file: string, outcome: Outcome, cwd: string): Promise<void> {
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

async function deliver(outcome: Outcome, input: Input, io: Io, note: Context['note']): Promise<void> {
  const file = input.flag('output');
  if (file !== undefined) {
    await write(file, outcome, io.cwd);
    note(`Wrote ${file}.`);
    if (!input.on('json')) return;
  }
  io.stdout(input.on('json') ? `${JSON.stringify(outcome.value, null, 2)}\n` : outcome.text(styleFor(io.color)));
}

/** Commander's message as one line of ours: "unknown option '--attackr'. Did you mean --attacker?" */
function usageMessage(error: CommanderError, argv: readonly string[]): string {
  if (error.code === 'commander.unknownCommand') {
    const verb = argv.find((word) => !word.startsWith('-')) ?? '';
    const near = nearest(
      verb,
      commands.map(({ name }) => name),
    );
    return `unknown verb '${verb}'. ${didYouMean(near, "'foedus --help' lists them.")}`;
  }
  const [what = '', guess = ''] = error.message.replace(/^error: /, '').split('\n');
  const sentence = what.endsWith('.') ? what : `${what}.`;
  return guess === '' ? sentence : `${sentence} ${guess.replaceAll(/[()]/g, '')}`;
}

/**
 * The command line as a function: the same for the process and for tests.
 * @param argv words after `foedus`
 * @returns 0 done (a verdict of no duty is an answer), 1 lint errors or a failed check, 2 usage or input error
 */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitCode> {
  const style = styleFor(io.color);
  let exit: ExitCode = 0;
  const onRun = async (command: Command, input: Input): Promise<void> => {
    const note: Context['note'] = (line) => void (input.on('quiet') || io.stderr(`${line}\n`));
    const detail: Context['detail'] = (line) => void (input.on('verbose') && io.stderr(`${line}\n`));
    for (const { name, value, required } of command.flags ?? []) {
      if (required === true && input.flags(name).length === 0) throw new UserError(`--${name} ${value ?? ''} is missing. See 'foedus ${command.name} --help'.`);
    }
    const outcome = await command.run(input, { io, note, detail });
    if (outcome === undefined) return;
    await deliver(outcome, input, io, note);
    exit = outcome.exit ?? 0;
  };
  const program = createProgram({ version: VERSION, commands, write: io.stdout, onRun });
  try {
    if (argv.length === 0) io.stdout(program.helpInformation());
    else await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return 0;
      io.stderr(`${style.bold('foedus:')} ${usageMessage(error, argv)}\n`);
      return 2;
    }
    if (error instanceof UserError) {
      io.stderr(`${style.bold('foedus:')} ${error.message}\n${error.detail.map((line) => `  ${line}\n`).join('')}`);
      return 2;
    }
    throw error;
  }
}
