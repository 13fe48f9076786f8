import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type * as z from 'zod';
import { readYaml } from './read-yaml.ts';

/** The catalog's own lists may be long. */
const LIST_LIMITS = { bytes: 16 * 1024 * 1024 };

/** Reads files under a catalog folder and keeps what is wrong with them. */
export interface CatalogReader {
  readonly faults: string[];
  /** The text of a file, undefined (and a fault) where it is missing. */
  text(...parts: string[]): string | undefined;
  /** A YAML or JSON file by a schema. */
  list<T>(schema: z.ZodType<T>, ...parts: string[]): T | undefined;
  /** A file of lines by a parser of its own, which names file and line. */
  rows<T>(parse: (text: string, file: string) => { readonly rows: readonly T[]; readonly faults: readonly string[] }, ...parts: string[]): readonly T[];
  /** Names of the files of a folder with an ending, in order; none where there is no such folder. */
  files(ending: string, ...parts: string[]): string[];
}

/** A reader of the folder `dir`; faults name files from `catalog/`. */
export function catalogReader(dir: string): CatalogReader {
  const faults: string[] = [];
  const named = (parts: readonly string[]): string => path.posix.join('catalog', ...parts);
  const text = (...parts: string[]): string | undefined => {
    const file = path.join(dir, ...parts);
    if (existsSync(file)) return readFileSync(file, 'utf8');
    faults.push(`${named(parts)}: no such file`);
    return undefined;
  };
  return {
    faults,
    text,
    list: (schema, ...parts) => {
      const content = text(...parts);
      if (content === undefined) return undefined;
      const result = readYaml(content, named(parts), schema, LIST_LIMITS);
      if (result.ok) return result.value;
      faults.push(...result.faults);
      return undefined;
    },
    rows: (parse, ...parts) => {
      const content = text(...parts);
      if (content === undefined) return [];
      const result = parse(content, named(parts));
      faults.push(...result.faults);
      return result.rows;
    },
    files: (ending, ...parts) => {
      const folder = path.join(dir, ...parts);
      if (!existsSync(folder)) return [];
      return readdirSync(folder)
        .filter((file) => file.endsWith(ending))
        .sort();
    },
  };
}
