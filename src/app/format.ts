import type { Diagnostic } from '../core/diagnostics.ts';
import { formatTreaty } from '../core/treaty/format.ts';
import { upgradeTreaty } from '../core/treaty/upgrade.ts';
import { readText, treatyFilesIn } from './files.ts';
import { located } from './read-yaml.ts';
import { faultsError, type UserError } from './user-error.ts';

export interface FormattedFile {
  readonly file: string;
  readonly text: string;
  readonly changed: boolean;
  /** What lifting to this version of the language did, a line each. */
  readonly lifted: readonly string[];
  /** Faults left in a lifted file for a person to mend, each with its place. */
  readonly faults: readonly string[];
}

function refusal(file: string, text: string, diagnostics: readonly Diagnostic[]): UserError {
  return faultsError(
    diagnostics.map((diagnostic) => located(diagnostic, text)),
    `${file}: cannot be formatted`,
  );
}

/**
 * The canonical text of treaty files; writes nothing.
 * @param upgrade lift files of older language versions first
 * @throws {UserError} where a file cannot be read or is no treaty, before any is changed
 */
export function formatFiles(names: readonly string[], cwd: string, upgrade = false): readonly FormattedFile[] {
  return treatyFilesIn(names, cwd).map((file) => {
    const text = readText(file, cwd);
    if (upgrade) {
      const lifted = upgradeTreaty(text, file);
      if (!lifted.ok) throw refusal(file, text, lifted.diagnostics);
      const faults = lifted.diagnostics.map((diagnostic) => located(diagnostic, lifted.text));
      if (lifted.changes.length > 0) return { file, text: lifted.text, changed: true, lifted: lifted.changes, faults };
    }
    const result = formatTreaty(text, file);
    if (!result.ok) throw refusal(file, text, result.diagnostics);
    return { file, text: result.text, changed: result.changed, lifted: [], faults: [] };
  });
}
