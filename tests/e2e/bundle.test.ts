import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../house/sources.ts';

/** What a page may import, as docs/library/index.md says. */
const FOR_PAGES = ['treaty', 'states', 'lint', 'law', 'model', 'measure', 'explore'];

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'foedus-bundle-'));
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(ROOT, path.join(folder, 'node_modules', 'foedus'), 'junction');
  for (const name of FOR_PAGES) writeFileSync(path.join(folder, `${name}.js`), `import * as all from 'foedus/${name}';\nglobalThis.all = all;\n`);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('bundled for a browser', () => {
  it('no module of Node comes along', async () => {
    const result = await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: { write: false, minify: false, rollupOptions: { input: FOR_PAGES.map((name) => path.join(folder, `${name}.js`)) } },
    });
    const chunks = [result]
      .flat()
      .flatMap((one) => ('output' in one ? one.output : []))
      .filter((one) => one.type === 'chunk');
    const modules = chunks.flatMap(({ moduleIds }) => moduleIds);
    const ours = new Set(modules.filter((id) => id.includes('/dist/')).map((id) => id.slice(id.indexOf('/dist/') + 1)));
    for (const name of ['core/law.js', 'core/treaty.js', 'core/model.js']) expect([...ours]).toContain(`dist/${name}`);
    expect(modules.filter((id) => /^node:|__vite-browser-external|\/dist\/(app|data|cli|api|jobs|mcp)\//.test(id))).toEqual([]);
    const names = new Set(chunks.map(({ fileName }) => fileName));
    expect(chunks.flatMap(({ imports }) => imports).filter((name) => !names.has(name))).toEqual([]);
    expect(chunks.filter(({ code }) => /\b(require\(|from ['"]node:)/.test(code)).map(({ fileName }) => fileName)).toEqual([]);
  });
});
