import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { describeWithStore } from '../support/store.ts';
import { foedus, temporaryFolder } from './harness.ts';

describe('foedus panel, wrongly asked', () => {
  const first = async (...argv: string[]): Promise<string> => (await foedus(['panel', ...argv], { cwd: temporaryFolder() })).err.split('\n')[0] ?? '';

  it.each([
    [['dyadyear'], "foedus: 'dyadyear' is no unit of a panel. Did you mean dyad-year?"],
    [['state-year', '--add', 'nmcc', '--workspace', 'w'], "foedus: --add: 'nmcc' is nothing a panel can take. Did you mean nmc?"],
    [['state-year', '--add', 'leeds-anac', '--workspace', 'w'], 'foedus: --add: leeds-anac attaches to no panel: it holds rows by case.'],
    [
      ['k-ad-year', '--add', 'gml,peace-years', '--workspace', 'w'],
      'foedus: --add: peace-years is counted along the years of a state or pair; rows of k-ad-year do not follow each other.',
    ],
    [['state-year', '--years', '1950-1940', '--workspace', 'w'], 'foedus: --years: 1950-1940 runs backward; write the earlier year first.'],
    [['state-year', '--states', 'Rusia', '--workspace', 'w'], "foedus: --states: no state goes by 'Rusia'. Did you mean RUS (Russia)?"],
    [['state-year', '--head', 'x', '--workspace', 'w'], "foedus: --head: 'x' is no whole number of up to nine digits."],
  ])('%j', async (argv, message) => {
    expect(await first(...argv)).toBe(message);
  });

  it('says how to get a source that is not in the store', async () => {
    const { exit, err } = await foedus(['panel', 'state-year', '--workspace', 'w'], { cwd: temporaryFolder() });
    expect(exit).toBe(2);
    expect(err).toContain("Get it with 'foedus data pull cow-states', or 'foedus data import --from DIR' where the files are at hand.");
  });
});

describeWithStore('foedus panel', ['cow-states', 'gw-states', 'atop', 'nmc', 'gml', 'majors'], (workspace) => {
  const panel = (...argv: string[]) => foedus(['panel', ...argv, '--workspace', workspace], { cwd: temporaryFolder() });

  it('prints rows, columns, audit and seconds, and what more there is', async () => {
    const { out, exit } = await panel('directed-dyad-year', '--years', '1914', '--add', 'atop,nmc', '--json');
    const value = JSON.parse(out);
    expect(exit).toBe(0);
    expect(value).toMatchObject({ rows: 1980, unit: 'directed-dyad-year', system: 'cow', years: { first: 1914, last: 1914 } });
    expect(value.columns.slice(0, 4)).toEqual(['ccode1', 'ccode2', 'year', 'atop_defense']);
    expect(value.audit.map(({ source }: { source: string }) => source)).toEqual(['cow-states', 'atop', 'nmc']);
    expect(value.seconds).toBeGreaterThan(0);
    expect(value.versions).toMatchObject({ atop: '5.1', nmc: '7.0' });
  });

  it('says in words what became of the rows of a year', async () => {
    const { out } = await panel('directed-dyad-year', '--years', '1914', '--add', 'atop', '--audit', '1914');
    expect(out).toMatch(/^directed-dyad-year, Correlates of War, 1914-1914: 1,980 rows, 8 columns/);
    expect(out).toMatch(/atop +atop_defense +25 +2 +0\n/);
    expect(out).toContain('ccode1 341, ccode2 345, year 1914, atop_defense 1');
  });

  it('prints the first rows', async () => {
    const { out } = await panel('state-year', '--years', '1990', '--states', 'USA,GBR', '--add', 'majors', '--head', '2');
    expect(out).toMatch(/ccode +year +cowmaj\n +2 +1990 +1\n +200 +1990 +1\n$/);
  });

  it('turns codes of the year: in 1990 two of COW are one of Gleditsch and Ward, and the audit says so', async () => {
    const { out } = await panel(
      'state-year',
      '--system',
      'gw',
      '--years',
      '1990',
      '--states',
      'DEU,YEM',
      '--add',
      'nmc',
      '--json',
      '--audit',
      '1990',
      '--head',
      '9',
    );
    const { audit, head } = JSON.parse(out);
    expect(head.map(({ gwcode }: { gwcode: number }) => gwcode)).toEqual([260, 678]);
    const duplicated = audit[1].reasons.find(({ reason }: { reason: string }) => reason === 'duplicated');
    expect(duplicated.sample).toEqual([
      { ccode: 260, year: 1990 },
      { ccode: 678, year: 1990 },
    ]);
  });

  it.each(['csv', 'json', 'dta', 'parquet'])('writes .%s', async (ending) => {
    const cwd = temporaryFolder();
    const { err, exit } = await foedus(
      ['panel', 'state-year', '--years', '1990-1991', '--add', 'nmc', '-o', `p.${ending}`, '--workspace', workspace, '--json'],
      { cwd },
    );
    expect([exit, err]).toEqual([0, `Wrote p.${ending}.\n`]);
    const bytes = readFileSync(path.join(cwd, `p.${ending}`));
    const start = { csv: 'ccode,year,milex', json: '[\n{"ccode":2,"year":1990,', dta: '<stata_dta><header><release>118', parquet: 'PAR1' }[ending];
    expect(bytes.toString('latin1').startsWith(start ?? '?')).toBe(true);
  });
});
