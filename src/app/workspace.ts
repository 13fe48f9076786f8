import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Catalog } from '../core/catalog.ts';
import type { Treaty } from '../core/treaty/schema.ts';
import { selectTreaties } from './find-treaty.ts';
import { parseTreatyFile } from './treaty-file.ts';
import { UserError } from './user-error.ts';

/**
 * The workspace a command runs in: the one named, made where absent, else the nearest `.foedus/` from the folder upward; none: undefined.
 * @throws {UserError} where the one named cannot be made
 */
export function findWorkspace(named: string | undefined, cwd: string): string | undefined {
  if (named !== undefined) {
    const folder = path.resolve(cwd, named);
    try {
      mkdirSync(folder, { recursive: true });
    } catch (error) {
      throw new UserError(`--workspace: ${named}: cannot be made a directory.`, [], { cause: error });
    }
    return folder;
  }
  for (let folder = path.resolve(cwd); ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, '.foedus');
    if (existsSync(candidate)) return candidate;
    if (path.dirname(folder) === folder) return undefined;
  }
}

/**
 * The catalog with the drafts of a workspace, `treaties/*.yaml`, added or in place of those with their id.
 * A faulty draft is left out and reported by `onFault`.
 */
export function withDrafts(catalog: Catalog, workspace: string | undefined, onFault: (line: string) => void): Catalog {
  const folder = workspace === undefined ? undefined : path.join(workspace, 'treaties');
  if (folder === undefined || statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return catalog;
  const drafts: Treaty[] = [];
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()) {
    try {
      drafts.push(parseTreatyFile(path.join(folder, name), folder).treaty);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      onFault(`Left out: ${error.message}`);
    }
  }
  return drafts.length === 0 ? catalog : { ...catalog, treaties: selectTreaties(catalog, drafts, []) };
}
