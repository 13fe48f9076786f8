import { treatySchema, type Treaty } from './schema.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json } => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The value with one place in it changed; `null` takes the place out. A list is entered by the `id` of an entry, or its state. */
function changed(value: Json | undefined, path: readonly string[], to: Json): Json {
  const [key, ...rest] = path;
  if (key === undefined) return to;
  if (Array.isArray(value)) {
    const place = value.findIndex((entry) => isRecord(entry) && (entry['id'] === key || entry['state'] === key));
    if (place === -1)
      throw new RangeError(
        `there is no '${key}' in the list; it holds ${value.map((entry) => (isRecord(entry) ? String(entry['id'] ?? entry['state']) : String(entry))).join(', ')}`,
      );
    if (rest.length === 0 && to === null) return value.filter((_, index) => index !== place);
    return value.map((entry: Json, index) => (index === place ? changed(entry, rest, to) : entry));
  }
  if (value !== undefined && !isRecord(value)) throw new RangeError(`'${key}' is no part of ${JSON.stringify(value)}`);
  const record = value ?? {};
  if (rest.length === 0 && to === null) return Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));
  return { ...record, [key]: changed(record[key], rest, to) };
}

/** What a word of the command line stands for: true, false, null, a number, JSON, else the text itself. */
function valueOf(text: string): Json {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return text;
  }
}

/**
 * A treaty with one clause changed: `institutions.bases=false`, `obligations.article-5.response.automaticity=automatic`,
 * `exit.notice=P6M`. An obligation's id may stand for its whole path. `null` takes the clause out.
 * @throws {RangeError} where there is no such place, or the language does not take the value there
 */
export function setClause(treaty: Treaty, path: string, text: string): Treaty {
  const steps = path.split('.');
  const isObligation = treaty.obligations.some(({ id }) => id === steps[0]);
  const plain: Json = JSON.parse(JSON.stringify(treaty));
  const result = treatySchema.safeParse(changed(plain, isObligation ? ['obligations', ...steps] : steps, valueOf(text)));
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? path : issue.path.join('.');
  if (issue?.code === 'unrecognized_keys')
    throw new RangeError(
      `there is no '${issue.keys.join(', ')}' ${issue.path.length === 0 ? 'in a treaty' : `in ${where}`}; docs/language/reference.md lists the keys`,
    );
  throw new RangeError(`${where}: ${issue?.message ?? 'the language does not take it'}`);
}
