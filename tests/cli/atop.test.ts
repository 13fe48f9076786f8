import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTreaty } from '../../src/core/treaty/parse.ts';
import { describeWithStore } from '../support/store.ts';
import { foedus, temporaryFolder } from './harness.ts';

describe('an alliance of ATOP without ATOP', () => {
  it.each([
    ['atop:9', /'atop:9' names no alliance of ATOP; write atop:3180/],
    ['atop:', /names no alliance of ATOP/],
    ['atop:3180', /atop: phase is not in the store at .*\n.*foedus data pull atop/],
  ])('%s', async (name, message) => {
    const cwd = temporaryFolder();
    const { exit, err } = await foedus(['render', name, '--workspace', path.join(cwd, '.foedus')], { cwd });
    expect(exit).toBe(2);
    expect(err).toMatch(message);
  });

  it('cannot be mended in place', async () => {
    expect((await foedus(['lint', 'atop:3180', '--fix'])).err).toMatch(/^foedus: --fix: an alliance of ATOP has no file to change/);
  });
});

describe('foedus init --from', () => {
  it('writes what another treaty says under another id', async () => {
    const cwd = temporaryFolder();
    const { exit } = await foedus(['init', 'nato-reform', '--from', 'nato'], { cwd });
    const result = parseTreaty(readFileSync(path.join(cwd, 'nato-reform.yaml'), 'utf8'), 'nato-reform.yaml');
    expect(exit).toBe(0);
    expect(result.ok && result.parsed.treaty).toMatchObject({ id: 'nato-reform', atop: 3180 });
  });

  it('refuses flags that say something else', async () => {
    expect((await foedus(['init', '--from', 'nato', '--kind', 'defense'])).err).toBe(
      'foedus: --kind: does not go with --from, which says it; change the file.\n',
    );
  });

  it('takes the treaty as it stood on a day', async () => {
    const { out } = await foedus(['init', '--from', 'nato@1955-05-06', '--stdout']);
    expect(out).toMatch(/state: DEU/);
    expect(out).not.toMatch(/state: FIN/);
  });
});

describe('foedus matrix and conflicts --only', () => {
  it('look at one treaty', async () => {
    const { out } = await foedus(['matrix', '--date', '1985-01-01', '--attacker', 'RUS', '--only', 'nato', '--json']);
    const treaties = new Set(JSON.parse(out).rows.flatMap(({ duties }: { duties: { treaty: string }[] }) => duties.map(({ treaty }) => treaty)));
    expect([...treaties]).toEqual(['nato']);
    const alone = await foedus(['conflicts', '--date', '1888-01-01', '--only', 'reinsurance-1887', '--json']);
    expect(JSON.parse(alone.out).conflicts).toEqual([]);
  });
});

describeWithStore('an alliance of ATOP on the command line', ['atop', 'gml'], (workspace) => {
  const run = (...argv: string[]) => foedus([...argv, '--workspace', workspace], { cwd: temporaryFolder() });

  it('renders, whole, by phase and on a day', async () => {
    expect((await run('render', 'atop:1335')).out).toMatch(/^# Alliance of Germany and Austria-Hungary, 1879 \(ATOP 1335\)/);
    expect((await run('render', 'atop:1350.2')).out).toMatch(/^# .*1887 \(ATOP 1350, phase 2\)/);
    expect((await run('render', 'atop:3180@1950-01-01')).out).not.toContain('Turkey');
  });

  it.each([
    ['atop:3181', /^foedus: ATOP has no alliance 3181\. Did you mean atop:3180/],
    ['atop:3180.7', /^foedus: ATOP 3180 has no phase 7\. It has 1, 2\./],
    ['atop:1335.1', /^foedus: ATOP 1335 has no phase 1\. It was never renegotiated/],
    ['atop:all', /^foedus: atop:all: names 789 treaties; name one\./],
  ])('%s is refused', async (name, message) => {
    expect((await run('render', name)).err).toMatch(message);
  });

  it('differs from our own encoding in what ATOP has otherwise', async () => {
    expect((await run('diff', 'nato', 'atop:3180')).out).toContain('Belgium is a party from 1949-04-04, where it was one from 1949-08-24.');
  });

  it('is held against an event in place of our encodings of its number', async () => {
    const asked = ['trigger', '--attacker', 'RUS', '--target', 'DEU', '--date', '1985-01-01', '--json'];
    const treaties = async (...more: string[]): Promise<string[]> => [
      ...new Set<string>(JSON.parse((await run(...asked, ...more)).out).duties.map(({ treaty }: { treaty: string }) => treaty)),
    ];
    expect(await treaties('--treaty', 'atop:3180')).toContain('atop-3180');
    expect(await treaties('--treaty', 'atop:3180')).not.toContain('nato');
    expect(await treaties('--only', 'atop:3180')).toEqual(['atop-3180']);
    expect((await treaties('--only', 'atop:all')).every((id) => id.startsWith('atop-'))).toBe(true);
  });

  it('has a calendar, conflicts and a matrix', async () => {
    expect((await run('calendar', 'atop:1350')).out).toContain('1888-05-20  atop-1350  renewal');
    const conflicts = await run('conflicts', '--date', '1914-07-01', '--only', 'atop:all', '--json');
    expect(JSON.parse(conflicts.out).conflicts).toContainEqual(expect.objectContaining({ kind: 'by-letter', state: 'ITA' }));
    const matrix = await run('matrix', '--date', '1914-07-01', '--attacker', 'RUS', '--target', 'DEU', '--only', 'atop:1335', '--json');
    expect(JSON.parse(matrix.out).rows[0].duties).toMatchObject([{ action: 'defend', toward: 'DEU', treaty: 'atop-1335', states: ['AUH'] }]);
  });

  it('is linted; two, also against each other', async () => {
    const { exit, out } = await run('lint', 'atop:1335', 'atop:1385', '--date', '1900-01-01', '--json');
    expect(exit).toBe(0);
    expect(JSON.stringify(JSON.parse(out))).toContain('atop-1335.yaml');
  });

  it('is written to a file to go on from', async () => {
    const { out } = await run('init', '--from', 'atop:3180', '--stdout');
    expect(out).toMatch(/^language: 1\nid: atop-3180\natop: 3180\n/);
  });

  it('disputes are replayed: by year, by promise, of one state', { timeout: 60_000 }, async () => {
    const all = JSON.parse((await run('history', 'disputes', '--json')).out);
    const total = (name: string): number => all.rows.reduce((sum: number, row: Record<string, number>) => sum + (row[name] ?? 0), 0);
    expect(total('disputes')).toBe(2199);
    expect(all.versions).toEqual({ atop: '5.1', gml: '2.1' });
    // Most promises that fall due are not honored; most who join had promised nothing: pilots of joining find under one in ten.
    expect(total('honored')).toBeLessThan(0.1 * total('due'));
    expect(total('joined_free')).toBeGreaterThan(total('joined_due'));
    const cases = JSON.parse((await run('history', 'disputes', '--cases', '--years', '1914', '--state', 'GRC', '--json')).out);
    expect(cases.rows).toContainEqual(expect.objectContaining({ dispnum: 257, state: 'GRC', partner: 'SRB', obligation: 'defense', owed: 1, atopid: 1490 }));
    expect(cases.rows.every(({ state, year }: { state: string; year: number }) => state === 'GRC' && year === 1914)).toBe(true);
    const named = await run('history', 'disputes', '--cases', '--years', '1914', '--state', 'Greece', '--json');
    expect(JSON.parse(named.out)).toEqual(cases);
    expect(await run('history', 'disputes', '--state', '345')).toMatchObject({
      exit: 2,
      err: "foedus: --state: '345' stands for SRB and YUG; write one of them.\n",
    });
  });

  it('no year, no dispute', async () => {
    expect((await run('history', 'disputes', '--years', '2015')).err).toBe('foedus: --years: no dispute begins in 2015; the data run from 1816 to 2010.\n');
  });
});
