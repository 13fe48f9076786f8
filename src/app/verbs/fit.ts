import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { MODELS } from '../../core/estimate/request.ts';
import { parametersSchema } from '../../core/facts/parameters.ts';
import { defineVerb, formatOf } from './define.ts';
import { notes, seed, word } from './parts.ts';

const formula = z.string().min(1).max(2000);
const number = z.number().nullable();
const draws = z.int().min(0).max(10_000);

export const fit = defineVerb({
  name: 'fit',
  summary: 'Estimate a strategic game, a logit, a probit or a hazard from data of your own',
  description:
    'A formula is written as for the R package games: outcome ~ one part for each equation, set apart by bars. Rows that lack a value used are dropped and counted.',
  input: z.strictObject({
    formula,
    model: z.enum(MODELS),
    data: z.string().max(4_000_000).describe('The rows as CSV, its first line the names of the columns'),
    link: z.enum(['probit', 'logit', 'cloglog']).exactOptional(),
    type: z.enum(['agent', 'private']).exactOptional().describe('Of a game: errors on actions or on payoffs'),
    fixedUtilities: z.array(z.number()).max(50).exactOptional(),
    scaleFormula: formula.exactOptional(),
    scaleByPlayer: z.boolean().exactOptional(),
    maxOffer: z.number().exactOptional(),
    s1: z.number().exactOptional(),
    s2: z.number().exactOptional(),
    outcome: z.enum(['both', 'offer']).exactOptional(),
    subset: z.string().max(2000).exactOptional().describe('Only rows that meet it, such as year >= 1850'),
    levels: z
      .record(z.string().max(200), z.array(z.string().max(200)).max(500))
      .exactOptional()
      .describe('Levels of columns in an order of your own; under "" those of the outcome'),
    boot: draws.exactOptional().describe('Standard errors from so many draws of the rows'),
    cluster: word.exactOptional().describe('With boot: draw whole groups of rows, by this column'),
    seed: seed.default(1),
    profiles: z.array(word).max(100).default([]).describe('Coefficients whose profile likelihood is wanted'),
    at: z.array(z.string().max(2000)).max(100).default([]).describe('Predictions at values of regressors: x=0:1:5,f=b'),
    against: z
      .strictObject({ formula, model: z.enum(MODELS) })
      .exactOptional()
      .describe('Compare with another model of the same outcome'),
    format: formatOf('tex'),
  }),
  answer: z
    .looseObject({
      model: z.enum(MODELS),
      formula: z.string(),
      n: z.int(),
      logLik: number,
      aic: number,
      converged: z.boolean(),
      coefficients: z.array(z.looseObject({ name: z.string(), estimate: number, se: number })),
      warnings: z.array(z.string()),
    })
    .meta({ id: 'Fit' }),
  files: ['tex'],
  apart: true,
  run: async ({ formula: text, model, data, boot, cluster, seed: first, profiles, at, against, levels, ...rest }) => {
    const [{ fitFile, fitJson }, { latexTable }] = await Promise.all([import('../fit.ts'), import('../../core/estimate/latex.ts')]);
    const { link, type, fixedUtilities, scaleFormula, scaleByPlayer, maxOffer, s1, s2, outcome, subset } = rest;
    const folder = await mkdtemp(path.join(tmpdir(), 'foedus-fit-'));
    try {
      await writeFile(path.join(folder, 'data.csv'), data);
      const answer = await fitFile({
        data: 'data.csv',
        cwd: folder,
        request: {
          model,
          formula: text,
          ...(link !== undefined && { link }),
          ...(type !== undefined && { type }),
          ...(fixedUtilities !== undefined && { fixedUtilities }),
          ...(scaleFormula !== undefined && { scaleFormula }),
          ...(scaleByPlayer !== undefined && { scaleByPlayer }),
          ...(maxOffer !== undefined && { maxOffer }),
          ...(s1 !== undefined && { s1 }),
          ...(s2 !== undefined && { s2 }),
          ...(outcome !== undefined && { outcome }),
          ...(subset !== undefined && { subset }),
          ...(levels !== undefined && { levels: new Map(Object.entries(levels)) }),
        },
        seed: first,
        profiles,
        at,
        ...(boot !== undefined && { boot }),
        ...(cluster !== undefined && { cluster }),
        ...(against !== undefined && { against }),
      });
      return { value: fitJson(answer), name: 'fit', files: { tex: (file) => writeFile(file, latexTable(answer.fit, answer.bootstrap?.se)) } };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
});

const section = z.looseObject({
  id: z.string(),
  title: z.string(),
  method: z.string(),
  facts: z.array(z.looseObject({ id: z.string(), words: z.string(), value: number })),
  tables: z.array(
    z.looseObject({ id: z.string(), title: z.string(), columns: z.array(z.string()), rows: z.array(z.array(z.union([z.number(), z.string(), z.null()]))) }),
  ),
  data: z.array(z.object({ source: z.string(), table: z.string(), version: z.string(), sha256: z.string() })),
  notes,
});

const drawing = { draws: draws.default(200).describe('Of the rows, for standard errors'), seed: seed.default(1) };

export const record = defineVerb({
  name: 'record',
  summary: 'What two centuries of alliances and disputes in the store say, beside what publications say',
  description: 'As foedus fit --report. Takes minutes: ask for a job.',
  input: z.strictObject({ sections: z.array(word).max(50).exactOptional().describe('Parts by their ids; all when left out'), ...drawing }),
  answer: z.object({ sections: z.array(section) }).meta({ id: 'Record' }),
  apart: true,
  run: async ({ sections = [], ...drawn }, { workspace, onProgress }) => {
    const { reportOf } = await import('../estimation/report.ts');
    return { value: { sections: await reportOf(sections, { folder: workspace, ...drawn, ...(onProgress !== undefined && { onProgress }) }) } };
  },
});

export const validate = defineVerb({
  name: 'validate',
  summary: 'How well the models predict what they were not fitted to: onset, initiation, joining, exit, spending',
  description: 'As foedus validate. Takes minutes: ask for a job.',
  input: z.strictObject({
    sections: z.array(word).max(50).exactOptional().describe('Questions by their names; all when left out'),
    ...drawing,
    format: formatOf('svg'),
  }),
  answer: z.object({ sections: z.array(section) }).meta({ id: 'Validation' }),
  files: ['svg'],
  apart: true,
  run: async ({ sections = [], draws: boot, seed: first }, { workspace, onProgress }) => {
    const [{ validate: validated }, { validationSvg }] = await Promise.all([
      import('../estimation/validation/index.ts'),
      import('../estimation/validation/figures.ts'),
    ]);
    const found = await validated(sections, { folder: workspace, draws: boot, seed: first, ...(onProgress !== undefined && { onProgress }) });
    return { value: { sections: found }, name: 'validation', files: { svg: (file) => writeFile(file, validationSvg(found, 'scores')) } };
  },
});

export const estimate = defineVerb({
  name: 'estimate',
  summary: 'A set of parameters that the models run on, estimated anew from the record in the store',
  description: 'As foedus fit --parameters. Takes minutes: ask for a job.',
  input: z.strictObject({ set: word.describe('Such as exit or spending'), ...drawing }),
  answer: parametersSchema,
  apart: true,
  run: async ({ set, ...drawn }, { workspace, onProgress }) => {
    const { parametersFrom } = await import('../estimation/report.ts');
    return { value: await parametersFrom(set, { folder: workspace, ...drawn, ...(onProgress !== undefined && { onProgress }) }) };
  },
});
