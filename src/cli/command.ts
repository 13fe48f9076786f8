import type { Io } from './io.ts';
import type { Style } from './style.ts';

export type Completion = 'treaty' | 'state' | 'place' | 'file' | 'verb';

export interface Argument {
  readonly name: string;
  readonly description: string;
  readonly required?: true;
  readonly many?: true;
  readonly choices?: readonly string[];
  readonly complete?: Completion;
}

export interface Flag {
  /** Long name without dashes: `attacker`. */
  readonly name: string;
  readonly short?: string;
  /** What the value stands for: `STATE`; left out for a switch. */
  readonly value?: string;
  readonly description: string;
  readonly required?: true;
  readonly repeat?: true;
  readonly choices?: readonly string[];
  readonly complete?: Completion;
}

export interface Example {
  readonly line: string;
  readonly note: string;
}

/** What the user typed, already split; names as in the record. */
export interface Input {
  argument(name: string): string | undefined;
  arguments(name: string): readonly string[];
  flag(name: string): string | undefined;
  flags(name: string): readonly string[];
  on(name: string): boolean;
}

export interface Context {
  readonly io: Io;
  /** Progress and remarks, on standard error; silent under `--quiet`. */
  readonly note: (line: string) => void;
  /** ... shown under `--verbose` alone. */
  readonly detail: (line: string) => void;
}

/** What a command found, still to be printed: one value, and its renderings. */
export interface Outcome {
  /** Printed by `--json` and by `-o FILE.json`. */
  readonly value: unknown;
  readonly text: (style: Style) => string;
  /** Other renderings, by file ending without its dot: `{md: ..., ics: ...}`. */
  readonly files?: Readonly<Record<string, () => string | Uint8Array>>;
  /** ... and those that are written to a path: `{parquet: (path) => ...}`. */
  readonly writers?: Readonly<Record<string, (path: string) => Promise<void>>>;
  /** What -o names is a folder, which the command has filled itself. */
  readonly placed?: true;
  /** 1 where an error stands or a check failed, 2 where a part of what was given is faulty and the rest was done. */
  readonly exit?: 0 | 1 | 2;
}

export interface Command {
  readonly name: string;
  readonly summary: string;
  readonly description?: string;
  readonly examples: readonly [Example, Example, ...Example[]];
  readonly args?: readonly Argument[];
  readonly flags?: readonly Flag[];
  /** Imports what it needs when it runs; nothing to print: undefined. */
  readonly run: (input: Input, context: Context) => Promise<Outcome | undefined>;
}

export const defineCommand = (command: Command): Command => command;

/** Flags that every command takes. */
export const COMMON_FLAGS: readonly Flag[] = [
  { name: 'json', description: 'print one JSON object' },
  { name: 'output', short: 'o', value: 'FILE', description: 'write to FILE, in the format of its ending', complete: 'file' },
  { name: 'quiet', description: 'no remarks on standard error' },
  { name: 'verbose', description: 'more remarks on standard error' },
];
