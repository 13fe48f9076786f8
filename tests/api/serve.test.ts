import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type RunningServer } from '../../src/api/serve.ts';
import { loadCatalog } from '../../src/app/load-catalog.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

let web = '';
let server: RunningServer;
let cookie = '';
const logged: string[] = [];
const faults: string[] = [];

/** A raw request, whose path and Host no client tidies up. */
function ask(
  target: string,
  { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path: target, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const signedIn = (target: string, options: Parameters<typeof ask>[1] = {}): Promise<Answer> =>
  ask(target, { ...options, headers: { cookie, ...options.headers } });
const question = (body: unknown): Promise<Answer> =>
  signedIn('/api/trigger', { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

beforeAll(async () => {
  web = mkdtempSync(path.join(tmpdir(), 'foedus-web-'));
  writeFileSync(path.join(web, '..', `${path.basename(web)}-secret.txt`), 'outside');
  mkdirSync(path.join(web, 'assets'));
  writeFileSync(path.join(web, 'index.html'), '<!doctype html><title>Foedus</title>');
  writeFileSync(path.join(web, 'assets', 'main-1a2b.js'), 'export {};');
  writeFileSync(path.join(web, '.hidden.json'), '{}');
  server = await startServer({
    catalog: loadCatalog(),
    workspace: web,
    web,
    port: 0,
    today: () => '2025-06-01',
    log: (line) => void logged.push(line),
    fault: (report) => void faults.push(report),
  });
  const token = new URL(server.link).searchParams.get('token') ?? '';
  const { headers } = await ask(`/?token=${token}`);
  cookie = String(headers['set-cookie']).split(';')[0] ?? '';
});

afterAll(async () => {
  await server.close();
  rmSync(web, { recursive: true });
  rmSync(path.join(web, '..', `${path.basename(web)}-secret.txt`));
});

describe('the link', () => {
  const token = (): string => new URL(server.link).searchParams.get('token') ?? '';

  it('is exchanged for a cookie and the token leaves the address', async () => {
    const { status, headers } = await ask(`/fight?date=1914-07-28&token=${token()}`);
    expect(status).toBe(303);
    expect(headers['location']).toBe('/fight?date=1914-07-28');
    expect(String(headers['set-cookie'])).toMatch(/^foedus_\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(String(headers['set-cookie'])).not.toContain(token());
  });

  it.each(['', 'wrong', 'x'.repeat(43)])('with the token %j is refused by a page that says what to do', async (wrong) => {
    const { status, headers, text } = await ask(`/?token=${wrong}`);
    expect(status).toBe(403);
    expect(headers['set-cookie']).toBeUndefined();
    expect(text).toContain('Link expired. Open the newest link printed by foedus serve.');
  });

  it.each(['/', '/catalog.json', '/world/countries-110m.json', '/assets/main-1a2b.js'])('%s without a cookie is refused', async (target) => {
    expect((await ask(target)).status).toBe(403);
    expect((await ask(target, { headers: { cookie: `${cookie.split('=')[0] ?? ''}=${'x'.repeat(43)}` } })).status).toBe(403);
  });

  it('/api without a cookie answers with a problem', async () => {
    const { status, headers, text } = await ask('/api/version');
    expect(status).toBe(403);
    expect(headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(text).detail).toBe('Link expired. Open the newest link printed by foedus serve.');
  });

  it('/api takes the token as a bearer', async () => {
    expect((await ask('/api/version', { headers: { authorization: `Bearer ${token()}` } })).status).toBe(200);
    expect((await ask('/api/version', { headers: { authorization: 'Bearer wrong' } })).status).toBe(403);
  });

  it('does not redirect to another host', async () => {
    const { headers } = await ask(`//evil.example/?token=${token()}`);
    expect(headers['location'] ?? '/').not.toMatch(/^\/\/|^https?:/);
  });

  it('leaves the log to print only what was sent', async () => {
    await ask('/%1b[31mred');
    expect(logged.at(-1)).toMatch(/^GET \/%1b\[31mred 403 /);
  });

  it('never reaches the log', () => {
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.join('\n')).not.toContain(token());
    expect(faults).toEqual([]);
  });
});

describe('other pages', () => {
  it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1.evil.example', '[::1]'])('Host %s is refused', async (host) => {
    expect((await signedIn('/', { headers: { host } })).status).toBe(403);
  });

  it.each(['http://evil.example', 'null', 'https://127.0.0.1'])('Origin %s is refused', async (origin) => {
    expect((await signedIn('/api/version', { headers: { origin } })).status).toBe(403);
  });

  it('a request that another site makes a browser send is refused', async () => {
    expect((await signedIn('/api/version', { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'cors' } })).status).toBe(403);
  });

  it('its own pages are served', async () => {
    expect((await signedIn('/api/version', { headers: { origin: `http://127.0.0.1:${server.port}`, 'sec-fetch-site': 'same-origin' } })).status).toBe(200);
  });

  it('no other address than 127.0.0.1 is listened on', async () => {
    const refused = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: '127.0.0.2', port: server.port });
      socket.once('connect', () => {
        socket.destroy();
        resolve(false);
      });
      socket.once('error', () => resolve(true));
    });
    expect(refused).toBe(true);
  });
});

describe('files', () => {
  it.each(['/', '/fight?date=1914-07-28', '/treaty/nato'])('%s is the page', async (target) => {
    const { status, headers, text } = await signedIn(target);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).toContain('<title>Foedus</title>');
  });

  it('runs no inline script and sends nothing elsewhere', async () => {
    const { headers } = await signedIn('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['referrer-policy']).toBe('no-referrer');
  });

  it('serves the catalog, the map and the pages', async () => {
    expect(JSON.parse((await signedIn('/catalog.json')).text).version).toBe(loadCatalog().version);
    expect(JSON.parse((await signedIn('/world/countries-110m.json')).text).type).toBe('Topology');
    expect((await signedIn('/assets/main-1a2b.js')).headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it.each(['/catalog.json', '/facts.json', '/world/countries-110m.json'])('%s is not sent again where it is the same', async (target) => {
    const first = await signedIn(target);
    const tag = String(first.headers['etag']);
    const again = await signedIn(target, { headers: { 'if-none-match': tag } });
    expect([first.status, again.status, again.text]).toEqual([200, 304, '']);
    expect(again.headers['x-content-type-options']).toBe('nosniff');
    const other = await signedIn(target, { headers: { 'if-none-match': '"another"' } });
    expect([other.status, other.text]).toEqual([200, first.text]);
  });

  it.each([
    '/../secret.txt',
    '/..%2f..%2fetc/passwd',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%252e%252e/index.html.txt',
    '/world/../catalog.json.txt',
    '/.hidden.json',
    '/assets/%00.js',
    '/assets/missing.js',
    '/world/missing.json',
  ])('%s leads nowhere', async (target) => {
    const { status, text } = await signedIn(target);
    expect([400, 404]).toContain(status);
    expect(text).not.toMatch(/root:|outside|"name"/);
  });

  it.each(['/%2e%2e/%2e%2e/etc/passwd', '/world/%2e%2e/%2e%2e/package', '/assets/../../etc/passwd'])('%s is at most the page', async (target) => {
    const { status, text } = await signedIn(target);
    expect([200, 404]).toContain(status);
    expect(text).toMatch(/^(<!doctype html><title>Foedus<\/title>|Not found)$/);
  });

  it('a neighbor whose name begins the same is outside', async () => {
    expect((await signedIn(`/..%2f${path.basename(web)}-secret.txt`)).status).toBe(404);
  });
});

describe('POST /api/trigger', () => {
  it('answers as foedus trigger --json does', async () => {
    const { status, text } = await question({ attackers: ['RUS'], target: 'EST', date: '2025-01-01' });
    expect(status).toBe(200);
    expect(JSON.parse(text).duties).toContainEqual(expect.objectContaining({ state: 'LVA', action: 'defend', treaty: 'nato', article: '5' }));
  });

  it('says who is likely to come', async () => {
    const { status, text } = await question({ attackers: ['PRK'], target: 'KOR', date: '2025-06-01', cascade: 'expected', draws: 5 });
    expect(status).toBe(200);
    expect(JSON.parse(text).cascade).toMatchObject({
      mode: 'expected',
      expected: [{ state: 'USA', side: 'target', bound: [{ treaty: 'us-rok-1953', article: 'III' }] }, {}],
    });
  });

  it.each([
    [{ attackers: ['RUS'], target: 'XXX', date: '2025-01-01' }, 422, "target: There is no state 'XXX'"],
    [{ attackers: ['RUS'], target: 'EST', date: '2025-13-01' }, 422, 'date: there is no 2025-13-01'],
    [{ attackers: [], target: 'EST', date: '2025-01-01' }, 422, 'attackers: '],
    [{ attackers: ['RUS'], target: 'EST', date: '2025-01-01', more: 1 }, 422, 'Unrecognized key'],
    [{ attackers: ['RUS'], target: 'EST', date: '2010-01-01', cascade: 'expected' }, 422, "cascade: expected: the catalog knows nobody's power in 2010"],
    [{ attackers: ['RUS'], target: 'EST', date: '2025-01-01', cascade: 'expected', draws: -1 }, 422, 'draws: '],
    [[], 422, ''],
  ])('%j is a problem with status %i', async (body, status, detail) => {
    const answer = await question(body);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(JSON.parse(answer.text)).toMatchObject({ type: 'about:blank', status, detail: expect.stringContaining(detail) });
  });

  it('a body that is not JSON, or too large, is a problem', async () => {
    const headers = { 'content-type': 'application/json' };
    expect((await signedIn('/api/trigger', { method: 'POST', body: '{', headers })).status).toBe(400);
    expect((await signedIn('/api/trigger', { method: 'POST', body: '{}' })).status).toBe(415);
    expect((await signedIn('/api/trigger', { method: 'POST', body: `{"target":"${'x'.repeat(4_200_000)}"}`, headers })).status).toBe(413);
  });

  it('what is not there is a problem', async () => {
    const { status, text } = await signedIn('/api/nothing');
    expect(status).toBe(404);
    expect(JSON.parse(text).title).toBe('Not found');
  });
});
