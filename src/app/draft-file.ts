import { lintParsed } from '../core/lint/lint.ts';
import type { World } from '../core/states/world.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { readText } from './files.ts';
import { located } from './read-yaml.ts';
import { parseTreatyFile } from './treaty-file.ts';
import { faultsError } from './user-error.ts';

/** Rules on names that the law could not but pass over in silence. */
const NAMES: readonly string[] = ['party/unknown-state', 'reference/unknown-region'];

/**
 * Reads a treaty that the law is to apply.
 * @throws {UserError} with file, line and column of each fault, of each state and of each region that is not known
 */
export function readDraft(name: string, cwd: string, world: World): Treaty {
  const parsed = parseTreatyFile(name, cwd);
  const unknown = lintParsed([parsed], { world }).diagnostics.filter(({ rule }) => NAMES.includes(rule));
  if (unknown.length === 0) return parsed.treaty;
  throw faultsError(
    unknown.map((diagnostic) => located(diagnostic, readText(name, cwd))),
    `${name}: names what is not known`,
  );
}
