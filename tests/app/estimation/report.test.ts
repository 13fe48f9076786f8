import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parameterSets, parametersFrom, questions, reportOf } from '../../../src/app/estimation/report.ts';
import { readLedger } from '../../../src/data/store/ledger.ts';
import { describeWithStore } from '../../support/store.ts';

const scratch = mkdtempSync(path.join(tmpdir(), 'foedus-report-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const request = { folder: scratch, seed: 1, draws: 2 };

describe('the report', () => {
  it('knows its questions and sets of parameters by name, each once', () => {
    for (const ids of [questions.map(({ id }) => id), parameterSets.map(({ id }) => id)]) expect(new Set(ids).size).toBe(ids.length);
  });

  it('says which there are where one is not', async () => {
    expect(() => reportOf(['exits'], request)).toThrow(/^--section 'exits': expected .*exit/);
    expect(() => parametersFrom('survival', request)).toThrow(/^--parameters 'survival': expected .*exit/);
  });

  it('says what is lacking where there are no data', async () => {
    await expect(reportOf(['exit'], request)).rejects.toThrow('is not in the store');
    await expect(reportOf([], request)).rejects.toThrow('is not in the store');
  });
});

describeWithStore('the report of a part of the data', ['leeds-anac', 'berkemeier-fuhrmann', 'atop', 'nmc', 'polity', 'war', 'majors'], (folder) => {
  it('answers what it can, and says of the rest what it lacks', async () => {
    const held = ['atop', 'nmc', 'polity', 'war', 'majors'];
    const ledger = readLedger(folder);
    symlinkSync(path.join(folder, 'data'), path.join(scratch, 'data'));
    writeFileSync(path.join(scratch, 'ledger.json'), JSON.stringify({ ...ledger, entries: ledger.entries.filter(({ source }) => held.includes(source)) }));
    const sections = await reportOf([], request);
    expect(sections.map(({ id }) => id)).toEqual(questions.map(({ id }) => id));
    for (const { id, method, facts, notes } of sections) {
      if (id === 'exit') expect(facts.length).toBeGreaterThan(10);
      else expect([method, facts, notes[0]]).toEqual(['Not answered.', [], expect.stringContaining('is not in the store')]);
    }
  }, 120_000);
});
