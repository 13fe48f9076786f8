import { describe, expect, it } from 'vitest';
import { importsOf, sourcesUnder, type Import } from './sources.ts';

/** Folders of ours that a folder may import, beside itself. */
const MAY_IMPORT: readonly (readonly [folder: string, allowed: readonly string[]])[] = [
  ['src/core/text', []],
  ['src/core/states', ['src/core/text']],
  ['src/core/table', []],
  ['src/core/math', []],
  ['src/core/facts', ['src/core/states', 'src/core/treaty']],
  ['src/core/models', ['src/core/math', 'src/core/text', 'src/core/states', 'src/core/treaty', 'src/core/law', 'src/core/measures']],
  [
    'src/core/assess',
    ['src/core/text', 'src/core/math', 'src/core/states', 'src/core/treaty', 'src/core/law', 'src/core/facts', 'src/core/measures', 'src/core/models'],
  ],
  ['src/core/estimate', ['src/core/math', 'src/core/table', 'src/core/models']],
  ['src/core/stages', ['src/core/math', 'src/core/table', 'src/core/casus', 'src/core/record', 'src/core/estimate', 'src/core/models']],
  ['src/core/measures', ['src/core/math', 'src/core/states', 'src/core/table']],
  ['src/core/synthetic', ['src/core/math', 'src/core/states', 'src/core/table']],
  ['src/core/formats', ['src/core/states', 'src/core/table', 'src/core/text']],
  ['src/core/treaty', ['src/core/text', 'src/core/states', 'src/core/diagnostics.ts']],
  ['src/core/law', ['src/core/text', 'src/core/states', 'src/core/treaty']],
  ['src/core/atop', ['src/core/text', 'src/core/states', 'src/core/treaty', 'src/core/table']],
  ['src/core/casus', ['src/core/states', 'src/core/treaty', 'src/core/law', 'src/core/table', 'src/core/atop']],
  ['src/core/lint', ['src/core/text', 'src/core/states', 'src/core/treaty', 'src/core/law', 'src/core/formats', 'src/core/diagnostics.ts']],
  ['src/core', []],
  ['src/charts', ['src/core']],
  ['src/explain', ['src/core', 'src/charts']],
  ['src/report', ['src/core', 'src/charts', 'src/explain']],
  ['src/data', ['src/core']],
  ['src/jobs', ['src/core']],
  ['src/app', ['src/core', 'src/data', 'src/jobs', 'src/charts', 'src/explain', 'src/report']],
  ['src/api', ['src/app', 'src/core']],
  ['src/mcp', ['src/app', 'src/core', 'src/api/work']],
  ['src/cli', ['src/app', 'src/core', 'src/api/serve.ts', 'src/mcp/serve.ts']],
  ['src/web', ['src/core', 'src/charts', 'src/explain', 'src/api/types.ts']],
];

/** npm packages that a folder may import. Node's own modules are `node:`. */
const MAY_USE: readonly (readonly [folder: string, allowed: RegExp])[] = [
  ['src/core', /^(zod|yaml|pure-rand\/.+)$/],
  ['src/charts', /^$/],
  ['src/explain', /^$/],
  ['src/report', /^$/],
  ['src/data', /^(node:.+|zod|@duckdb\/node-(api|bindings)|yauzl|read-excel-file\/node)$/],
  ['src/jobs', /^(node:.+|piscina|bullmq|ioredis)$/],
  ['src/app', /^(node:.+|zod|yaml)$/],
  ['src/api', /^(node:.+|hono(\/.+)?|@hono\/node-server(\/.+)?|zod)$/],
  ['src/mcp', /^(node:.+|zod|@modelcontextprotocol\/server(\/.+)?)$/],
  ['src/cli', /^(node:.+|commander)$/],
  [
    'src/web',
    /^(react(-dom)?(\/.+)?|@tanstack\/react-(router|query)|@fontsource-variable\/.+|@codemirror\/.+|@lezer\/highlight|d3-(geo|force)|topojson-client|topojson-specification|geojson|sigma|graphology.*|zod|yaml|vite\/client|virtual:.+)$/,
  ],
];

const isOwn = (target: string): boolean => target.startsWith('src/');
const under = (target: string, folder: string): boolean => target === folder || target.startsWith(`${folder}/`);
const shown = (imports: readonly Import[]): string[] => imports.map(({ from, to }) => `${from} imports ${to}`);

describe('who may import whom', () => {
  it.each(MAY_IMPORT)('%s imports %j of ours, and itself', (folder, allowed) => {
    const imports = sourcesUnder(folder).flatMap(importsOf);
    const wrong = imports.filter(({ to }) => isOwn(to) && !under(to, folder) && !allowed.some((one) => under(to, one)));
    expect(shown(wrong)).toEqual([]);
  });

  it.each(MAY_USE)('%s uses packages that match %s', (folder, allowed) => {
    const files = sourcesUnder(folder);
    expect(files.length).toBeGreaterThan(0);
    const wrong = files.flatMap(importsOf).filter(({ to }) => !isOwn(to) && !to.startsWith('.') && !allowed.test(to));
    expect(shown(wrong)).toEqual([]);
  });

  it('a lint rule never imports a rule', () => {
    const rules = sourcesUnder('src/core/lint/rules');
    const wrong = rules
      .flatMap(importsOf)
      .filter(({ from, to }) => under(to, 'src/core/lint/rules') && to !== from && !/\/(shared|[a-z-]+\/shared)\//.test(to));
    expect(shown(wrong)).toEqual([]);
  });

  it('only the commands import the server, and only when they run', () => {
    const wrong = sourcesUnder('src/cli')
      .flatMap(importsOf)
      .filter(({ from, to }) => under(to, 'src/api') && from !== 'src/cli/commands/serve.ts');
    expect(shown(wrong)).toEqual([]);
  });
});

describe('core is pure', () => {
  const files = sourcesUnder('src/core');

  it('imports nothing of Node', () => {
    expect(shown(files.flatMap(importsOf).filter(({ to }) => to.startsWith('node:')))).toEqual([]);
  });

  it('imports zod whole, so that a page carries what it uses', () => {
    expect(shown(files.flatMap(importsOf).filter(({ to }) => to.startsWith('zod/')))).toEqual([]);
  });
});

describe('a command imports what it needs when it runs', () => {
  /** Lists of words alone, from which flags take their choices. */
  const vocabularies = ['src/core/states/types.ts', 'src/core/treaty/vocabulary.ts', 'src/core/law/types.ts'];

  it('commands name app and core in import() alone, types and vocabularies aside', () => {
    const files = sourcesUnder('src/cli/commands');
    const wrong = files.flatMap(staticImportsOf).filter(({ to, isType }) => !isType && isOwn(to) && !under(to, 'src/cli') && !vocabularies.includes(to));
    expect(shown(wrong)).toEqual([]);
  });

  it.each(vocabularies)('%s loads nothing', (file) => {
    expect(shown(importsOf(file).filter(({ isType }) => !isType))).toEqual([]);
  });

  it('a question to the law loads no schema', () => {
    expect([...loadedBy('src/app/trigger.ts')].filter((name) => /^(zod|yaml)$/.test(name))).toEqual([]);
  });
});

/** A file and all it loads with it, packages by their names. */
function loadedBy(file: string, loaded = new Set<string>()): ReadonlySet<string> {
  loaded.add(file);
  for (const { to, isType } of isOwn(file) ? staticImportsOf(file) : []) if (!isType && !loaded.has(to)) loadedBy(to, loaded);
  return loaded;
}

/** Imports that are followed as soon as the file is loaded. */
function staticImportsOf(file: string): Import[] {
  return importsOf(file).filter(({ isDynamic }) => !isDynamic);
}
