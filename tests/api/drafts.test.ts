import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectProblem, startTestServer, type TestServer } from './harness.ts';

let test: TestServer;

beforeAll(async () => void (test = await startTestServer()));
afterAll(async () => {
  await test.close();
  expect(test.faults).toEqual([]);
});

const NATO = readFileSync(new URL('../../catalog/treaties/nato.yaml', import.meta.url), 'utf8');

const save = (name: string, text: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  test.ask(`/api/drafts/${name}`, { method: 'PUT', json: { text }, headers });
const tagOf = (response: Response): string => response.headers.get('etag') ?? '';

describe('drafts', () => {
  it('are saved, read and listed', async () => {
    const first = await save('nato-2030', NATO);
    expect(first.status).toBe(201);
    expect(tagOf(first)).toMatch(/^"[0-9a-f]{16}"$/);
    const read = await test.ask('/api/drafts/nato-2030');
    expect(tagOf(read)).toBe(tagOf(first));
    expect(await read.json()).toMatchObject({ name: 'nato-2030', title: 'North Atlantic Treaty', faults: 0, text: NATO });
    await save('half-a-treaty', 'language: 1\nid: ');
    const list = await (await test.ask('/api/drafts')).json();
    expect(list).toMatchObject({ total: 2, next: null, rows: [{ name: 'half-a-treaty', title: null }, { name: 'nato-2030' }] });
    expect(readFileSync(path.join(test.workspace, 'drafts', 'nato-2030.yaml'), 'utf8')).toBe(NATO);
  });

  it('keep two tabs from overwriting each other', async () => {
    const one = await save('two-tabs', 'one');
    await expectProblem(await save('two-tabs', 'blind'), 428, 'If-Match');
    await expectProblem(await save('two-tabs', 'new', { 'if-none-match': '*' }), 412);
    const two = await save('two-tabs', 'two', { 'if-match': tagOf(one) });
    expect(two.status).toBe(200);
    const late = await save('two-tabs', 'three', { 'if-match': tagOf(one) });
    expect(tagOf(late)).toBe(tagOf(two));
    expect((await late.clone().json()).current).toMatchObject({ text: 'two' });
    await expectProblem(late, 412, 'Another revision was saved meanwhile');
    expect((await (await test.ask('/api/drafts/two-tabs')).json()).text).toBe('two');
  });

  it('remember their revisions, of removed ones too', async () => {
    let tag = '';
    for (const text of ['a', 'b', 'c']) tag = tagOf(await save('remembered', text, tag === '' ? {} : { 'if-match': tag }));
    const { rows } = await (await test.ask('/api/drafts/remembered/history')).json();
    expect(rows).toHaveLength(3);
    const first = await (await test.ask(`/api/drafts/remembered/history/${rows[2].revision}`)).json();
    expect(first.text).toBe('a');
    await expectProblem(await test.ask('/api/drafts/remembered', { method: 'DELETE' }), 428);
    expect((await test.ask('/api/drafts/remembered', { method: 'DELETE', headers: { 'if-match': tag } })).status).toBe(204);
    await expectProblem(await test.ask('/api/drafts/remembered'), 404);
    const after = await (await test.ask('/api/drafts/remembered/history')).json();
    expect(after.rows[0].revision).toBe(rows[0].revision);
    expect((await save('remembered', 'back', { 'if-none-match': '*' })).status).toBe(201);
  });

  it('saved twice alike are one revision', async () => {
    const one = await save('alike', 'same');
    const two = await save('alike', 'same', { 'if-match': tagOf(one) });
    expect(two.status).toBe(200);
    expect((await (await test.ask('/api/drafts/alike/history')).json()).total).toBe(1);
  });

  it('leave nothing half-written beside them', async () => {
    expect(readdirSync(path.join(test.workspace, 'drafts')).filter((name) => !name.endsWith('.yaml') && name !== '.history')).toEqual([]);
  });

  it.each(['UPPER', 'a b', '-a', 'a-', 'con', `${'x'.repeat(65)}`, '..', '..%2f..%2fetc', '%2e%2e', '.history', 'a%00b', 'a%2fb', 'a%5cb'])(
    'are kept under no name such as %s',
    async (name) => {
      const response = await save(name, 'text');
      expect([404, 405, 422]).toContain(response.status);
      expect(existsSync(path.join(test.workspace, 'etc.yaml'))).toBe(false);
    },
  );

  it('that are links lead nowhere', async () => {
    const secret = path.join(test.workspace, 'secret.txt');
    writeFileSync(secret, 'outside');
    mkdirSync(path.join(test.workspace, 'drafts'), { recursive: true });
    symlinkSync(secret, path.join(test.workspace, 'drafts', 'linked.yaml'));
    await expectProblem(await test.ask('/api/drafts/linked'), 404);
    await save('linked', 'mine');
    expect(readFileSync(secret, 'utf8')).toBe('outside');
  });

  it('hold text, at most 1 MiB', async () => {
    await expectProblem(await save('zero', 'a\0b'), 422, 'zero byte');
    await expectProblem(await save('large', 'x'.repeat(1_048_577)), 422);
    await expectProblem(await save('wide', 'ž'.repeat(600_000)), 422, '1 MiB');
  });
});
