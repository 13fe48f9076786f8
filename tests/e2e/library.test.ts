import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAsShown } from '../docs/examples.ts';
import { ROOT } from '../house/sources.ts';

let folder = '';

/** Runs a program in a folder where foedus is installed. */
function run(program: string): { readonly stdout: string; readonly stderr: string } {
  writeFileSync(path.join(folder, 'program.mjs'), program);
  const { stdout, stderr } = spawnSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' });
  return { stdout, stderr };
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'foedus-test-'));
  mkdirSync(path.join(folder, 'node_modules'));
  symlinkSync(ROOT, path.join(folder, 'node_modules', 'foedus'), 'junction');
});

afterAll(() => rmSync(folder, { recursive: true }));

const PROGRAMS = ['data/library', 'library/explore', 'library/index', 'library/law', 'library/model', 'library/report'];

describe('every page of the library', () => {
  it.each(PROGRAMS)('docs/%s.md: its program prints what is shown', (name) => {
    const page = readFileSync(path.join(ROOT, `docs/${name}.md`), 'utf8');
    const [, program = ''] = /```js program\.mjs\n([\s\S]*?)```/.exec(page) ?? [];
    const [, shown = ''] = /```text\n([\s\S]*?)\n```/.exec(page) ?? [];
    const { stdout, stderr } = run(program);
    expect(stderr).toBe('');
    if (!isAsShown(shown.split('\n'), stdout)) expect(stdout).toBe(shown);
  });

  it('and every export has one', () => {
    const { exports } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));
    const page = readFileSync(path.join(ROOT, 'docs/library/index.md'), 'utf8');
    const names = Object.keys(exports).filter((name) => name !== './package.json');
    expect(names.filter((name) => !page.includes(`\`foedus/${name.slice(2)}\``))).toEqual([]);
  });

  it('and what they write is there', () => {
    expect(readFileSync(path.join(folder, 'dyads.parquet')).toString('latin1', 0, 4)).toBe('PAR1');
    expect(readFileSync(path.join(folder, 'brief.html'), 'utf8')).toContain('US-Japan Security Treaty');
  });
});

describe('foedus/data', () => {
  it('reads the store, measures, networks, and writes tables', () => {
    const { stdout, stderr } = run(`
      import { bibtex, citationsOf, importMadeUp, listSources, networkOf, networksOf, runMeasure, stateCodes, storeFacts, storeStatus, tableFromRows, UserError, withStore, writeTable } from 'foedus/data';
      await importMadeUp('world', 1);
      const members = await withStore('world', (store) => store.read('cow-states', 'members'));
      const year = { years: [1900, 1900], obligation: 'defense' };
      const { ties } = await networkOf('world', year);
      const { rows } = await networksOf('world', { ...year, years: [1900, 1902] });
      const { rows: [first] } = await runMeasure('banzhaf', { states: [], without: [], weights: [2, 1, 1], quota: 3 }, storeFacts('world'));
      const listed = (await listSources('world', ['nmc']))[0].in_store;
      const { sound } = await storeStatus('world', true);
      const cited = bibtex(await citationsOf('world', ['nmc']));
      for (const ending of ['csv', 'dta', 'json', 'parquet']) await writeTable(tableFromRows({ a: 'int8', b: 'text' }, [{ a: 1, b: '=1+1' }]), 'table.' + ending);
      const refused = await writeTable(members, 'table.xls').catch((error) => error instanceof UserError && error.message);
      const codes = stateCodes(['GBR', '2'], 'cow');
      console.log(JSON.stringify({ members: members.rows, ties: ties.length > 0, rows: rows.length, value: first.value, listed, sound, cited: cited.includes('@'), refused, codes }));
    `);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      members: 24,
      ties: true,
      rows: 3,
      value: 0.6,
      listed: ['synthetic-1'],
      sound: true,
      cited: true,
      refused: 'table.xls: a table is written as .csv, .parquet, .dta or .json.',
      codes: [2, 200],
    });
    expect(readFileSync(path.join(folder, 'table.csv'), 'utf8')).toBe("a,b\n1,'=1+1\n");
    for (const ending of ['dta', 'json', 'parquet']) expect(existsSync(path.join(folder, `table.${ending}`))).toBe(true);
  });

  it('has types', () => {
    expect(existsSync(path.join(ROOT, 'dist', 'app', 'data.d.ts'))).toBe(true);
  });
});
