import { writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { SEVERITIES } from '../../core/diagnostics.ts';
import { formatJson } from '../../core/lint/formatters/json.ts';
import { formatSarif } from '../../core/lint/formatters/sarif.ts';
import { draftOf } from '../../core/treaty/draft-reference.ts';
import { treatyText } from '../../core/treaty/write.ts';
import { dayOf } from '../dates.ts';
import { diffNamed } from '../diff.ts';
import { openDrafts } from '../drafts/drafts.ts';
import { explainRules } from '../explain-rules.ts';
import { lintFiles } from '../lint.ts';
import { renderTreaty } from '../render.ts';
import { UserError } from '../user-error.ts';
import { VERSION } from '../version.ts';
import { defineVerb, formatOf, type VerbPlace } from './define.ts';
import { date, treaty } from './parts.ts';
import { treatyAsked } from './treaties.ts';

const place = { file: z.string(), line: z.int(), column: z.int(), endLine: z.int(), endColumn: z.int() };

export const lint = defineVerb({
  name: 'lint',
  summary: 'What makes treaties fail: vague triggers, open-ended obligations, no exit, purposes nobody can measure',
  input: z.strictObject({
    text: z.string().max(1_048_576).exactOptional().describe('The text of a treaty file'),
    treaty: treaty.exactOptional().describe('In its place, a treaty by its name'),
    againstCatalog: z.boolean().exactOptional().describe("Hold it against the catalog's treaties too"),
    date: date.describe('The day on which rules across treaties are judged'),
    format: formatOf('sarif'),
  }),
  answer: z
    .object({
      version: z.literal(1),
      findings: z.array(
        z.object({
          rule: z.string(),
          severity: z.enum(SEVERITIES),
          message: z.string(),
          ...place,
          clause: z.string().nullable(),
          path: z.array(z.union([z.string(), z.number()])),
          related: z.array(z.object({ ...place, message: z.string() })).exactOptional(),
          fix: z.object({ title: z.string(), edits: z.array(z.object({ ...place, text: z.string() })) }).exactOptional(),
        }),
      ),
      counts: z.record(z.string(), z.int()),
    })
    .meta({ id: 'Findings' }),
  files: ['sarif'],
  apart: true,
  run: async ({ text, treaty: name, againstCatalog = false, date: day }, at) => {
    if ((text === undefined) === (name === undefined)) throw new UserError('give text, or treaty: one of the two.');
    const source = name === undefined ? { file: 'treaty.yaml', text: text ?? '' } : await textOf(name, at);
    const report = lintFiles([source], { world: at.world(), config: {}, againstCatalog, ...(day !== undefined && { date: dayOf(day, 'date') }) });
    const { diagnostics, suppressed, texts } = report;
    return {
      value: formatJson(diagnostics, texts),
      name: source.file.replace(/\.yaml$/, ''),
      files: { sarif: (file) => writeFile(file, JSON.stringify(formatSarif(diagnostics, texts, { version: VERSION, suppressed }), null, 2)) },
    };
  },
});

/** The text of a treaty: a draft's as it is written, of others as a file that holds them. */
async function textOf(name: string, at: VerbPlace): Promise<{ readonly file: string; readonly text: string }> {
  const wanted = draftOf(name);
  const draft = wanted === undefined ? undefined : openDrafts(at.workspace).get(wanted);
  if (draft !== undefined) return { file: `${draft.name}.yaml`, text: draft.text };
  const found = (await treatyAsked(name, at)).treaty;
  return { file: `${found.id}.yaml`, text: treatyText(found) };
}

export const rules = defineVerb({
  name: 'rules',
  summary: 'The rules of lint, with their reasons and sources',
  input: z.strictObject({ rules: z.array(z.string().max(100)).max(100).exactOptional().describe('Ids; all when left out') }),
  answer: z
    .object({ rules: z.array(z.looseObject({ id: z.string(), severity: z.string(), summary: z.string(), rationale: z.string(), source: z.string() })) })
    .meta({ id: 'Rules' }),
  run: ({ rules: ids = [] }) => ({ value: { rules: explainRules(ids) } }),
});

export const diff = defineVerb({
  name: 'diff',
  summary: 'What differs between two treaties, or one treaty on two days, clause by clause and in words',
  input: z.strictObject({ before: treaty, after: treaty, format: formatOf('md') }),
  answer: z
    .object({
      before: z.string(),
      after: z.string(),
      changes: z.array(
        z.object({
          kind: z.enum(['added', 'removed', 'changed']),
          clause: z.string(),
          path: z.array(z.union([z.string(), z.number()])),
          before: z.unknown().exactOptional(),
          after: z.unknown().exactOptional(),
          sentence: z.string(),
        }),
      ),
    })
    .meta({ id: 'Difference' }),
  files: ['md'],
  run: async ({ before, after }, at) => {
    const changes = diffNamed(at.catalog(), await treatyAsked(before, at), await treatyAsked(after, at));
    return {
      value: { before, after, changes },
      name: 'diff',
      files: { md: (file) => writeFile(file, changes.map(({ kind, sentence }) => `- **${kind}** ${sentence}\n`).join('')) },
    };
  },
});

export const render = defineVerb({
  name: 'render',
  summary: 'A treaty as text to read',
  input: z.strictObject({ treaty, format: formatOf('md', 'html') }),
  answer: z.object({ treaty: z.string(), date: z.string().nullable(), text: z.string().describe('Markdown') }).meta({ id: 'Rendered' }),
  files: ['md', 'html'],
  run: async ({ treaty: name }, at) => {
    const named = await treatyAsked(name, at);
    const as = (format: 'md' | 'html') => (file: string) => writeFile(file, renderTreaty(at.catalog(), named, format));
    return {
      value: { treaty: named.treaty.id, date: named.date ?? null, text: renderTreaty(at.catalog(), named, 'md') },
      name: named.treaty.id,
      files: { md: as('md'), html: as('html') },
    };
  },
});
