import { formatTreaty } from '../core/treaty/format.ts';
import { readText, treatyFilesIn } from './files.ts';
import { located } from './read-yaml.ts';
import { UserError } from './user-error.ts';

export interface FormattedFile {
  readonly file: string;
  readonly text: string;
  readonly changed: boolean;
}

/**
 * The canonical text of treaty files; writes nothing.
 * @throws {UserError} where a file cannot be read or is no treaty, before any is changed
 */
export function formatFiles(names: readonly string[], cwd: string): readonly FormattedFile[] {
  return treatyFilesIn(names, cwd).map((file) => {
    const text = readText(file, cwd);
    const result = formatTreaty(text, file);
    if (result.ok) return { file, text: result.text, changed: result.changed };
    const [first = `${file}: cannot be formatted`, ...rest] = result.diagnostics.map((diagnostic) => located(diagnostic, text));
    throw new UserError(first, rest);
  });
}
