import * as z from 'zod';
import { openDrafts, titleOf } from '../../app/drafts/drafts.ts';
import { page, pageOf, sendPage } from '../paging.ts';
import type { Draft, DraftLine, Kept, KeptText } from '../types.ts';
import { defineResource, type Resource } from '../resource.ts';
import { changing, CONDITION, conditionOf, keptShape, noCondition, removing, revisionName, shelfName, unknown, withTag } from './kept.ts';

const named = z.object({ name: shelfName });

const told = {
  title: z.string().nullable().describe('The treaty’s own name; null where the text is no treaty yet'),
  faults: z.int().describe('What keeps it from being one'),
};
const draftLine = z.object({ ...keptShape, ...told }).meta({ id: 'DraftLine' }) satisfies z.ZodType<DraftLine>;
const draft = z.object({ ...keptShape, ...told, text: z.string() }).meta({ id: 'Draft' }) satisfies z.ZodType<Draft>;
const kept = z.object(keptShape).meta({ id: 'Kept' }) satisfies z.ZodType<Kept>;
const keptText = z.object({ ...keptShape, text: z.string() }).meta({ id: 'KeptText' }) satisfies z.ZodType<KeptText>;

export const draftResources: readonly Resource[] = [
  defineResource({
    method: 'GET',
    path: '/drafts',
    id: 'listDrafts',
    group: 'work',
    summary: 'The drafts of the workspace, by name',
    asks: { query: z.strictObject(page) },
    answer: pageOf(draftLine),
    handle: ({ query }, c, { workspace }) => {
      const drafts = openDrafts(workspace);
      const rows = drafts.list().map((one) => ({ ...one, ...titleOf(drafts.get(one.name)?.text ?? '', one.name) }));
      return sendPage(c, rows, query);
    },
  }),
  defineResource({
    method: 'GET',
    path: '/drafts/{name}',
    id: 'getDraft',
    group: 'work',
    summary: 'A draft as it was saved last',
    asks: { parts: named },
    answer: draft,
    problems: [404],
    handle: ({ parts: { name } }, c, { workspace }) => {
      const found = openDrafts(workspace).get(name);
      if (found === undefined) return unknown(c, 'draft', name);
      withTag(c, found);
      return c.json({ ...found, ...titleOf(found.text, name) });
    },
  }),
  defineResource({
    method: 'PUT',
    path: '/drafts/{name}',
    id: 'saveDraft',
    group: 'work',
    summary: 'Save a draft, whole or not at all',
    description: 'Any text is kept, a treaty or not. 201 where it is the first of that name; 412 with what stands where another was saved meanwhile.',
    headers: CONDITION,
    asks: { parts: named, body: z.strictObject({ text: z.string().max(1_048_576) }) },
    answer: kept,
    problems: [412, 428],
    handle: ({ parts: { name }, body: { text } }, c, { workspace }) =>
      changing(c, () => {
        const drafts = openDrafts(workspace);
        const isNew = drafts.get(name) === undefined;
        const on = conditionOf(c);
        if (on === undefined && !isNew) return noCondition(c);
        const { text: _, ...saved } = drafts.save(name, text, on ?? null);
        withTag(c, saved);
        return c.json(saved, isNew ? 201 : 200);
      }),
  }),
  defineResource({
    method: 'DELETE',
    path: '/drafts/{name}',
    id: 'removeDraft',
    group: 'work',
    summary: 'Remove a draft; its last revisions stay in its history',
    headers: { 'If-Match': CONDITION['If-Match'] },
    asks: { parts: named },
    status: 204,
    problems: [404, 412, 428],
    handle: ({ parts: { name } }, c, { workspace }) => removing(c, openDrafts(workspace), 'draft', name),
  }),
  defineResource({
    method: 'GET',
    path: '/drafts/{name}/history',
    id: 'listDraftRevisions',
    group: 'work',
    summary: 'The last revisions of a draft, the newest first; of one that was removed too',
    asks: { parts: named, query: z.strictObject(page) },
    answer: pageOf(kept),
    handle: ({ parts: { name }, query }, c, { workspace }) => sendPage(c, openDrafts(workspace).history(name), query),
  }),
  defineResource({
    method: 'GET',
    path: '/drafts/{name}/history/{revision}',
    id: 'getDraftRevision',
    group: 'work',
    summary: 'A draft as it was at a revision',
    asks: { parts: z.object({ name: shelfName, revision: revisionName }) },
    answer: keptText,
    problems: [404],
    handle: ({ parts: { name, revision } }, c, { workspace }) => {
      const found = openDrafts(workspace).revision(name, revision);
      if (found === undefined) return unknown(c, 'revision', revision);
      withTag(c, found);
      return c.json(found);
    },
  }),
];
