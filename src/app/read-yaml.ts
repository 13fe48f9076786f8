import type * as z from 'zod';
import { positionAt, type Diagnostic } from '../core/diagnostics.ts';
import { LIMITS, type Limits } from '../core/treaty/limits.ts';
import { loadYaml } from '../core/treaty/parse.ts';
import { keyRangeAt, rangeAt } from '../core/treaty/positions.ts';

/** "nato.yaml:12:3: what is wrong" */
export function located(diagnostic: Diagnostic, text: string): string {
  const { line, column } = positionAt(text, diagnostic.range.start);
  return `${diagnostic.file}:${line}:${column}: ${diagnostic.message}`;
}

export type YamlResult<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly faults: readonly string[] };

/** Reads YAML text by a schema; each fault is one line that names file, line and column. */
export function readYaml<T>(text: string, file: string, schema: z.ZodType<T>, limits: Partial<Limits> = {}): YamlResult<T> {
  const loaded = loadYaml(text, file, { ...LIMITS, ...limits });
  if (!loaded.ok) return { ok: false, faults: loaded.diagnostics.map((diagnostic) => located(diagnostic, text)) };
  const result = schema.safeParse(loaded.value);
  if (result.success) return { ok: true, value: result.data };
  const faults = result.error.issues.map((issue) => {
    const path = issue.path.filter((step) => typeof step !== 'symbol');
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    const range = unknown === undefined ? rangeAt(loaded.document, text, path) : keyRangeAt(loaded.document, text, [...path, unknown]);
    const { line, column } = positionAt(text, range.start);
    return `${file}:${line}:${column}: ${path.length === 0 ? '' : `${path.join('.')}: `}${issue.message}`;
  });
  return { ok: false, faults };
}
