import type { Context } from 'hono';
import * as z from 'zod';
import type { KeptText } from '../../app/drafts/shelf.ts';
import { studySchema, type Study } from '../../app/studies/schema.ts';
import { freeName, keepStudy, listStudies, openedStudy, openStudies, studyOf } from '../../app/studies/studies.ts';
import { readStudy } from '../../app/studies/study-file.ts';
import { page, pageOf, sendPage } from '../paging.ts';
import type { Place } from '../place.ts';
import { defineResource, type Resource } from '../resource.ts';
import type { OpenStudy, StudyLine } from '../types.ts';
import { changing, CONDITION, conditionOf, keptShape, noCondition, removing, shelfName, unknown, withTag } from './kept.ts';

const named = z.object({ name: shelfName });
const { title, notes, view, settings, seed, verbs } = studySchema.shape;

const asked = z
  .strictObject({
    text: z.string().max(4_000_000).exactOptional().describe('A study.yaml that somebody sent; then nothing else is given'),
    title: title.exactOptional(),
    notes,
    view,
    settings,
    seed,
    verbs: verbs.exactOptional().describe('What it asks; where left out, what the page at the view asks'),
    drafts: z.array(shelfName).max(50).exactOptional().describe('Drafts it rests on, which are taken into it in full'),
  })
  .refine(({ text, ...wish }) => (text === undefined) === (wish.title !== undefined), { error: 'give a title, or the text of a study alone', path: ['title'] })
  .meta({ id: 'StudyToKeep', description: 'A study to be made of a view, whose versions, hashes and date are filled in; or the text of one' });

/** The study that a body asks to have kept. */
function studyAsked({ text, title: named = '', ...wish }: z.output<typeof asked>, { workspace, today }: Place): Study {
  return text === undefined ? studyOf(workspace, { ...wish, title: named }, today()) : readStudy(text, 'study.yaml');
}

const studyLine = z
  .object({ ...keptShape, title: z.string(), date: z.string(), view: z.string().nullable(), verbs: z.int().describe('How many') })
  .meta({ id: 'StudyLine' }) satisfies z.ZodType<StudyLine>;
const opened = z
  .object({
    ...keptShape,
    study: studySchema,
    differs: z
      .array(
        z.object({
          what: z.enum(['catalog', 'data', 'treaty']),
          name: z.string(),
          recorded: z.string(),
          here: z.string().nullable(),
          sentence: z.string(),
        }),
      )
      .describe('What is not as the study recorded it; empty where its results can be had again'),
  })
  .meta({ id: 'OpenStudy' }) satisfies z.ZodType<OpenStudy>;

function answer(c: Context, workspace: string, found: KeptText, status: 200 | 201 = 200): Response {
  withTag(c, found);
  return c.json(openedStudy(workspace, found), status);
}

export const studyResources: readonly Resource[] = [
  defineResource({
    method: 'GET',
    path: '/studies',
    id: 'listStudies',
    group: 'work',
    summary: 'The studies of the workspace, by name',
    asks: { query: z.strictObject(page) },
    answer: pageOf(studyLine),
    handle: ({ query }, c, { workspace }) => sendPage(c, listStudies(workspace), query),
  }),
  defineResource({
    method: 'POST',
    path: '/studies',
    id: 'addStudy',
    group: 'work',
    summary: 'Keep a new study: of a view, or one that somebody sent',
    asks: { query: z.strictObject({ name: shelfName.exactOptional().describe('One made from its title when left out') }), body: asked },
    answer: opened,
    status: 201,
    problems: [412],
    handle: ({ query, body }, c, place) =>
      changing(c, () => {
        const { workspace } = place;
        const study = studyAsked(body, place);
        const name = query.name ?? freeName(openStudies(workspace), study.title);
        const kept = keepStudy(workspace, name, study, null);
        c.header('Location', `/api/studies/${name}`);
        return answer(c, workspace, kept, 201);
      }),
  }),
  defineResource({
    method: 'GET',
    path: '/studies/{name}',
    id: 'getStudy',
    group: 'work',
    summary: 'A study, and what is not as it recorded it',
    asks: { parts: named },
    answer: opened,
    problems: [404],
    handle: ({ parts: { name } }, c, { workspace }) => {
      const found = openStudies(workspace).get(name);
      return found === undefined ? unknown(c, 'study', name) : answer(c, workspace, found);
    },
  }),
  defineResource({
    method: 'GET',
    path: '/studies/{name}/file',
    id: 'getStudyFile',
    group: 'work',
    summary: 'A study as the file to share: foedus run takes it',
    asks: { parts: named },
    files: ['application/yaml'],
    problems: [404],
    handle: ({ parts: { name } }, c, { workspace }) => {
      const found = openStudies(workspace).get(name);
      if (found === undefined) return unknown(c, 'study', name);
      withTag(c, found);
      return c.body(found.text, 200, {
        'Content-Type': 'application/yaml; charset=utf-8',
        'Content-Disposition': `attachment; filename="${name}.study.yaml"`,
      });
    },
  }),
  defineResource({
    method: 'PUT',
    path: '/studies/{name}',
    id: 'saveStudy',
    group: 'work',
    summary: 'Save a study, whole or not at all',
    headers: CONDITION,
    asks: { parts: named, body: asked },
    answer: opened,
    problems: [412, 428],
    handle: ({ parts: { name }, body }, c, place) =>
      changing(c, () => {
        const { workspace } = place;
        const isNew = openStudies(workspace).get(name) === undefined;
        const on = conditionOf(c);
        if (on === undefined && !isNew) return noCondition(c);
        return answer(c, workspace, keepStudy(workspace, name, studyAsked(body, place), on ?? null), isNew ? 201 : 200);
      }),
  }),
  defineResource({
    method: 'DELETE',
    path: '/studies/{name}',
    id: 'removeStudy',
    group: 'work',
    summary: 'Remove a study',
    headers: { 'If-Match': CONDITION['If-Match'] },
    asks: { parts: named },
    status: 204,
    problems: [404, 412, 428],
    handle: ({ parts: { name } }, c, { workspace }) => removing(c, openStudies(workspace), 'study', name),
  }),
];
