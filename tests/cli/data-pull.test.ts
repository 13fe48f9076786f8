import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/data/source.ts';
import { sources } from '../../src/data/sources/index.ts';
import { foedus, temporaryFolder, type Run } from './harness.ts';

function sourceThat(has: 'an address' | 'no address'): Source {
  const found = sources.find(({ downloads }) => downloads.length > 0 === (has === 'an address'));
  if (found === undefined) throw new Error(`every source has ${has === 'an address' ? 'no' : 'an'} address`);
  return found;
}

/** Runs `data pull` in a new workspace; nothing here reaches the network. */
async function pull(workspace: string, ...argv: readonly string[]): Promise<Run> {
  return foedus(['data', 'pull', ...argv, '--workspace', workspace], { stop: new AbortController().signal });
}

describe('foedus data pull', () => {
  it('names a source to pull', async () => {
    const { exit, out, err } = await pull(temporaryFolder());
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain("name the sources to fetch, such as 'foedus data pull");
  });

  it('knows its sources', async () => {
    const { exit, err } = await pull(temporaryFolder(), 'cow-alliances');
    expect(exit).toBe(2);
    expect(err).toContain("'cow-alliances' is no source foedus reads.");
  });

  it('says where a source without an address is to be had', async () => {
    const source = sourceThat('no address');
    const workspace = temporaryFolder();
    const { exit, err } = await pull(workspace, source.id);
    expect(exit).toBe(2);
    expect(err).toContain(`foedus: ${source.id}: ${source.title} has no address that foedus can fetch it from.`);
    expect(err).toContain(`Download it at ${source.homepage}`);
    expect(err).toContain('foedus data import --from DIR');
    expect(readdirSync(workspace)).toEqual([]);
  });

  it('shows the terms, and fetches nothing where there is nobody to accept them', async () => {
    const source = sourceThat('an address');
    const workspace = temporaryFolder();
    const { exit, err } = await pull(workspace, source.id);
    expect(exit).toBe(2);
    expect(err).toContain(`Terms: ${source.terms.text}`);
    expect(err).toContain('pass --accept-terms');
    expect(err).toContain(`foedus: ${source.id}: its terms were not accepted; nothing was fetched.`);
    expect(existsSync(path.join(workspace, 'downloads'))).toBe(false);
  });

  it('asks, and takes any answer but yes for no; --json says what became of each', async () => {
    const source = sourceThat('an address');
    const workspace = temporaryFolder();
    const questions: string[] = [];
    const ask = async (question: string): Promise<string> => {
      questions.push(question);
      return 'yesterday';
    };
    const stop = new AbortController().signal;
    const { exit, out } = await foedus(['data', 'pull', source.id, '--json', '--workspace', workspace], { ask, stop });
    expect(exit).toBe(2);
    expect(questions).toEqual(['  Accept these terms? [y/N] ']);
    expect(JSON.parse(out)).toEqual({
      workspace,
      sources: [{ source: source.id, outcome: 'declined', message: `${source.id}: its terms were not accepted; nothing was fetched.` }],
    });
    expect(readdirSync(workspace)).toEqual([]);
  });
});
