import path from 'node:path';
import { parseTreaty } from '../../core/treaty/parse.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { didYouMean, idsNear } from '../did-you-mean.ts';
import { located } from '../read-yaml.ts';
import { faultsError, UserError } from '../user-error.ts';
import { openShelf, type Shelf } from './shelf.ts';

export { Changed, isShelfName, type Kept, type KeptText } from './shelf.ts';

/** The treaties that people work on, in whatever state they are: `drafts/NAME.yaml` of a workspace. */
export const openDrafts = (workspace: string): Shelf => openShelf(path.join(workspace, 'drafts'));

/** What a text says of itself: the treaty's name where it can be read as one, and how many faults keep it from that. */
export function titleOf(text: string, name: string): { readonly title: string | null; readonly faults: number } {
  const result = parseTreaty(text, name);
  return result.ok ? { title: result.parsed.treaty.name, faults: 0 } : { title: null, faults: result.diagnostics.length };
}

/**
 * The treaty of a draft.
 * @throws {UserError} where there is no such draft, or it is no treaty yet, with line and column of each fault
 */
export function draftNamed(workspace: string, name: string): Treaty {
  const drafts = openDrafts(workspace);
  const draft = drafts.get(name);
  if (draft === undefined) {
    const near = idsNear(
      name,
      drafts.list().map((one) => [one.name] as const),
    );
    throw new UserError(`there is no draft '${name}'. ${didYouMean(near, 'The workspace keeps them in drafts/.')}`);
  }
  return treatyOfText(draft.text, `${name}.yaml`);
}

/** The treaty that a text writes. @throws {UserError} with line and column of each fault */
export function treatyOfText(text: string, file: string): Treaty {
  const result = parseTreaty(text, file);
  if (result.ok) return result.parsed.treaty;
  throw faultsError(
    result.diagnostics.map((diagnostic) => located(diagnostic, text)),
    `${file}: is no treaty`,
  );
}
