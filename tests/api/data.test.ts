import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../../src/api/serve.ts';
import { loadCatalog } from '../../src/app/load-catalog.ts';

/** What is answered without work: lists, and questions that are none. The work is tested on the built program, in tests/e2e. */

let server: RunningServer;
let workspace = '';
const faults: string[] = [];

const ask = (address: string, init: RequestInit = {}): Promise<Response> => {
  const { origin, searchParams } = new URL(server.link);
  return fetch(`${origin}${address}`, {
    ...init,
    headers: { authorization: `Bearer ${searchParams.get('token') ?? ''}`, connection: 'close', 'content-type': 'application/json' },
  });
};
const post = (address: string, body: unknown): Promise<Response> =>
  ask(address, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) });

async function expectProblem(response: Response, status: number, detail: string): Promise<void> {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toMatchObject({ type: 'about:blank', status, detail: expect.stringContaining(detail) });
  expect(response.status).toBe(status);
}

beforeAll(async () => {
  workspace = mkdtempSync(path.join(tmpdir(), 'foedus-test-'));
  server = await startServer({
    catalog: loadCatalog(),
    workspace,
    port: 0,
    today: () => '2025-06-01',
    log: () => undefined,
    fault: (report) => void faults.push(report),
  });
});

afterAll(async () => {
  await server.close();
  rmSync(workspace, { recursive: true, force: true });
  expect(faults).toEqual([]);
});

describe('lists', () => {
  it('of sources are those of foedus data list', async () => {
    const { workspace: folder, sources } = await (await ask('/api/data/sources')).json();
    expect(folder).toBe(workspace);
    expect(sources.length).toBeGreaterThan(20);
    expect(sources[0]).toMatchObject({ source: 'atop', in_store: [] });
    expect((await (await ask('/api/data/sources/nmc')).json()).sources).toHaveLength(1);
  });

  it('name the sources there are where one is unknown', async () => {
    const response = await ask('/api/data/sources/nmx');
    const { hints } = await response.clone().json();
    expect(hints[0]).toContain('nmc');
    await expectProblem(response, 422, "'nmx' is no source foedus reads.");
  });

  it('of measures are those of foedus measure', async () => {
    expect((await (await ask('/api/measures')).json()).rows).toContainEqual(expect.objectContaining({ name: 'polarity' }));
  });
});

describe('questions that are none', () => {
  it.each([
    [{}, 'unit: '],
    [{ unit: 'dyadyear' }, 'unit: '],
    [{ unit: 'state-year', years: { first: 1950, last: 1940 } }, 'years: run backward'],
    [{ unit: 'state-year', years: { first: 1, last: 1940 } }, 'years.first: '],
    [{ unit: 'state-year', states: [0.5] }, 'states.0: '],
    [{ unit: 'state-year', format: 'xls' }, 'format: '],
    [{ unit: 'state-year', head: 100_000 }, 'head: '],
    [{ unit: 'state-year', workspace: '/tmp' }, 'Unrecognized key'],
    [[], ''],
  ])('POST /api/panel %j', async (body, detail) => expectProblem(await post('/api/panel', body), 422, detail));

  it.each([
    [{ weights: [] }, 'weights: '],
    [{ weights: [1, -1] }, 'weights.1: '],
    [{ threat: 'weather' }, 'threat: '],
    [{ input: 'file.json' }, 'input: '],
  ])('POST /api/measure/banzhaf %j', async (body, detail) => expectProblem(await post('/api/measure/banzhaf', body), 422, detail));

  it.each([
    ['/api/similarity', 'give year=1914, or years=1816-2018'],
    ['/api/similarity?year=1914&years=1914-1918', 'give year=1914, or years=1816-2018'],
    ['/api/similarity?year=14', 'year: is not a year'],
    ['/api/similarity?years=1918-1914', 'years: run backward'],
    ['/api/similarity?year=1914&with=FRA', 'with: goes with state'],
    ['/api/similarity?year=1914&folder=..', 'Unrecognized key'],
    ['/api/network?year=1914&obligation=love', 'obligation: '],
    ['/api/network?years=1914-1918&without=FRA', 'without: goes with year'],
    ['/api/network?years=1914-1918&format=gexf', 'format: a graph is of one year'],
    ['/api/network?year=1914&seed=x', 'seed: is no whole number'],
    ['/api/data/status?verify=1', 'Unrecognized key'],
  ])('GET %s', async (address, detail) => expectProblem(await ask(address), 422, detail));

  it('are bodies that are not JSON, or too large', async () => {
    await expectProblem(await post('/api/panel', '{'), 400, 'one JSON object');
    await expectProblem(await post('/api/panel', `{"unit":"${'x'.repeat(4_200_000)}"}`), 413, 'at most 4 MiB');
    await expectProblem(await post('/api/measure/banzhaf', `{"threat":"${'x'.repeat(4_200_000)}"}`), 413, 'at most 4 MiB');
  });
});

describe('who may ask', () => {
  it.each(['/api/data/sources', '/api/data/status', '/api/measures', '/api/similarity?year=1900', '/api/network?year=1900'])(
    '%s: with the token',
    async (address) => {
      await expectProblem(await fetch(new URL(address, server.link)), 403, 'Link expired');
    },
  );

  it.each(['/api/panel', '/api/measure/cinc'])('%s: with the token, from no other page', async (address) => {
    const url = new URL(address, server.link);
    await expectProblem(await fetch(url, { method: 'POST', body: '{}' }), 403, 'Link expired');
    const authorization = `Bearer ${new URL(server.link).searchParams.get('token') ?? ''}`;
    await expectProblem(await fetch(url, { method: 'POST', body: '{}', headers: { authorization, origin: 'http://evil.example' } }), 403, 'other pages');
  });
});
