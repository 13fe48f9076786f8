import * as z from 'zod';
import { readYaml } from '../read-yaml.ts';
import { faultsError, UserError } from '../user-error.ts';
import type { InputFile } from './define.ts';

/** A state of an input file, with its size. */
export const sizedStates = z.array(z.strictObject({ state: z.string(), size: z.number().nonnegative() })).min(1);

/** What the file holds, by a schema. @throws {UserError} with file, line and column where it is another thing */
export function readInput<T>({ name, text }: InputFile, schema: z.ZodType<T>): T {
  const read = readYaml(text, name, schema);
  if (!read.ok) throw faultsError(read.faults, `${name}: cannot be read.`);
  return read.value;
}

/** Finds the place of a name in a list. @throws {UserError} where it is not in it, or the list holds a name twice */
export function placesOf(names: readonly string[], file: string): (name: string) => number {
  const places = new Map(names.map((name, place) => [name, place]));
  const twice = names.find((name, place) => places.get(name) !== place);
  if (twice !== undefined) throw new UserError(`${file}: '${twice}' stands twice among the states.`);
  return (name) => {
    const place = places.get(name);
    if (place === undefined) throw new UserError(`${file}: '${name}' is none of the states: ${names.join(', ')}.`);
    return place;
  };
}
