import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { canonical } from '../../core/explore/sweep/plan.ts';
import type { DecadesInput } from '../../core/explore/decades/options.ts';
import { runWorlds } from './run.ts';
import { worldLine, type DigestedWorld } from '../sweep/cells/decades-world.ts';
import { UserError } from '../user-error.ts';
import { VERSION } from '../version.ts';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Version of a log's shape. Older ones are read, newer ones refused. */
const FORMAT = 1;

/** First line of a log: all that the worlds depend on. */
interface Header {
  readonly log: 'decades';
  readonly format: number;
  readonly foedus: string;
  readonly worlds: number;
  /** Of the input. */
  readonly sha256: string;
  readonly input: DecadesInput;
}

/** A run as JSON lines: what it depends on, then a line for each world with every event in it. */
export function logText(input: DecadesInput, worlds: readonly DigestedWorld[]): string {
  const header: Header = { log: 'decades', format: FORMAT, foedus: VERSION, worlds: worlds.length, sha256: hash(canonical(input)), input };
  return `${[JSON.stringify(header), ...worlds.map(worldLine)].join('\n')}\n`;
}

export interface Replay {
  readonly file: string;
  readonly worlds: number;
  /** Whether every byte is the same. */
  readonly same: boolean;
  /** The first world that is not. */
  readonly first?: number;
  readonly foedus: string;
}

/**
 * Runs a log's worlds again from its first line, and holds every line against it.
 * @throws {UserError} where the file is no log, is damaged, or of a newer format
 */
export async function replayLog(
  name: string,
  {
    cwd,
    ...options
  }: { readonly cwd: string; readonly threads: number; readonly signal?: AbortSignal; readonly onProgress?: (done: number, total: number) => void },
): Promise<{
  readonly replay: Replay;
  readonly input: DecadesInput;
  readonly worlds: readonly DigestedWorld[];
}> {
  const [first = '', ...lines] = readLines(name, cwd);
  const header = headerOf(first, name);
  if (hash(canonical(header.input)) !== header.sha256)
    throw new UserError(`${name}: its first line was changed: what the worlds depend on is not what was run.`);
  const worlds = await runWorlds(header.input, { worlds: header.worlds, events: true, ...options });
  const other = worlds.find((world, at) => worldLine(world) !== lines[at]);
  const same = other === undefined && worlds.length === lines.length;
  return {
    replay: { file: name, worlds: worlds.length, same, foedus: header.foedus, ...(!same && { first: other?.world ?? Math.min(worlds.length, lines.length) }) },
    input: header.input,
    worlds,
  };
}

function readLines(name: string, cwd: string): readonly string[] {
  try {
    return readFileSync(path.resolve(cwd, name), 'utf8').trimEnd().split('\n');
  } catch (error) {
    throw new UserError(`${name}: cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : 'unknown fault'}).`, [], { cause: error });
  }
}

function headerOf(line: string, name: string): Header {
  try {
    const found: Header = JSON.parse(line);
    if (found.log !== 'decades') throw new UserError(`${name}: is no log of foedus decades.`);
    if (found.format > FORMAT) throw new UserError(`${name}: is of format ${found.format}, newer than foedus ${VERSION} reads; install a newer one.`);
    return found;
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw new UserError(`${name}: is no log of foedus decades.`, [], { cause: error });
  }
}
