/** What the schema says at a path: the alternatives of a value, the keys of a map in canonical order, expectations in words. */
import * as z from 'zod';
import type { Path } from '../diagnostics.ts';
import { either } from '../text/sentence.ts';
import { treatySchema } from './schema.ts';

export type Schema = z.core.$ZodType;

/** The alternatives a schema stands for: unions opened, optionality taken off. */
export function alternatives(schema: Schema): readonly Schema[] {
  const known = opened.get(schema);
  if (known !== undefined) return known;
  let result: readonly Schema[] = [schema];
  if (schema instanceof z.core.$ZodOptional) result = alternatives(schema._zod.def.innerType);
  else if (schema instanceof z.core.$ZodUnion) result = schema._zod.def.options.flatMap((option) => alternatives(option));
  opened.set(schema, result);
  return result;
}
const opened = new WeakMap<Schema, readonly Schema[]>();

/** The alternatives at a root treaty file. */
export const rootSchemas: readonly Schema[] = alternatives(treatySchema);

/** The alternatives one step down: the value of a key, or any item of a list. */
export function schemasUnder(schemas: readonly Schema[], step: string | number): readonly Schema[] {
  return schemas.flatMap((schema) => {
    if (schema instanceof z.core.$ZodArray) return typeof step === 'number' ? alternatives(schema._zod.def.element) : [];
    if (!(schema instanceof z.core.$ZodObject) || typeof step === 'number') return [];
    const shape = schema._zod.def.shape;
    const field = Object.hasOwn(shape, step) ? shape[step] : undefined;
    return field === undefined ? [] : alternatives(field);
  });
}

/** The alternatives at a path of a treaty file; none where the schema knows no such place. */
export function schemasAt(path: Path): readonly Schema[] {
  return path.reduce<readonly Schema[]>(schemasUnder, rootSchemas);
}

/** The keys a map may have under these alternatives, in the order of the schema. */
export function keysOf(schemas: readonly Schema[]): readonly string[] {
  return [...new Set(schemas.flatMap((schema) => (schema instanceof z.core.$ZodObject ? Object.keys(schema._zod.def.shape) : [])))];
}

/** The keys a map may have at a path of a treaty file, in canonical order. */
export function keysAt(path: Path): readonly string[] {
  return keysOf(schemasAt(path));
}

/** The fixed values (of enumerations and literals) among the alternatives. */
export function optionsOf(schemas: readonly Schema[]): readonly string[] {
  return schemas.flatMap((schema) => {
    if (schema instanceof z.core.$ZodEnum) return Object.values(schema._zod.def.entries).map(String);
    return schema instanceof z.core.$ZodLiteral ? schema._zod.def.values.map(String) : [];
  });
}

/** Whether a schema is that of a date: a string of the date's shape and of no other. */
export function isDate(schema: Schema): boolean {
  if (!(schema instanceof z.core.$ZodString)) return false;
  let known = dates.get(schema);
  if (known === undefined) {
    known = z.safeParse(schema, '1894-01').success && !z.safeParse(schema, 'spring').success;
    dates.set(schema, known);
  }
  return known;
}
const dates = new WeakMap<Schema, boolean>();

/** What is expected at a place, in words: "one of automatic, discretionary"; "a list"; "a date such as 1949-04-04". */
export function expectation(schemas: readonly Schema[]): string {
  const options = optionsOf(schemas);
  const words = [...new Set(schemas.map(wordsFor).filter((word) => word !== ''))];
  const fixed = options.length === 0 ? [] : [options.length === 1 ? `'${options[0] ?? ''}'` : `one of ${options.join(', ')}`];
  return either([...fixed, ...words]);
}

function wordsFor(schema: Schema): string {
  if (schema instanceof z.core.$ZodString) return stringWords(schema);
  if (schema instanceof z.core.$ZodNumber) return schema instanceof z.core.$ZodNumberFormat ? 'a whole number' : 'a number';
  if (schema instanceof z.core.$ZodBoolean) return 'true or false';
  if (schema instanceof z.core.$ZodArray) return 'a list';
  if (schema instanceof z.core.$ZodObject) {
    const required = Object.entries(schema._zod.def.shape).filter(([, field]) => !(field instanceof z.core.$ZodOptional));
    return required.length === 0 || required.length > 4 ? 'a map' : `a map with ${required.map(([key]) => `'${key}'`).join(' and ')}`;
  }
  return '';
}

/** A string with a pattern says what it expects in the pattern's message. */
function stringWords(schema: Schema): string {
  const words = z.safeParse(schema, '\u0000').error?.issues.map((issue) => issue.message) ?? [];
  const message = words.find((word) => word.startsWith('expected '));
  if (message !== undefined) return message.slice('expected '.length);
  return words.some((word) => word.includes('URL')) ? 'a URL' : 'text';
}
