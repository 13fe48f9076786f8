import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/app/load-catalog.ts';
import { expectProblem, startTestServer, TODAY, type TestServer } from './harness.ts';

let test: TestServer;

beforeAll(async () => void (test = await startTestServer()));
afterAll(async () => {
  await test.close();
  expect(test.faults).toEqual([]);
});

const VIEW = '/fight?date=2025-01-01&from=RUS&to=EST&cascade=letter&step=2&place=58.4,26.7';
const add = (json: unknown, query = ''): Promise<Response> => test.ask(`/api/studies${query}`, { method: 'POST', json });

describe('studies', () => {
  it('are made of a view, with all they rest on', async () => {
    const response = await add({ title: 'Who would come to Estonia’s aid?', view: VIEW });
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe('/api/studies/who-would-come-to-estonia-s-aid');
    const { study, differs } = await response.json();
    expect(differs).toEqual([]);
    expect(study).toMatchObject({
      format: 1,
      date: TODAY,
      view: VIEW,
      catalog: loadCatalog().version,
      verbs: [{ verb: 'trigger', flags: { attacker: ['RUS'], target: 'EST', date: '2025-01-01', cascade: 'letter', at: '58.4,26.7' } }],
    });
    expect(study.data).toBeUndefined();
  });

  it('are listed, and shared as a file that can be opened elsewhere', async () => {
    await add({ title: 'Shared', view: '/burden?treaty=nato&date=2025-06-01' }, '?name=shared');
    const list = await (await test.ask('/api/studies')).json();
    expect(list.rows).toContainEqual(expect.objectContaining({ name: 'shared', title: 'Shared', verbs: 2, date: TODAY }));
    const file = await test.ask('/api/studies/shared/file');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="shared.study.yaml"');
    const text = await file.text();
    expect(text).toBe(readFileSync(path.join(test.workspace, 'studies', 'shared.yaml'), 'utf8'));
    const opened = await (await add({ text })).json();
    expect(opened.name).toBe('shared-2');
    expect(opened.study).toEqual((await (await test.ask('/api/studies/shared')).json()).study);
  });

  it('hold drafts in full', async () => {
    await test.ask('/api/drafts/entente-2030', { method: 'PUT', json: { text: 'language: 1\n# mine\n' } });
    const { study } = await (await add({ title: 'Mine', view: '/fight', drafts: ['entente-2030'] })).json();
    expect(study.treaties).toEqual([{ file: 'entente-2030.yaml', sha256: expect.stringMatching(/^[0-9a-f]{64}$/), text: 'language: 1\n# mine\n' }]);
    expect(study.verbs).toEqual([]);
    await expectProblem(await add({ title: 'None', drafts: ['absent'] }), 422, "no draft 'absent'");
  });

  it('say what is not as they recorded it', async () => {
    const text = [
      'format: 1',
      'title: Elsewhere',
      'date: 2024-01-01',
      "catalog: '000000000000'",
      `data: [{source: nmc, version: '6.0', sha256: ${'a'.repeat(64)}}]`,
      `treaties: [{file: t.yaml, sha256: ${'b'.repeat(64)}, text: changed}]`,
      'verbs: []',
    ].join('\n');
    const { differs } = await (await add({ text })).json();
    expect(differs.map(({ what, name }: { what: string; name: string }) => [what, name])).toEqual([
      ['catalog', ''],
      ['data', 'nmc'],
      ['treaty', 't.yaml'],
    ]);
    expect(differs[1].sentence).toBe('nmc 6.0 is not in the store.');
  });

  it('are changed on the revision that stands, and removed', async () => {
    const first = await add({ title: 'Changing', view: '/fight' }, '?name=changing');
    await expectProblem(await test.ask('/api/studies/changing', { method: 'PUT', json: { title: 'Blind' } }), 428);
    const headers = { 'if-match': first.headers.get('etag') ?? '' };
    const second = await test.ask('/api/studies/changing', { method: 'PUT', json: { title: 'Changed' }, headers });
    expect((await second.json()).study.title).toBe('Changed');
    await expectProblem(await test.ask('/api/studies/changing', { method: 'PUT', json: { title: 'Late' }, headers }), 412);
    const gone = await test.ask('/api/studies/changing', { method: 'DELETE', headers: { 'if-match': second.headers.get('etag') ?? '' } });
    expect(gone.status).toBe(204);
    await expectProblem(await test.ask('/api/studies/changing'), 404);
  });

  it.each([
    [{ text: 'format: 2\ntitle: Of the future' }, 'a newer foedus wrote'],
    [{ text: 'format: 1\ntitle: Nothing else' }, 'study.yaml:1:1'],
    [{ text: '{' }, 'study.yaml:1'],
    [{ title: '', view: '/fight' }, 'title'],
    [{ title: 'Elsewhere', view: 'https://evil.example/' }, 'view'],
    [{ title: 'Elsewhere', view: '//evil.example/' }, 'view'],
    [{ title: 'Elsewhere', view: 'javascript:alert(1)' }, 'view'],
    [{ title: 'Token', view: '/fight?token=abc' }, 'token'],
    [{ title: 'Verb', verbs: [{ verb: 'serve' }] }, 'verb'],
    [{ title: 'File', verbs: [{ verb: 'matrix', write: '../../evil.csv' }] }, 'write'],
  ])('%j is refused', async (body, detail) => {
    const response = await add(body);
    const told = JSON.stringify(await response.clone().json());
    await expectProblem(response, 422);
    expect(told).toContain(detail);
  });
});
