import { parseTreaty, type ParsedTreaty } from '../core/treaty/parse.ts';
import { readText } from './files.ts';
import { located } from './read-yaml.ts';
import { faultsError } from './user-error.ts';

/**
 * Reads a treaty file.
 * @throws {UserError} with file, line and column of each fault
 */
export function parseTreatyFile(name: string, cwd: string): ParsedTreaty {
  const text = readText(name, cwd);
  const result = parseTreaty(text, name);
  if (result.ok) return result.parsed;
  throw faultsError(
    result.diagnostics.map((diagnostic) => located(diagnostic, text)),
    `${name}: is no treaty`,
  );
}
