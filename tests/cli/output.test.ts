import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { foedus, temporaryFolder } from './harness.ts';

const MATRIX = ['matrix', '--date', '1914-07-28', '--target', 'BEL', '--quiet'];

describe('-o FILE', () => {
  it('picks the format by the ending', async () => {
    const cwd = temporaryFolder();
    for (const ending of ['json', 'csv', 'txt']) expect(await foedus([...MATRIX, '-o', `out.${ending}`], { cwd })).toEqual({ exit: 0, out: '', err: '' });
    expect(JSON.parse(readFileSync(path.join(cwd, 'out.json'), 'utf8')).date).toBe('1914-07-28');
    expect(readFileSync(path.join(cwd, 'out.csv'), 'utf8')).toMatch(/^attacker,target,action,toward,treaty,article,states\n/);
    expect(readFileSync(path.join(cwd, 'out.txt'), 'utf8')).toMatch(/^attacker +target +action/);
  });

  it('replaces the whole file and leaves no draft behind', async () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, 'out.csv'), 'x'.repeat(1_000_000));
    await foedus([...MATRIX, '-o', 'out.csv'], { cwd });
    expect(readFileSync(path.join(cwd, 'out.csv'), 'utf8')).not.toContain('xxx');
    expect(readdirSync(cwd)).toEqual(['out.csv']);
  });

  it('prints JSON beside the file where --json asks for it', async () => {
    const cwd = temporaryFolder();
    const { out } = await foedus([...MATRIX, '-o', 'out.csv', '--json'], { cwd });
    expect(JSON.parse(out).date).toBe('1914-07-28');
  });

  it('says on standard error what it wrote, unless --quiet', async () => {
    const cwd = temporaryFolder();
    expect((await foedus(['codes', 'FRA', '-o', 'out.json'], { cwd })).err).toBe('Wrote out.json.\n');
    expect((await foedus(['codes', 'FRA', '-o', 'out.json', '--quiet'], { cwd })).err).toBe('');
  });

  it.each([
    ['out.xyz', 'foedus: out.xyz: nothing is written as .xyz; use .json, .txt, .csv.\n'],
    ['out', 'foedus: out: has no ending; use .json, .txt, .csv.\n'],
    ['none/out.csv', 'foedus: none/out.csv: cannot be written, its folder does not exist.\n'],
    ['folder.csv', 'foedus: folder.csv: is a directory; name a file.\n'],
    ['out.constructor', 'foedus: out.constructor: nothing is written as .constructor; use .json, .txt, .csv.\n'],
  ])('%s is refused in one line and nothing is written', async (file, line) => {
    const cwd = temporaryFolder();
    mkdirSync(path.join(cwd, 'folder.csv'));
    expect(await foedus([...MATRIX, '-o', file], { cwd })).toEqual({ exit: 2, out: '', err: line });
    expect(readdirSync(cwd)).toEqual(['folder.csv']);
  });

  it('a folder one may not write to is refused and the old file stands', async () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, 'out.csv'), 'old');
    chmodSync(cwd, 0o555);
    const { exit } = await foedus([...MATRIX, '-o', 'out.csv'], { cwd });
    chmodSync(cwd, 0o755);
    // Root writes wherever it likes.
    const mayWrite = process.getuid?.() === 0;
    expect(exit).toBe(mayWrite ? 0 : 2);
    expect(readFileSync(path.join(cwd, 'out.csv'), 'utf8') === 'old').toBe(!mayWrite);
    expect(existsSync(path.join(cwd, `out.csv.${process.pid}.tmp`))).toBe(false);
  });
});
