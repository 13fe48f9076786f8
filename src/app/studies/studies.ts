import { existsSync } from 'node:fs';
import path from 'node:path';
import { didYouMean, idsNear } from '../did-you-mean.ts';
import { openDrafts } from '../drafts/drafts.ts';
import { isShelfName, openShelf, type Kept, type KeptText, type Shelf } from '../drafts/shelf.ts';
import { readText } from '../files.ts';
import { UserError } from '../user-error.ts';
import { VERSION } from '../version.ts';
import { differencesFrom, groundOf, readsStore, treatyHash, type Difference, type Ground } from './ground.ts';
import { STUDY_FORMAT, type Study } from './schema.ts';
import { readStudy, STUDY_BYTES, studyText } from './study-file.ts';
import { draftsOfView, stepsOfView } from './steps-of-view.ts';

/** A study of the workspace, and what is not as it recorded it. */
export interface OpenStudy extends Kept {
  readonly study: Study;
  readonly differs: readonly Difference[];
}

export interface StudyLine extends Kept {
  readonly title: string;
  readonly date: string;
  readonly view: string | null;
  readonly verbs: number;
}

/** A study as a page or a program asks to have it kept. */
export interface StudyWish {
  readonly title: string;
  readonly notes?: string;
  readonly view?: string;
  readonly settings?: NonNullable<Study['settings']>;
  readonly seed?: number;
  /** Left out: what the view asks. */
  readonly verbs?: Study['verbs'];
  /** Names of drafts beside those that the view shows; all are taken into the study in full. */
  readonly drafts?: readonly string[];
}

/** The studies of a workspace: `studies/NAME.yaml`. */
export const openStudies = (workspace: string): Shelf => openShelf(path.join(workspace, 'studies'));

/** Studies that can be read, in the order of their names. */
export function listStudies(workspace: string): readonly StudyLine[] {
  const shelf = openStudies(workspace);
  return shelf.list().flatMap((kept) => {
    const study = studyOn(shelf, kept.name);
    if (study === undefined) return [];
    return [{ ...kept, title: study.title, date: study.date, view: study.view ?? null, verbs: study.verbs.length }];
  });
}

function studyOn(shelf: Shelf, name: string): Study | undefined {
  const found = shelf.get(name);
  if (found === undefined) return undefined;
  try {
    return readStudy(found.text, `${name}.yaml`);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

/** A study as kept, read and held against what stands here. @throws {UserError} where the text is no study */
export function openedStudy(workspace: string, { text, ...kept }: KeptText): OpenStudy {
  const study = readStudy(text, `${kept.name}.yaml`);
  return { ...kept, study, differs: differencesFrom(study, groundOf(workspace)) };
}

/**
 * The study that a wish makes on a day: with the versions and hashes of all it rests on.
 * @throws {UserError} for a draft that there is none of
 */
export function studyOf(workspace: string, wish: StudyWish, date: string): Study {
  const drafts = openDrafts(workspace);
  const names = new Set([...(wish.drafts ?? []), ...(wish.view === undefined ? [] : draftsOfView(wish.view))]);
  const treaties = [...names].map((name) => {
    const draft = drafts.get(name);
    if (draft === undefined) throw new UserError(`drafts: there is no draft '${name}'.`);
    return { file: `${name}.yaml`, sha256: treatyHash(draft.text), text: draft.text };
  });
  const { title, notes, view, settings, seed } = wish;
  const verbs = wish.verbs ?? (view === undefined ? [] : stepsOfView(view));
  const ground = groundOf(workspace);
  return {
    format: STUDY_FORMAT,
    title,
    ...(notes !== undefined && { notes }),
    date,
    ...(view !== undefined && { view }),
    ...(settings !== undefined && { settings }),
    ...(seed !== undefined && { seed }),
    foedus: VERSION,
    catalog: ground.catalog,
    ...(readsStore({ verbs }) && ground.data.length > 0 && { data: ground.data }),
    ...(treaties.length > 0 && { treaties }),
    verbs,
  };
}

/** A name for a study that is free: its title in plain words, with a number where that is taken. */
export function freeName(shelf: Shelf, title: string): string {
  const plain = title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replaceAll(/^-+|-+$/g, '');
  const base = isShelfName(plain) ? plain : 'study';
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}-${number}`;
    if (shelf.get(name) === undefined) return name;
  }
}

/** Keeps a study under a name. @throws as `Shelf.save` */
export const keepStudy = (workspace: string, name: string, study: Study, on: string | null): KeptText =>
  openStudies(workspace).save(name, studyText(study), on);

/**
 * The study of a file, or of the workspace by its name.
 * @throws {UserError} where there is neither, or the text is no study
 */
export function studyNamed(name: string, cwd: string, workspace: string): Study {
  if (existsSync(path.resolve(cwd, name))) return readStudy(readText(name, cwd, STUDY_BYTES), name);
  const kept = isShelfName(name) ? openStudies(workspace).get(name) : undefined;
  if (kept !== undefined) return readStudy(kept.text, `${name}.yaml`);
  const near = idsNear(
    name,
    listStudies(workspace).map((one) => [one.name] as const),
  );
  throw new UserError(`${name}: there is no such file, and no study of that name in the workspace. ${didYouMean(near, '')}`.trim());
}

/** A study with what it rests on filled in: the versions here, and the hash of each result. */
export function sealed(study: Study, { catalog, data }: Ground, hashes: readonly string[]): Study {
  const { treaties, files, data: _, ...rest } = study;
  const hashed = <T extends { readonly text: string }>(held: readonly T[]) => held.map((one) => ({ ...one, sha256: treatyHash(one.text) }));
  return {
    ...rest,
    foedus: VERSION,
    catalog,
    ...(readsStore(study) && data.length > 0 && { data }),
    ...(treaties !== undefined && { treaties: hashed(treaties) }),
    ...(files !== undefined && { files: hashed(files) }),
    verbs: study.verbs.map((step, index) => ({ ...step, ...(hashes[index] !== undefined && { sha256: hashes[index] }) })),
  };
}
