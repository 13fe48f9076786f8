import { CommanderError } from 'commander';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CONFIG_FILE } from '../app/config.ts';
import { didYouMean } from '../app/did-you-mean.ts';
import { heldFiles } from '../app/studies/ground.ts';
import type { Study, StudyStep } from '../app/studies/schema.ts';
import { UserError } from '../app/user-error.ts';
import { VERSION } from '../app/version.ts';
import { nearest } from '../core/text/nearest.ts';
import type { Command, Flag, Outcome } from './command.ts';
import type { Io } from './io.ts';
import { createProgram } from './program.ts';
import { contextOf, runCommand } from './run-command.ts';
import { styleFor } from './style.ts';
import { usageMessage } from './usage-message.ts';
import { writeOutcome } from './write-outcome.ts';

/** The result of one verb of a study. */
export interface StepResult {
  readonly step: StudyStep;
  /** The command line that asks the same. */
  readonly line: string;
  readonly exit: 0 | 1 | 2;
  /** Name of its file. */
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly sha256: string;
  /** Of a result that is no file: what `--json` prints, without how long it took. */
  readonly value: unknown;
  readonly text: string;
}

export interface StudyRun {
  readonly commands: readonly Command[];
  readonly io: Io;
  /** Folder of the store. */
  readonly workspace: string;
  readonly quiet: boolean;
  /** Hears which verb is run. */
  readonly onStep: (line: string, number: number) => void;
}

/**
 * Runs the verbs of a study one after the other, in a folder that holds the files of the study and nothing else.
 * @throws {UserError} naming the verb where one is mistaken, or names a file that the study does not hold
 */
export async function runStudy(study: Study, run: StudyRun): Promise<readonly StepResult[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'foedus-study-'));
  try {
    for (const { file, text } of heldFiles(study)) writeFileSync(path.join(folder, file), text);
    writeFileSync(path.join(folder, CONFIG_FILE), JSON.stringify(study.settings ?? {}));
    const results: StepResult[] = [];
    for (const [index, step] of study.verbs.entries()) {
      const where = `verbs[${index}] ${step.verb}`;
      const argv = argvOf(step, study, run, where);
      const line = `foedus ${[step.verb, ...argv.shown].map(quoted).join(' ')}`;
      run.onStep(line, index + 1);
      results.push(await resultOf(step, { line, argv: argv.all, number: index + 1, folder, where, today: study.date, ...run }));
    }
    return results;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Asked extends StudyRun {
  readonly line: string;
  readonly argv: readonly string[];
  readonly number: number;
  readonly folder: string;
  readonly where: string;
  readonly today: string;
}

async function resultOf(step: StudyStep, { line, argv, number, folder, where, today, io, commands }: Asked): Promise<StepResult> {
  const outcome = await outcomeOf(argv, commands, { ...io, cwd: folder, color: false, stdin: () => Promise.resolve(''), today: () => today }, where);
  const file = step.write ?? `${number}-${step.verb}.json`;
  const timeless: Outcome = { ...outcome, value: withoutTime(outcome.value) };
  const out = path.join(folder, '.out');
  mkdirSync(out, { recursive: true });
  await writeOutcome(file, timeless, out);
  const bytes = new Uint8Array(readFileSync(path.join(out, file)));
  return {
    step,
    line,
    exit: outcome.exit ?? 0,
    file,
    bytes,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    value: step.write === undefined ? timeless.value : undefined,
    text: step.write === undefined ? outcome.text(styleFor(false)) : '',
  };
}

/** How long a question took is no part of its answer. */
function withoutTime(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('seconds' in value)) return value;
  const { seconds: _, ...rest } = value;
  return rest;
}

async function outcomeOf(argv: readonly string[], commands: readonly Command[], io: Io, where: string): Promise<Outcome> {
  let outcome: Outcome | undefined;
  const program = createProgram({
    version: VERSION,
    commands,
    write: () => undefined,
    onRun: async (command, input) => {
      const context = contextOf(input, io);
      outcome = await runCommand(command, input, context);
    },
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) throw new UserError(`${where}: ${usageMessage(error, argv, commands)}`, [], { cause: error });
    if (error instanceof UserError) throw new UserError(`${where}: ${error.message}`, error.detail, { cause: error });
    throw error;
  }
  if (outcome === undefined) throw new UserError(`${where}: answers nothing.`);
  return outcome;
}

/** What a study does not choose: where it is run and how it is shown. */
const RESERVED = ['output', 'json', 'quiet', 'verbose', 'workspace', 'help', 'folder', 'shard', 'queue'];

/** A step as the words of a command line, all of them and those that are the study's own. */
function argvOf(step: StudyStep, study: Study, { commands, workspace, quiet }: StudyRun, where: string): { readonly all: string[]; readonly shown: string[] } {
  const command = commands.find(({ name }) => name === step.verb);
  if (command === undefined) throw new UserError(`${where}: there is no such verb.`);
  const flags = new Map((command.flags ?? []).filter(({ name }) => !RESERVED.includes(name)).map((flag) => [flag.name, flag]));
  const words: string[] = [];
  for (const [name, given] of Object.entries(step.flags ?? {})) {
    const flag = flags.get(name);
    if (flag === undefined) throw new UserError(`${where}: takes no flag ${name}. ${didYouMean(nearest(name, [...flags.keys()]), '')}`.trim());
    words.push(...flagWords(flag, given, study, where));
  }
  const drawsByItself = flags.has('seed') && step.flags?.['seed'] === undefined && study.seed !== undefined;
  if (drawsByItself) words.push(`--seed=${study.seed}`);
  const plain = step.arguments ?? [];
  for (const word of plain) checkFile(word, study, where);
  const last = plain.length === 0 ? [] : ['--', ...plain];
  const own = [...((command.flags ?? []).some(({ name }) => name === 'workspace') ? [`--workspace=${workspace}`] : []), ...(quiet ? ['--quiet'] : [])];
  return { all: [step.verb, ...words, ...own, ...last], shown: [...plain, ...words] };
}

function flagWords(flag: Flag, given: NonNullable<StudyStep['flags']>[string], study: Study, where: string): string[] {
  const { name, value, repeat, complete } = flag;
  if (value === undefined) {
    if (typeof given !== 'boolean') throw new UserError(`${where}: ${name} is a switch: true or false.`);
    return given ? [`--${name}`] : [];
  }
  if (typeof given === 'boolean') throw new UserError(`${where}: ${name} takes a value.`);
  const values = Array.isArray(given) ? given : [given];
  if (values.length > 1 && repeat !== true) throw new UserError(`${where}: ${name} takes one value.`);
  return values.map((one) => {
    if (complete === 'file' || complete === 'treaty') checkFile(String(one), study, where);
    return `--${name}=${one}`;
  });
}

/** A study reads its own files alone. */
function checkFile(word: string, study: Study, where: string): void {
  const leads = /[/\\\0]/.test(word) || /^[A-Za-z]:/.test(word) || word === '..' || word === '-';
  if (!leads) return;
  const held = heldFiles(study).map(({ file }) => file);
  throw new UserError(`${where}: '${word}' is no file of the study. ${held.length === 0 ? 'It holds none.' : `It holds ${held.join(', ')}.`}`);
}

const quoted = (word: string): string => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);

/** Writes the results into a folder, each whole or not at all. */
export async function writeResults(results: readonly StepResult[], folder: string): Promise<void> {
  const { writeAtomically } = await import('../app/files.ts');
  if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  for (const { file, bytes } of results) writeAtomically(file, folder, bytes);
}
