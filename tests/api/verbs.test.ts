import * as z from 'zod';
import { describe, expect, it } from 'vitest';
import { openapi } from '../../src/api/openapi.ts';
import { resources } from '../../src/api/resources/index.ts';
import { STUDY_VERBS } from '../../src/app/studies/schema.ts';
import { verbs } from '../../src/app/verbs/index.ts';
import { commands } from '../../src/cli/registry.ts';

/** One list of verbs, met at every door. */

/** What the API answers by resources of its own: pages of lists, texts with revisions. */
const RESOURCES = ['catalog', 'drafts', 'studies', 'save-draft', 'save-study'];

/** Verbs of the command line that work on files, terminals or the network: a program has no use for them, or must not. */
const OF_THE_TERMINAL = ['init', 'fmt', 'data', 'report', 'run', 'serve', 'mcp', 'completion', 'sweep', 'worker'];

describe('every verb', () => {
  it('of programs is a resource of the API', () => {
    const summaries = new Set(resources.map(({ summary }) => summary));
    expect(verbs.filter(({ name, summary }) => !RESOURCES.includes(name) && !summaries.has(summary)).map(({ name }) => name)).toEqual([]);
  });

  it('of the command line that answers is a verb of programs', () => {
    const names = verbs.map(({ name }) => name);
    expect(commands.map(({ name }) => name).filter((name) => !names.includes(name) && !OF_THE_TERMINAL.includes(name))).toEqual([]);
  });

  it('of a study is one of the command line', () => {
    const names = commands.map(({ name }) => name);
    expect(STUDY_VERBS.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('takes only what its schema names', () => {
    for (const { name, input } of verbs) expect(input.safeParse({ nothingOfThatName: 1 }).success, name).toBe(false);
  });

  it('changes the workspace only where it says so', () => {
    expect(verbs.filter(({ writes }) => writes).map(({ name }) => name)).toEqual(['save-draft', 'save-study']);
  });
});

describe('the OpenAPI document', () => {
  const document = openapi(resources);
  const text = JSON.stringify(document);

  it('names every operation once', () => {
    const ids = resources.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refers to nothing that it lacks', () => {
    const { schemas, responses } = z
      .object({ components: z.object({ schemas: z.record(z.string(), z.unknown()), responses: z.record(z.string(), z.unknown()) }) })
      .parse(document).components;
    const known = [...Object.keys(schemas).map((id) => `#/components/schemas/${id}`), ...Object.keys(responses).map((id) => `#/components/responses/${id}`)];
    const named = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref);
    expect(named.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((ref) => !known.includes(ref))).toEqual([]);
  });

  it('is the same whenever it is made', () => {
    expect(JSON.stringify(openapi(resources))).toBe(text);
  });
});
