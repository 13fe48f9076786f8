import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { parseRequirement } from '../core/explore/design/demands.ts';
import { design, type DesignOptions, type DesignProgress } from '../core/explore/design/design.ts';
import type { DesignSummary } from '../core/explore/design/evaluate.ts';
import { isObjective, OBJECTIVE_IDS, type ObjectiveId } from '../core/explore/design/objectives.ts';
import type { DesignResult } from '../core/explore/design/result.ts';
import { initTreaty } from '../core/treaty/init.ts';
import { parseTreaty } from '../core/treaty/parse.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { MAX_FILE_BYTES, readText, writeAtomically } from './files.ts';
import { selectTreaties } from './find-treaty.ts';
import { loadCatalog, loadFacts } from './load-catalog.ts';
import { UserError } from './user-error.ts';
import { worldOf } from './world.ts';

/** What `foedus design` asks. */
export interface DesignRequest {
  /** The text to begin from: a treaty there is, or a new pact between states. */
  readonly treaty: Treaty | { readonly between: readonly string[] };
  readonly date: string;
  readonly seed: number;
  readonly budget: number;
  readonly draws: number;
  readonly points: number;
  readonly floor: number;
  readonly fix?: readonly string[];
  readonly vary?: readonly string[];
  readonly only?: readonly string[];
  /** `ratification>=.7` ... */
  readonly require?: readonly string[];
  readonly objectives?: readonly string[];
  readonly method?: DesignResult['method'];
  /** The workspace whose store may know more of power in the past. */
  readonly workspace?: string;
  /** A file in which what was looked at is kept, and from which it is taken up. */
  readonly resume?: string;
  readonly cwd?: string;
  /** Looks at nothing beside what the file holds, and concludes. */
  readonly conclude?: boolean;
  readonly onProgress?: (progress: DesignProgress) => void;
  readonly signal?: AbortSignal;
}

/** How long to work before others have a turn, and before what was found is put down, in milliseconds. */
const TURN = 40;
const KEEP_EVERY = 1000;
/** Of a file of what was looked at, in bytes. */
const LARGEST = 256 * MAX_FILE_BYTES;

/** A blank pact between states, to begin from. @throws {UserError} for fewer than two */
export function blankPact(states: readonly string[], date: string, nameOf: (state: string) => string): Treaty {
  if (new Set(states).size < 2) throw new UserError('--between: name two states or more, such as --between FRA,POL.');
  const id = `pact-${states.map((state) => state.toLowerCase()).join('-')}`.slice(0, 64);
  const names = states.map(nameOf);
  const plan = { id, name: `Treaty between ${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`, parties: states, signed: date };
  const text = initTreaty(plan);
  const parsed = text.ok ? parseTreaty(text.text, `${id}.yaml`) : text;
  if (!parsed.ok) throw new UserError(`--between: ${parsed.diagnostics[0]?.message ?? 'these states make no pact'}.`);
  if (!('parsed' in parsed)) throw new UserError('--between: these states make no pact.');
  return parsed.parsed.treaty;
}

function objectivesOf(names: readonly string[] | undefined): readonly ObjectiveId[] | undefined {
  return names?.map((name) => {
    if (!isObjective(name)) throw new UserError(`'${name}' is no objective; there are ${OBJECTIVE_IDS.join(', ')}.`);
    return name;
  });
}

/**
 * Looks for better ways to write a treaty, and gives the others their turn on the way: progress can be watched, and a signal stops it with what there is.
 * @throws {UserError} where something named does not exist, or nothing can be assessed on the date
 */
export async function designTreaty(request: DesignRequest): Promise<DesignResult> {
  const { date, seed, budget, draws, points, floor, fix = [], vary = [], only = [], conclude = false, method, workspace, signal, onProgress } = request;
  const catalog = loadCatalog();
  const world = worldOf(catalog, { shapes: true });
  const fresh = 'between' in request.treaty;
  const treaty = 'between' in request.treaty ? blankPact(request.treaty.between, date, (state) => world.nameOf(state, date)) : request.treaty;
  const facts = loadFacts();
  const capabilities = workspace === undefined ? undefined : await (await import('./store-power.ts')).powerFromStore(workspace, date);
  const objectives = objectivesOf(request.objectives);
  const kept =
    request.resume === undefined
      ? undefined
      : progressFile(request.resume, request.cwd ?? '.', [treaty, date, fresh, fix, vary, only, facts.version, catalog.version]);
  try {
    const options: DesignOptions = {
      date,
      seed,
      budget,
      draws,
      points,
      floor,
      fix,
      vary,
      only,
      fresh,
      conclude,
      requirements: (request.require ?? []).map(parseRequirement),
      ...(objectives !== undefined && { objectives }),
      ...(method !== undefined && { method }),
      ...(capabilities !== undefined && { capabilities }),
      ...(kept !== undefined && { known: kept.known }),
      ...(signal !== undefined && { cancel: signal }),
    };
    const steps = design({ facts, world, treaties: selectTreaties(catalog, [treaty], []), treaty }, options);
    let [turn, put] = [performance.now(), performance.now()];
    for (;;) {
      const step = steps.next();
      if (step.done === true) {
        kept?.put();
        return step.value;
      }
      const now = performance.now();
      if (now - turn > TURN) {
        onProgress?.(step.value);
        await new Promise((resolve) => setImmediate(resolve));
        turn = performance.now();
      }
      if (now - put > KEEP_EVERY) {
        kept?.put();
        put = performance.now();
      }
    }
  } catch (error) {
    kept?.put();
    if (error instanceof RangeError) throw new UserError(`${treaty.id}: ${error.message}.`, [], { cause: error });
    throw error;
  }
}

const number = z.number().nullable();
const summary = z.strictObject({
  objectives: z.strictObject({ deterrence: number, 'worst-net': number, entrapment: number, ratification: number, 'lock-in': number }),
  challenges: z.number(),
  wars: z.number(),
});
const progressSchema = z.strictObject({ format: z.literal(1), design: z.string(), looked: z.record(z.string().regex(/^\d+(,\d+)*$/), summary) });

const orNaN = (value: number | null): number => value ?? Number.NaN;

/** What was looked at, in a file: of one question, as its hash says. @throws {UserError} where the file holds something else */
function progressFile(file: string, cwd: string, question: unknown): { readonly known: Map<string, DesignSummary>; readonly put: () => void } {
  const hash = createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 16);
  const known = new Map<string, DesignSummary>();
  if (existsSync(path.resolve(cwd, file))) {
    const read = progressSchema.safeParse(parsed(readText(file, cwd, LARGEST)));
    if (!read.success) throw new UserError(`${file}: holds no design to resume.`);
    if (read.data.design !== hash) throw new UserError(`${file}: holds another design: of another text, day, catalog or choice of clauses. Name another file.`);
    for (const [key, { objectives, challenges, wars }] of Object.entries(read.data.looked)) {
      known.set(key, {
        objectives: {
          deterrence: orNaN(objectives.deterrence),
          'worst-net': orNaN(objectives['worst-net']),
          entrapment: orNaN(objectives.entrapment),
          ratification: orNaN(objectives.ratification),
          'lock-in': orNaN(objectives['lock-in']),
        },
        challenges,
        wars,
      });
    }
  }
  let written = known.size;
  return {
    known,
    put: () => {
      if (known.size === written) return;
      writeAtomically(file, cwd, JSON.stringify({ format: 1, design: hash, looked: Object.fromEntries(known) }));
      written = known.size;
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
