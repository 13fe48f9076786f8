import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadFacts } from '../../src/app/load-catalog.ts';
import { foedus, temporaryFolder } from './harness.ts';

const catalog = async (...words: string[]) => foedus(['catalog', ...words]);
const asJson = async (...words: string[]) => JSON.parse((await catalog(...words, '--json')).out);

describe('foedus catalog contingencies', () => {
  it('lists all, those of a day, those of a state', async () => {
    const { contingencies } = loadFacts();
    expect((await asJson('contingencies')).contingencies).toHaveLength(contingencies.length);
    const ids = async (...words: string[]): Promise<string[]> => (await asJson('contingencies', ...words)).contingencies.map(({ id }: { id: string }) => id);
    expect(await ids('--date', '1913-01-01')).toContain('austria-serbia-1903');
    expect(await ids('--date', '1913-01-01')).not.toContain('russia-estonia');
    expect(await ids('--state', 'Japan', '--date', '2025-06-01')).toEqual(['china-japan-senkaku', 'dprk-japan']);
  });

  it('shows dates, who, whom, domain, rate and title in a line', async () => {
    const { out } = await catalog('contingencies', '--date', '2025-06-01');
    expect(out).toMatch(/^russia-estonia +2004-03-29 +today +RUS +EST +land +[\d.]+ +Russia attacks Estonia$/m);
  });

  it('says so where there is none', async () => {
    expect((await catalog('contingencies', '--date', '2025-06-01', '--state', 'CHE')).out).toContain('No contingency');
  });

  it('shows one with what it rests on, and writes its file', async () => {
    const { out } = await catalog('contingencies', 'china-japan-senkaku');
    for (const part of ['China challenges Japan', 'days of warning', 'stake of United States', 'loss of the target', 'Rate: ', 'Sources\n', 'Smith'])
      expect(out).toContain(part);
    const cwd = temporaryFolder();
    await foedus(['catalog', 'contingencies', 'china-japan-senkaku', '-o', 'one.yaml'], { cwd });
    expect(readFileSync(path.join(cwd, 'one.yaml'), 'utf8')).toMatch(/^id: china-japan-senkaku$/m);
  });

  it('names the nearest', async () => {
    expect(await catalog('contingencies', 'russia-estnia')).toEqual({
      exit: 2,
      out: '',
      err: "foedus: there is no contingency 'russia-estnia'. Did you mean russia-estonia?\n",
    });
  });
});

describe('foedus catalog institutions', () => {
  it('shows gates with their quotas and sources', async () => {
    const { out } = await catalog('institutions', 'USA');
    expect(out).toMatch(/^Senate +2\/3 of those present +Constitution, article II, section 2$/m);
    expect(out).toMatch(/^ {2}Senate: 100 seats \(/m);
  });

  it('shows those of the day, without parties of another time', async () => {
    expect((await asJson('institutions', 'JPN', '--date', '1935-01-01')).gates).toMatchObject([{ kind: 'executive' }]);
    const senate = async (date: string) => (await asJson('institutions', 'USA', '--date', date)).gates.find(({ id }: { id: string }) => id === 'senate');
    expect(await senate('2026-01-01')).toHaveProperty('parties');
    expect(await senate('1985-01-01')).not.toHaveProperty('parties');
  });

  it('takes names, and of several states of a name the one it knows on the day', async () => {
    expect((await asJson('institutions', 'Austria')).state).toBe('AUT');
  });

  it('lists the states it knows', async () => {
    const { institutions } = await asJson('institutions');
    expect(institutions.length).toBeGreaterThanOrEqual(40);
    expect((await catalog('institutions')).out).toMatch(/^FRA +France +President; National Assembly$/m);
  });

  it.each([
    ['CHE', /^foedus: the catalog does not know who must agree to a treaty in Switzerland on 2026-07-01\. 'foedus catalog institutions/],
    ['Xyzzy', /^foedus: institutions: no state goes by 'Xyzzy'/],
  ])('%s', async (word, line) => {
    const { exit, err } = await catalog('institutions', word);
    expect(exit).toBe(2);
    expect(err).toMatch(line);
  });
});
