import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientOf, type Client } from '../support/openapi-client.ts';
import { ROOT } from '../house/sources.ts';

/** A client that knows nothing but the document calls every route, and the document is held against what is answered. */

const BIN = path.join(ROOT, 'bin', 'foedus.mjs');
const DRAFT = 'entente-2030';

let workspace = '';
let server: ChildProcess;
let client: Client;

beforeAll(async () => {
  workspace = mkdtempSync(path.join(tmpdir(), 'foedus-test-'));
  spawnSync(process.execPath, [BIN, 'data', 'import', '--synthetic', '--workspace', workspace]);
  server = spawn(process.execPath, [BIN, 'serve', '--port', '0', '--workspace', workspace], { stdio: ['ignore', 'pipe', 'inherit'] });
  const link = await new Promise<string>((resolve) => server.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())));
  const { origin, searchParams } = new URL(link);
  client = await clientOf(`${origin}/api/openapi.json`, searchParams.get('token') ?? '');
});

afterAll(async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill();
  await ended;
  rmSync(workspace, { recursive: true, force: true });
});

const rows = Array.from({ length: 60 }, (_, index) => `${index % 3 === 0 || index % 7 === 0 ? 1 : 0},${index % 11},${(index * 7) % 13}`);

/** A question to each route that needs nothing done before. */
const QUESTIONS: readonly (readonly [operation: string, asked?: Parameters<Client['call']>[1]])[] = [
  ['getVersion'],
  ['getDocument'],
  ['listTreaties', { parameters: { date: '1914-07-28', state: 'France', limit: '5' } }],
  ['getTreaty', { parameters: { id: 'nato' } }],
  ['getTreatyFile', { parameters: { id: 'nato' } }],
  ['listStates', { parameters: { search: 'cote', limit: '5', offset: '1' } }],
  ['getState', { parameters: { id: 'EST' } }],
  ['listTerritories', { parameters: { limit: '1000' } }],
  ['getTerritory', { parameters: { id: 'falkland-islands' } }],
  ['listRegions', {}],
  ['getRegion', { parameters: { id: 'europe' } }],
  ['listEvents', { parameters: { limit: '1000' } }],
  ['getEvent', { parameters: { id: 'july-1914' } }],
  ['listContingencies', { parameters: { limit: '1000' } }],
  ['listInstitutions', { parameters: { limit: '1000' } }],
  ['getInstitution', { parameters: { id: 'USA' } }],
  ['listParameters', {}],
  ['getParameters', { parameters: { id: 'survival' } }],
  ['listIndicators', { parameters: { state: 'EST', indicator: 'gdp', year: '2023' } }],
  ['trigger', { body: { attackers: ['RUS'], target: 'EST', date: '2025-01-01', cascade: 'expected', draws: 5 } }],
  ['matrix', { body: { date: '2025-01-01', target: 'EST' } }],
  ['calendar', { body: { treaties: ['nato'], from: '2025-01-01', to: '2035-01-01' } }],
  ['conflicts', { body: { date: '1914-07-01' } }],
  ['history', { body: { crises: ['july-1914'] } }],
  ['lint', { body: { text: 'language: 1\nid: nothing\n' } }],
  ['listRules'],
  ['diff', { body: { before: 'nato@1950-01-01', after: 'nato' } }],
  ['render', { body: { treaty: 'nato' } }],
  ['assess', { body: { treaty: 'anzus', date: '2025-06-01', draws: 0 } }],
  ['compare', { body: { treaties: ['us-japan-1960', 'us-philippines-1951'], dates: ['2025-06-01'], contingencies: ['china-okinawa'], draws: 2 } }],
  ['sensitivity', { body: { treaty: 'us-japan-1960', date: '2025-06-01', contingencies: ['china-okinawa'], samples: 2 } }],
  ['design', { body: { treaty: 'anzus', date: '2025-06-01', only: ['collective-defense.kind'], draws: 0, points: 2 } }],
  ['decades', { body: { from: '2026-01-01', years: 2, worlds: 2, states: ['FRA', 'DEU'] } }],
  ['decadesWorld', { body: { from: '2026-01-01', years: 2, world: 1, states: ['FRA', 'DEU'] } }],
  ['roleSheets', { body: { from: '2026-01-01', states: ['FRA', 'DEU'] } }],
  ['burden', { body: { treaty: 'nato', date: '2025-06-01' } }],
  ['review', { body: { treaty: 'nato', date: '2025-06-01' } }],
  ['listModels'],
  ['model', { parameters: { name: 'fearon' }, body: { input: { win: 0.5, defender_cost: 0.3 } } }],
  ['codes', { body: { values: ['255', '365'], from: 'cow', to: 'name' } }],
  ['disputes', { body: { years: { first: 1900, last: 1910 } } }],
  ['listSources'],
  ['getSource', { parameters: { source: 'nmc' } }],
  ['getStatus'],
  ['listAtop'],
  ['listAtop'],
  ['cite', { parameters: { sources: 'atop,nmc' } }],
  ['panel', { body: { unit: 'state-year', years: { first: 1900, last: 1901 }, add: ['nmc'], head: 2, audit: 1900 } }],
  ['listMeasures'],
  ['measure', { parameters: { name: 'shapley-shubik' }, body: { weights: [2, 1, 1], quota: 3 } }],
  ['similarity', { parameters: { year: '1900' } }],
  ['network', { parameters: { years: '1900-1901' } }],
  ['fit', { body: { formula: 'y ~ a + b', model: 'logit', data: `y,a,b\n${rows.join('\n')}\n`, boot: 5 } }],
  ['listDrafts'],
  ['listStudies'],
  ['listJobs'],
];

describe('the document', () => {
  it('is OpenAPI 3.1', async () => {
    const { Validator } = await import('@seriousme/openapi-schema-validator');
    const validator = new Validator();
    const { valid, errors } = await validator.validate(structuredClone(client.document));
    expect(errors ?? []).toEqual([]);
    expect({ valid, version: validator.version }).toEqual({ valid: true, version: '3.1' });
  });

  it('describes every part', () => {
    const without = client.operations.filter(({ summary = '' }) => summary.length < 5).map(({ id }) => id);
    expect(without).toEqual([]);
    expect(client.operations.length).toBeGreaterThan(60);
  });
});

describe('answers are as the document says', () => {
  it.each(QUESTIONS.map(([operation, asked]) => ({ operation, asked })))('$operation', async ({ operation, asked }) => {
    expect((await client.call(operation, asked)).status).toBe(200);
  });

  it('getContingency: by a name that the list gives', async () => {
    const { value } = await client.call('listContingencies', { parameters: { limit: '1' } });
    expect((await client.call('getContingency', { parameters: { id: String(at(value, 'rows', 0, 'id')) } })).status).toBe(200);
  });

  it('network of a year', async () => {
    const { value } = await client.call('network', { parameters: { year: '1900' } });
    expect(at(value, 'year')).toBe(1900);
  });

  it.each(['record', 'estimate', 'validate'])('%s: a mistake is a problem', async (operation) => {
    const body = operation === 'estimate' ? { set: 'nothing' } : { sections: ['nothing'] };
    expect((await client.call(operation, { body })).status).toBe(422);
  });

  it.each([
    ['getTreaty', { id: 'natto' }, 404],
    ['listTreaties', { date: '2025-13-01' }, 422],
    ['listTreaties', { limit: '0' }, 422],
    ['getJob', { id: 'abcdefghijkl' }, 404],
    ['getDraft', { name: 'none' }, 404],
  ] as const)('%s %j is a problem', async (operation, parameters, status) => {
    expect((await client.call(operation, { parameters })).status).toBe(status);
  });
});

describe('pages of a list', () => {
  it('follow one another to the end, each row once', async () => {
    const ids: unknown[] = [];
    for (let offset = 0; ; offset += 50) {
      const { value } = await client.call('listStates', { parameters: { limit: '50', offset: String(offset) } });
      for (const row of list(at(value, 'rows'))) ids.push(at(row, 'id'));
      if (at(value, 'next') === null) break;
    }
    const { value } = await client.call('listStates', { parameters: { limit: '1000' } });
    expect(ids).toEqual(list(at(value, 'rows')).map((row) => at(row, 'id')));
    expect(new Set(ids).size).toBe(at(value, 'total'));
  });
});

describe('what the workspace keeps', () => {
  it('a draft is saved, read, changed, remembered and removed', async () => {
    const parameters = { name: DRAFT };
    const saved = await client.call('saveDraft', { parameters, headers: { 'If-None-Match': '*' }, body: { text: 'language: 1\n' } });
    expect(saved.status).toBe(201);
    const { value } = await client.call('getDraft', { parameters });
    const revision = String(at(value, 'revision'));
    const again = await client.call('saveDraft', { parameters, headers: { 'If-Match': `"${revision}"` }, body: { text: 'language: 1\nid: x\n' } });
    expect(again.status).toBe(200);
    expect((await client.call('saveDraft', { parameters, headers: { 'If-Match': `"${revision}"` }, body: { text: 'other' } })).status).toBe(412);
    const { value: history } = await client.call('listDraftRevisions', { parameters });
    expect(at(history, 'total')).toBe(2);
    await client.call('getDraftRevision', { parameters: { ...parameters, revision } });
    expect((await client.call('removeDraft', { parameters, headers: { 'If-Match': `"${String(at(again.value, 'revision'))}"` } })).status).toBe(204);
  });

  it('a study is kept, opened, shared, changed and removed', async () => {
    const view = '/fight?date=2025-01-01&from=RUS&to=EST';
    const kept = await client.call('addStudy', { parameters: { name: 'estonia' }, body: { title: 'Estonia', view } });
    expect(kept.status).toBe(201);
    const parameters = { name: 'estonia' };
    const { value } = await client.call('getStudy', { parameters });
    expect(at(value, 'study', 'verbs', 0, 'verb')).toBe('trigger');
    const { text } = await client.call('getStudyFile', { parameters });
    expect(text).toContain('verb: trigger');
    const changed = await client.call('saveStudy', {
      parameters,
      headers: { 'If-Match': `"${String(at(value, 'revision'))}"` },
      body: { title: 'Estonia 2025', view },
    });
    expect((await client.call('removeStudy', { parameters, headers: { 'If-Match': `"${String(at(changed.value, 'revision'))}"` } })).status).toBe(204);
  });
});

describe('long work', () => {
  it('is watched to its end, and its answer is that of the question', async () => {
    const body = { treaty: 'anzus', date: '2025-06-01', draws: 50 };
    const { status, value, headers } = await client.call('assess', { headers: { Prefer: 'respond-async' }, body });
    const id = String(at(value, 'id'));
    expect([status, headers.get('location'), headers.get('preference-applied')]).toEqual([202, `/api/jobs/${id}`, 'respond-async']);
    const { text } = await client.call('watchJob', { parameters: { id } });
    const events = [...text.matchAll(/^event: (\w+)$/gm)].map(([, name]) => name);
    expect(events.at(-1)).toBe('done');
    expect(at((await client.call('getJob', { parameters: { id } })).value, 'state')).toBe('done');
    const { value: answer } = await client.call('getJobAnswer', { parameters: { id } });
    expect(answer).toEqual((await client.call('assess', { body })).value);
    expect((await client.call('stopJob', { parameters: { id } })).status).toBe(204);
    expect((await client.call('getJob', { parameters: { id } })).status).toBe(404);
  });

  it('is stopped', async () => {
    const { value } = await client.call('assess', { headers: { Prefer: 'respond-async' }, body: { treaty: 'nato', date: '2025-06-01', draws: 100_000 } });
    const parameters = { id: String(at(value, 'id')) };
    await expect.poll(async () => at((await client.call('getJob', { parameters })).value, 'state')).toBe('running');
    expect((await client.call('getJobAnswer', { parameters })).status).toBe(409);
    expect((await client.call('stopJob', { parameters })).status).toBe(204);
    await expect.poll(async () => at((await client.call('getJob', { parameters })).value, 'state')).toBe('stopped');
  });
});

describe('every route', () => {
  it('was called', () => {
    expect(client.operations.map(({ id }) => id).filter((id) => !client.called.has(id))).toEqual([]);
  });
});

/** A part of a JSON value; undefined where there is none. */
function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined), value);
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
