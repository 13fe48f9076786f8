import * as z from 'zod';
import { isRealDate } from '../../core/states/dates.ts';
import { CODE_SYSTEMS } from '../../core/states/types.ts';

/** The shape of `study.yaml`. Older ones are read, newer ones are refused. */
export const STUDY_FORMAT = 1;

/** What a study may ask: verbs that answer and change nothing. */
export const STUDY_VERBS = [
  'trigger',
  'matrix',
  'calendar',
  'conflicts',
  'history',
  'lint',
  'diff',
  'render',
  'catalog',
  'assess',
  'compare',
  'sensitivity',
  'design',
  'decades',
  'burden',
  'review',
  'model',
  'fit',
  'validate',
  'panel',
  'measure',
  'similarity',
  'network',
  'codes',
] as const;
export type StudyVerb = (typeof STUDY_VERBS)[number];

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256: 64 hexadecimal digits');

/** A file name without folders, in which nothing leads elsewhere. */
const plainFile = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9][\w.-]*\.[A-Za-z0-9]+$/, 'is no plain file name with an ending, such as network.graphml');

const word = z.string().min(1).max(2000);
const flag = z.union([word, z.number(), z.boolean(), z.array(z.union([word, z.number()])).max(500)]);

const step = z.strictObject({
  verb: z.enum(STUDY_VERBS).describe('A verb of the command line'),
  arguments: z.array(word).max(100).exactOptional().describe('Its words, such as the id of a treaty, or the file of one that the study holds'),
  flags: z
    .record(z.string().regex(/^[a-z][a-z0-9-]*$/, 'is no flag; leave its dashes out'), flag)
    .exactOptional()
    .describe('Its flags without dashes; a switch is true, one that may be repeated takes a list'),
  write: plainFile.exactOptional().describe('File of the result, in the format of its ending; JSON when left out'),
  sha256: sha256.exactOptional().describe('Hash of the result when the study was sealed'),
});

const held = z.strictObject({
  file: plainFile.describe('Name under which verbs find it'),
  sha256: sha256.exactOptional().describe('Hash of the text'),
  text: z.string().max(1_048_576),
});

const data = z.strictObject({ source: z.string(), version: z.string(), sha256: sha256.describe('Hash over the hashes of its tables') });

/** An address of the workbench: a path of its own, never another place. */
export const viewAddress = z
  .string()
  .max(8000)
  .regex(/^\/(?![/\\])[^\s\\#]*$/, 'is no address of the workbench; write it from its slash, such as /fight?date=1914-07-28')
  .refine((view) => !/[?&]token=/.test(view), 'holds a token, which is nobody else’s');

export const studySchema = z
  .strictObject({
    format: z.literal(STUDY_FORMAT).describe('Version of this shape'),
    title: z.string().min(1).max(300),
    notes: z.string().max(20_000).exactOptional(),
    date: z.string().refine(isRealDate, 'is no date; write it as YYYY-MM-DD').describe('The day it was made; what verbs take for today'),
    view: viewAddress.exactOptional().describe('Address of the page that shows it, from its slash'),
    settings: z
      .strictObject({ rules: z.record(z.string(), z.unknown()).exactOptional(), codes: z.enum(CODE_SYSTEMS).exactOptional() })
      .exactOptional()
      .describe('As in foedus.config.yaml'),
    seed: z.int().min(0).max(999_999_999).exactOptional().describe('Of every verb that draws and names none'),
    foedus: z.string().max(40).exactOptional().describe('Version of the program that sealed it'),
    catalog: z.string().max(40).exactOptional().describe('Version of the catalog it rests on'),
    data: z.array(data).max(200).exactOptional().describe('Sources of the store it rests on'),
    treaties: z.array(held).max(50).exactOptional().describe('Treaties that are not of the catalog, in full'),
    files: z.array(held).max(50).exactOptional().describe('Other files that verbs read, in full: the data of a fit, the numbers of a model'),
    verbs: z.array(step).max(100),
  })
  .meta({ id: 'Study', title: 'Foedus study', description: 'What people share and archive: questions, treaties, settings, seeds, and what they rested on' });

export type Study = Readonly<z.output<typeof studySchema>>;
export type StudyStep = Study['verbs'][number];
