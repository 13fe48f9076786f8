import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foedus } from './harness.ts';
import { madeUpStore } from './made-up-store.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await madeUpStore();
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const similarity = async (...argv: readonly string[]) => foedus(['similarity', '--workspace', 'world', ...argv], { cwd });

describe('foedus similarity', () => {
  it('prints every pair once, the lower number first, with what is undefined null', async () => {
    const { exit, out, err } = await similarity('--year', '1825', '--codes', 'cow', '--json');
    expect(exit).toBe(0);
    const { rows, method, versions, notes } = JSON.parse(out);
    expect(rows.map(({ ccode1, ccode2 }: Record<string, number>) => [ccode1, ccode2])).toEqual(
      [901, 902, 903, 904, 905].flatMap((a, i, all) => all.slice(i + 1).map((b) => [a, b])),
    );
    expect(Object.keys(rows[0])).toEqual(['ccode1', 'ccode2', 'year', 's', 's_weighted', 'tau_b', 'kappa', 'pi']);
    // Alfa 3 3 0 0 0, Bravo 3 3 3 0 0.
    expect(rows[0]).toMatchObject({
      s: expect.closeTo(1 - 6 / 15, 12),
      s_weighted: expect.closeTo(1 - (2 * 0.3 * 3) / (3 * 0.6), 12),
      tau_b: expect.closeTo(2 / 3, 12),
    });
    expect(Object.keys(method)).toContain('coding');
    expect(versions).toMatchObject({ atop: '5.1', nmc: '7.0' });
    expect(notes.join('\n')).toContain('CINC is missing in 2 of 5 state-years, which weigh 0.');
    expect(err).toMatch(/^10 pairs of states: read in .* s, five measures computed in .* s\.\n$/);
  });

  it('keeps the members of the last date in later years, and says so', async () => {
    const { out } = await similarity('--years', '1847-1850', '--state', 'Alfa', '--with', 'DEL', '--json');
    const { rows, notes } = JSON.parse(out);
    expect(rows.map(({ year }: Record<string, number>) => year)).toEqual([1847, 1848, 1849, 1850]);
    expect(notes.join('\n')).toContain('The list of states ends on its last date in 1848; its members then stay members in later years.');
  });

  it('shows two states by year, one by likeness, all at both ends', async () => {
    expect((await similarity('--years', '1819-1820', '--state', '901', '--with', '902')).out).toMatch(
      /^year +state 1 +state 2 +s .*\n1819 +901 Alfa +902 Bravo +0\.2000 .*\n1820 +901 Alfa +902 Bravo +0\.6000 /,
    );
    expect((await similarity('--year', '1825', '--state', '903')).out).toMatch(/^by kappa\nyear .*\n1825 +\d+ [\w ]+ +903 Charlie & Co /);
    expect((await similarity('--years', '1820-1829')).out).toMatch(/^the most and the least alike of 100 pairs, by kappa; all of them with -o FILE\n/);
  });

  it('writes CSV, Parquet, Stata and JSON', async () => {
    for (const ending of ['csv', 'parquet', 'dta', 'json']) {
      await expect(similarity('--years', '1816-1850', '--codes', 'iso3', '-o', `s.${ending}`)).resolves.toMatchObject({ exit: 0, out: '' });
    }
    const lines = readFileSync(path.join(cwd, 's.csv'), 'utf8').trim().split('\n');
    expect(lines[0]).toBe('ccode1,ccode2,year,s,s_weighted,tau_b,kappa,pi,iso3c1,iso3c2');
    // Five states to 1830, four after.
    expect(lines).toHaveLength(1 + 15 * 10 + 20 * 6);
    expect(JSON.parse(readFileSync(path.join(cwd, 's.json'), 'utf8')).rows).toHaveLength(270);
    expect(readFileSync(path.join(cwd, 's.parquet'), 'latin1').slice(0, 4)).toBe('PAR1');
    expect(readFileSync(path.join(cwd, 's.dta'), 'latin1').slice(0, 11)).toBe('<stata_dta>');
  });

  it.each([
    [['--year', '1825', '--years', '1816-1820'], '--year and --years do not go together'],
    [[], 'which years?'],
    [['--year', '1825', '--with', 'ALF'], '--with goes with --state'],
    [['--year', '1825', '--state', 'Zulu'], "no state goes by 'Zulu'"],
    [['--year', '1825', '--state', '7'], '--state: 7 is no state number'],
    [['--year', '1840', '--state', 'Echo'], 'Echo (905) was no member of the system in 1840'],
    [['--year', '1860'], 'cover 1816 to 1850'],
  ])('%j: %s', async (argv, message) => {
    const { exit, err } = await similarity(...argv);
    expect(exit).toBe(2);
    expect(err).toContain(message);
  });
});
