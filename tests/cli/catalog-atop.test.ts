import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CODED_FIELDS } from '../../src/core/treaty/vocabulary.ts';
import { describeWithStore } from '../support/store.ts';
import { foedus, temporaryFolder } from './harness.ts';

describe('foedus catalog atop without ATOP', () => {
  it('says how to get it', async () => {
    const cwd = temporaryFolder();
    const { exit, err } = await foedus(['catalog', 'atop', '--workspace', path.join(cwd, '.foedus')], { cwd });
    expect(exit).toBe(2);
    expect(err).toMatch(/atop: phase is not in the store at .*\n.*foedus data pull atop/);
  });
});

/** The least share of agreement by field, of all treaties that both code. */
const AIMS = { members: 0.93, obligations: 0.93, dates: 0.88, conditions: 0.88, term: 0.88, renunciation: 0.88, secrecy: 0.88, institutions: 0.88 };

describeWithStore('the catalog against ATOP', ['atop'], (workspace) => {
  const run = async (...flags: string[]) => foedus(['catalog', 'atop', '--workspace', workspace, ...flags], { cwd: temporaryFolder() });

  it('agrees as far as it says, and explains every difference', async () => {
    const { exit, out } = await run('--json');
    const { agreement, unexplained, differences, idle } = JSON.parse(out);
    expect(exit).toBe(0);
    expect(CODED_FIELDS.filter((field) => agreement[field] < AIMS[field]).map((field) => `${field}: ${agreement[field]}`)).toEqual([]);
    expect(differences.filter(({ reason }: { reason?: string }) => reason === undefined)).toEqual([]);
    expect({ unexplained, idle }).toEqual({ unexplained: 0, idle: [] });
  });

  it('prints shares, then differences with their reasons', async () => {
    const { out } = await run();
    expect(out).toMatch(/^members +[\d,]+ +[\d,]+ +\d+\.\d +[\d,]+ +\d+\.\d$/m);
    expect(out).toMatch(/^\d+ differences, each with its reason$/m);
    expect(out).toMatch(/^ {2}dates, NZL left: in effect; ATOP: 1986-09-17\. \w/m);
  });
});
