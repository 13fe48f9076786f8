import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { decadesQuestion } from '../decades/question.ts';
import { UserError } from '../user-error.ts';
import { defineVerb, formatOf } from './define.ts';
import { notes } from './parts.ts';

const point = z.looseObject({
  year: z.int(),
  median: z.number(),
  mean: z.number(),
  half: z.tuple([z.number(), z.number()]).describe('50 % range over worlds'),
  ninety: z.tuple([z.number(), z.number()]).describe('90 % range'),
});
const fan = z.object({ series: z.string(), points: z.array(point) }).meta({ id: 'DecadesFan' });
const line = z.object({
  year: z.int(),
  kind: z.string(),
  text: z.string(),
  why: z.string().describe('The article, the chance, and what moved it'),
  main: z.boolean(),
});
const chronicle = z.object({ world: z.int(), wrong: z.number(), lines: z.array(line) }).meta({ id: 'Chronicle', description: 'The story of one world' });

export const decades = defineVerb({
  name: 'decades',
  summary: 'Simulate decades ahead: seeded worlds year by year, fans over them, stories of those that went wrong',
  description:
    'As foedus decades. The same question and seed give the same worlds; a hundred of them take a minute: ask for a job. Worlds are kept in the workspace where `keep` says so: the same question, stopped and put again, goes on, or with `conclude` answers with those there are.',
  input: decadesQuestion.extend({
    worlds: z.int().min(1).max(1000).default(50),
    chronicles: z.int().min(0).max(50).default(5).describe('Stories told, the worst first'),
    keep: z.boolean().exactOptional().describe('Keep worlds in the workspace as they are done, and go on from those it holds'),
    conclude: z.boolean().exactOptional().describe('With keep: run no more, and answer with the worlds there are'),
  }),
  answer: z
    .looseObject({
      from: z.int(),
      years: z.int(),
      worlds: z.int(),
      seed: z.int(),
      fans: z.array(fan),
      sums: z.array(fan).describe('Counts of years as sums since the start'),
      chronicles: z.array(chronicle),
      order: z.array(z.object({ world: z.int(), wrong: z.number() })).describe('Worlds, those in which most went wrong first'),
      audit: z.looseObject({ treatyYears: z.int(), memberYears: z.int(), joined: z.int(), left: z.int(), ended: z.int(), faults: z.array(z.unknown()) }),
      hash: z.string().describe('SHA-256 over the worlds: the same however they were run'),
      simplified: notes,
      basis: notes,
    })
    .meta({ id: 'Decades' }),
  apart: true,
  run: async ({ chronicles, keep = false, conclude = false, ...question }, { workspace, today, onProgress, signal }) => {
    const [{ prepareDecades, decadesAnswer }, run] = await Promise.all([import('../decades/decades.ts'), import('../decades/run.ts')]);
    const input = await prepareDecades(question, { workspace, today: today() });
    const options = { worlds: question.worlds, threads: 1, ...(onProgress !== undefined && { onProgress }), ...(signal !== undefined && { signal }) };
    // The worlds of a question lie under its hash: the versions of all that answers are in it.
    const hash = createHash('sha256')
      .update(JSON.stringify([question, input.start.versions, input.start.year]))
      .digest('hex')
      .slice(0, 16);
    const folder = path.join(workspace, 'decades', hash);
    const worlds = conclude
      ? await run.keptWorlds(folder)
      : keep
        ? await run.runWorldsInto(input, question, { ...options, folder, cwd: workspace, resume: true })
        : await run.runWorlds(input, options);
    if (worlds.length === 0) throw new UserError('no world is done yet.');
    return { value: decadesAnswer(input, worlds, question.worlds, chronicles) };
  },
});

export const decadesWorld = defineVerb({
  name: 'decades-world',
  summary: 'One simulated world of decades ahead, year by year with everything that happens in it',
  input: decadesQuestion.omit({ worlds: true }).extend({ world: z.int().min(0).max(999_999).describe('Its number; world 0 is the first') }),
  answer: z
    .looseObject({
      world: z.int(),
      wrong: z.number(),
      lines: z.array(line),
      series: z.record(z.string(), z.array(z.number())).describe('One number a year'),
      audit: z.looseObject({ memberYears: z.int(), faults: z.array(z.unknown()) }),
    })
    .meta({ id: 'DecadesWorld' }),
  apart: true,
  run: async ({ world: number, ...question }, { workspace, today }) => {
    const { prepareDecades, replayOfWorld } = await import('../decades/decades.ts');
    return { value: replayOfWorld(await prepareDecades({ ...question, worlds: 1 }, { workspace, today: today() }), number) };
  },
});

const duty = z.object({ treaty: z.string(), article: z.string(), action: z.string(), states: z.array(z.string()), open: z.boolean() });

export const roles = defineVerb({
  name: 'role-sheets',
  summary: 'What each state owes and is owed, its red lines, rivals, pledges and ways out: a page for each player of a game',
  input: z.strictObject({ from: decadesQuestion.shape.from, states: decadesQuestion.shape.states, format: formatOf('md', 'html') }),
  answer: z
    .object({
      year: z.int(),
      sheets: z.array(
        z.looseObject({
          state: z.string(),
          name: z.string(),
          owes: z.array(duty),
          owed: z.array(duty),
          redLines: z.array(z.string()),
          rivals: z.array(z.string()),
          exits: z.array(z.string()),
        }),
      ),
    })
    .meta({ id: 'RoleSheets' }),
  files: ['md', 'html'],
  apart: true,
  run: async ({ from, states }, { workspace, today }) => {
    const [{ prepareDecades }, { roleSheets, sheetMarkdown, sheetsHtml }] = await Promise.all([
      import('../decades/decades.ts'),
      import('../../core/explore/decades/role-sheets.ts'),
    ]);
    const question = decadesQuestion.parse({ years: 1, worlds: 1, ...(from !== undefined && { from }) });
    const { start } = await prepareDecades(question, { workspace, today: today() });
    const sheets = roleSheets(
      start,
      states?.map((one) => one.toUpperCase()),
    );
    return {
      value: { year: start.year, sheets },
      name: 'role-sheets',
      files: {
        md: (file) => writeFile(file, sheets.map((sheet) => sheetMarkdown(sheet, start.year)).join('\n---\n\n')),
        html: (file) => writeFile(file, sheetsHtml(sheets, start.year)),
      },
    };
  },
});
