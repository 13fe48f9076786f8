import * as z from 'zod';
import { parseAxis, type Axis } from '../../core/explore/sweep/axis.ts';
import { createDesign, DESIGNS } from '../../core/explore/sweep/design.ts';
import type { SweepPlan } from '../../core/explore/sweep/plan.ts';
import { readText } from '../files.ts';
import { loadCatalog, loadFacts } from '../load-catalog.ts';
import { readYaml } from '../read-yaml.ts';
import { faultsError, UserError } from '../user-error.ts';
import { VERSION } from '../version.ts';
import type { SweepPlace } from './verbs/define.ts';
import { sweepVerb } from './verbs/index.ts';

const value = z.union([z.string().min(1).max(200), z.number(), z.boolean()]);
const range = z.strictObject({
  from: z.number(),
  to: z.number(),
  step: z.number().positive().exactOptional(),
  scale: z.literal('log').exactOptional(),
});

/** What a sweep asks: `sweep.yaml`, or the same by flags. */
export const sweepSchema = z.strictObject({
  format: z.literal(1).default(1),
  verb: z.string().min(1).max(64).describe('assess, model, ...'),
  question: z.record(z.string().max(64), z.unknown()).default({}).describe('What all cells share'),
  vary: z
    .record(z.string().min(1).max(200), z.union([z.array(value).min(1).max(100_000), range, z.string().max(2000)]))
    .default({})
    .describe('By name: values one by one, a range, or 0:1:0.1'),
  design: z.enum(DESIGNS).default('grid'),
  n: z.int().min(1).exactOptional().describe('Points of lhs and sobol'),
  seed: z.int().min(0).max(999_999_999).default(1),
  repeat: z.int().min(1).max(1_000_000).default(1).describe('Cells of each point, under seeds that follow each other'),
});

export type SweepRequest = z.output<typeof sweepSchema>;

/** @throws {UserError} with file, line and column of each fault */
export function readSweepFile(name: string, cwd: string): SweepRequest {
  const read = readYaml(readText(name, cwd), name, sweepSchema);
  if (read.ok) return read.value;
  throw faultsError(read.faults, `${name}: is no sweep.`);
}

/** A sweep put together by flags. @throws {UserError} where it is none */
export function sweepRequest(given: unknown): SweepRequest {
  const read = sweepSchema.safeParse(given);
  if (read.success) return read.data;
  throw faultsError(
    read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`),
    'this is no sweep.',
  );
}

/** The numbers of a model, from a file. @throws {UserError} where it is missing, or no YAML or JSON */
export function readInput(name: string, cwd: string): unknown {
  const read = readYaml(readText(name, cwd), name, z.record(z.string(), z.unknown()));
  if (read.ok) return read.value;
  throw faultsError(read.faults, `${name}: holds no numbers of a model.`);
}

function axisOf(name: string, given: SweepRequest['vary'][string]): Axis {
  if (typeof given === 'string') return parseAxis(`${name}=${given}`);
  return Array.isArray(given) ? { name, values: given } : { name, ...given };
}

/** A RangeError of the core as a mistake of the user's. */
export function orUserError<T>(what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw new UserError(`${what}: ${error.message}.`, [], { cause: error });
    throw error;
  }
}

/** Versions of all that answers. */
export const modelVersions = (): SweepPlan['model'] => ({ foedus: VERSION, catalog: loadCatalog().version, facts: loadFacts().version });

/**
 * The plan of a sweep, with all that its question names looked up.
 * @throws {UserError} where something named does not exist, or the design makes no sense
 */
export async function planSweep(request: SweepRequest, place: SweepPlace): Promise<SweepPlan> {
  const { verb: name, question, vary, design, n, seed, repeat } = request;
  const verb = sweepVerb(name);
  const axes = orUserError('vary', () => Object.entries(vary).map(([axis, given]) => axisOf(axis, given)));
  orUserError('design', () => createDesign({ kind: design, axes, seed, ...(n !== undefined && { n }) }));
  if (!verb.seeded && repeat > 1) throw new UserError(`repeat: ${name} draws nothing, so that each point has one answer; leave repeat out.`);
  const shared = await verb.prepare(question, axes, place);
  return { verb: name, model: modelVersions(), shared, axes, design, seed, repeat, ...(n !== undefined && { n }) };
}

/** @throws {UserError} where the program here is another than the one a sweep was planned with */
export function checkVersions({ model }: SweepPlan, folder: string): void {
  const own = modelVersions();
  const other = Object.keys(model).filter((name) => own[name] !== model[name]);
  if (other.length === 0) return;
  const versions = (of: SweepPlan['model']): string => other.map((name) => `${name} ${of[name] ?? '-'}`).join(', ');
  throw new UserError(`${folder}: this sweep was started with ${versions(model)}; here is ${versions(own)}.`, [
    'One sweep runs on one version everywhere: install that one, or start the sweep anew.',
  ]);
}
