import * as z from 'zod';
import { didYouMean, idsNear } from '../did-you-mean.ts';
import { Changed, isShelfName, openDrafts, titleOf, type Kept } from '../drafts/drafts.ts';
import { studySchema } from '../studies/schema.ts';
import { freeName, keepStudy, listStudies, openedStudy, openStudies, studyOf } from '../studies/studies.ts';
import { UserError } from '../user-error.ts';
import { defineVerb } from './define.ts';

/** What the workspace keeps. */

const name = z.string().max(64).refine(isShelfName, 'is no name; write lower-case words joined by hyphens, such as entente-2030');
const revision = z
  .string()
  .max(64)
  .exactOptional()
  .describe('The revision that was changed, as it was read; left out for a new one. Where another was saved meanwhile, nothing is overwritten.');

const keptShape = { name: z.string(), revision: z.string(), saved: z.string().describe('UTC'), bytes: z.int() };

function unknown(what: string, wanted: string, all: readonly Kept[]): UserError {
  const near = idsNear(
    wanted,
    all.map((one) => [one.name] as const),
  );
  return new UserError(`there is no ${what} '${wanted}'. ${didYouMean(near, 'Without a name, all are listed.')}`);
}

/** Runs a change; where another revision stands, says so. */
function keeping<T>(change: () => T): T {
  try {
    return change();
  } catch (error) {
    if (!(error instanceof Changed)) throw error;
    const { current } = error;
    throw new UserError(
      current === undefined
        ? 'There is none of that name any more; leave revision out to save it as a new one.'
        : `Another revision stands by now: ${current.revision}, saved ${current.saved}. Read it, and save on it.`,
      [],
      { cause: error },
    );
  }
}

export const drafts = defineVerb({
  name: 'drafts',
  summary: 'The drafts of treaties that the workspace keeps, or one of them with its text',
  input: z.strictObject({ name: name.exactOptional().describe('One in full; all without their texts when left out') }),
  answer: z.object({ drafts: z.array(z.object({ ...keptShape, title: z.string().nullable(), faults: z.int(), text: z.string().exactOptional() })) }),
  run: ({ name: wanted }, { workspace }) => {
    const shelf = openDrafts(workspace);
    if (wanted === undefined) return { value: { drafts: shelf.list().map((one) => ({ ...one, ...titleOf(shelf.get(one.name)?.text ?? '', one.name) })) } };
    const found = shelf.get(wanted);
    if (found === undefined) throw unknown('draft', wanted, shelf.list());
    return { value: { drafts: [{ ...found, ...titleOf(found.text, wanted) }] } };
  },
});

export const studies = defineVerb({
  name: 'studies',
  summary: 'The studies that the workspace keeps, or one of them in full with what is not as it recorded it',
  input: z.strictObject({ name: name.exactOptional().describe('One in full; all when left out') }),
  answer: z.object({ studies: z.array(z.looseObject(keptShape)) }),
  run: ({ name: wanted }, { workspace }) => {
    if (wanted === undefined) return { value: { studies: listStudies(workspace) } };
    const found = openStudies(workspace).get(wanted);
    if (found === undefined) throw unknown('study', wanted, listStudies(workspace));
    return { value: { studies: [openedStudy(workspace, found)] } };
  },
});

export const saveDraft = defineVerb({
  name: 'save-draft',
  summary: 'Save a draft of a treaty into the workspace, whole or not at all',
  description: 'Any text is kept, a treaty or not; lint says what keeps it from being one. Other verbs name it draft:NAME.',
  input: z.strictObject({ name, text: z.string().max(1_048_576), revision }),
  answer: z.object({ ...keptShape, title: z.string().nullable(), faults: z.int() }),
  writes: true,
  run: ({ name: as, text, revision: on = null }, { workspace }) => {
    const { text: _, ...saved } = keeping(() => openDrafts(workspace).save(as, text, on));
    return { value: { ...saved, ...titleOf(text, as) } };
  },
});

const { title, notes, view, settings, seed, verbs } = studySchema.shape;

export const saveStudy = defineVerb({
  name: 'save-study',
  summary: 'Save a study into the workspace: questions with all they rest on, to be run again with the same bytes',
  input: z.strictObject({
    name: name.exactOptional().describe('One made from the title when left out'),
    title,
    notes,
    view,
    settings,
    seed,
    verbs: verbs.exactOptional().describe('What it asks; where left out, what the page at the view asks'),
    drafts: z.array(name).max(50).exactOptional().describe('Drafts it rests on, which are taken into it in full'),
    revision,
  }),
  answer: z.looseObject(keptShape),
  writes: true,
  run: ({ name: as, revision: on = null, ...wish }, { workspace, today }) => {
    const study = studyOf(workspace, wish, today());
    const kept = keeping(() => keepStudy(workspace, as ?? freeName(openStudies(workspace), wish.title), study, on));
    return { value: openedStudy(workspace, kept) };
  },
});
