import { existsSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { CODE_SYSTEMS, type CodeSystem } from '../core/states/types.ts';
import { readText } from './files.ts';
import { readYaml } from './read-yaml.ts';
import { faultsError } from './user-error.ts';

/** The file of settings for a folder and those below it; flags win over it. */
export const CONFIG_FILE = 'foedus.config.yaml';

const configSchema = z.strictObject({
  /** Checked by the linter, which knows its rules. */
  rules: z.record(z.string(), z.unknown()).optional(),
  codes: z.enum(CODE_SYSTEMS).optional(),
  workspace: z.string().min(1).optional(),
});

export interface Config {
  /** Path and text of the file; undefined where there is none. */
  readonly file?: { readonly name: string; readonly text: string };
  /** The system `foedus codes` turns codes into. */
  readonly codes?: CodeSystem;
  /** The folder used as `.foedus/`, absolute. */
  readonly workspace?: string;
}

/**
 * The settings in force in a folder: those of the nearest `foedus.config.yaml` upward, or none.
 * @throws {UserError} with file, line and column where the file is faulty
 */
export function readConfig(cwd: string): Config {
  for (let folder = path.resolve(cwd); ; folder = path.dirname(folder)) {
    const file = path.join(folder, CONFIG_FILE);
    if (existsSync(file)) {
      const name = path.relative(cwd, file);
      const text = readText(name, cwd);
      const result = readYaml(text, name, configSchema);
      if (!result.ok) throw faultsError(result.faults, `${name}: is faulty`);
      const { codes, workspace } = result.value;
      return { file: { name, text }, ...(codes !== undefined && { codes }), ...(workspace !== undefined && { workspace: path.resolve(folder, workspace) }) };
    }
    if (path.dirname(folder) === folder) return {};
  }
}
