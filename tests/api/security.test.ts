import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sameSecret } from '../../src/api/guard.ts';
import { loadCatalog } from '../../src/app/load-catalog.ts';
import { treatyText } from '../../src/core/treaty/write.ts';
import { startTestServer, type TestServer } from './harness.ts';

/** What somebody who is not meant to could try against one running server. */

const PATIENCE = 700;

let folder = '';
let web = '';
let test: TestServer;
let cookie = '';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

interface Sent {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Without the cookie. */
  readonly stranger?: boolean;
}

/** A request whose path, Host and headers no client tidies up. */
function ask(target: string, { method = 'GET', headers = {}, body, stranger = false }: Sent = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const all = { ...(stranger ? {} : { cookie }), ...(body !== undefined && { 'content-type': 'application/json' }), ...headers };
    const sent = request({ host: '127.0.0.1', port: test.server.port, path: target, method, headers: all, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

interface Heard {
  readonly text: string;
  readonly milliseconds: number;
}

/** What the server says to bytes on a bare connection until it closes it, or for a while. */
function raw(write: (send: (bytes: string) => void) => void, wait = 10_000): Promise<Heard> {
  return new Promise((resolve) => {
    const began = performance.now();
    const socket = connect({ host: '127.0.0.1', port: test.server.port });
    let text = '';
    const end = (): void => {
      clearTimeout(clock);
      socket.destroy();
      resolve({ text, milliseconds: performance.now() - began });
    };
    const clock = setTimeout(end, wait);
    socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
    socket.on('error', end);
    socket.on('close', end);
    socket.on('connect', () => write((bytes) => socket.write(bytes)));
  });
}

/** Sends a head and then chunks, up to a hundred, each when the one before is taken, until the server has answered. */
function flood(head: string, chunk: string): Promise<{ readonly text: string; readonly chunks: number }> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: test.server.port });
    let text = '';
    let chunks = 0;
    const end = (): void => {
      socket.destroy();
      resolve({ text, chunks });
    };
    const next = (): void => {
      if (chunks === 100 || socket.destroyed) return;
      chunks += 1;
      socket.write(chunk, () => setTimeout(next, 5));
    };
    socket.on('data', (bytes: Buffer) => {
      text += bytes.toString('latin1');
      if (text.includes('\r\n\r\n')) end();
    });
    socket.on('error', end);
    socket.on('close', end);
    socket.on('connect', () => socket.write(head, next));
  });
}

const own = (): string => `127.0.0.1:${test.server.port}`;
const post = (target: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> =>
  ask(target, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers });
const ATTACK = { attackers: ['RUS'], target: 'EST', date: '2025-01-01' };
const SCRIPT = '<script>alert(1)</script>';

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'foedus-test-'));
  web = path.join(folder, 'web');
  mkdirSync(path.join(web, 'assets'), { recursive: true });
  mkdirSync(path.join(folder, 'workspace', 'drafts'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'outside');
  writeFileSync(path.join(folder, 'secret.yaml'), 'outside');
  writeFileSync(path.join(web, 'index.html'), '<!doctype html><title>Foedus</title>');
  writeFileSync(path.join(web, 'assets', 'main-1a2b.js'), 'export {};');
  symlinkSync(path.join(folder, 'secret.txt'), path.join(web, 'assets', 'link.txt'));
  symlinkSync(folder, path.join(web, 'assets', 'up'));
  symlinkSync(path.join(folder, 'secret.yaml'), path.join(folder, 'workspace', 'drafts', 'linked.yaml'));
  test = await startTestServer({ workspace: path.join(folder, 'workspace'), web, patience: PATIENCE });
  const { headers } = await ask(`/?token=${test.token}`, { stranger: true });
  cookie = String(headers['set-cookie']).split(';')[0] ?? '';
});

afterAll(async () => {
  await test.close();
  rmSync(folder, { recursive: true, force: true });
  expect(test.faults).toEqual([]);
});

describe('pages of others (DNS rebinding, cross-site requests)', () => {
  it.each(['evil.test', 'evil.test:80', 'localhost', 'localhost.evil.test', '127.0.0.1@evil.test', '0.0.0.0', '[::1]', '127.0.0.1:1'])(
    'Host: %s is refused',
    async (host) => {
      // Some are no name of a host at all.
      expect([400, 403]).toContain((await ask('/api/version', { headers: { host } })).status);
      expect([400, 403]).toContain((await post('/api/trigger', ATTACK, { host })).status);
    },
  );

  it('no Host at all is refused', async () => {
    expect((await raw((send) => send(`GET /api/version HTTP/1.0\r\nCookie: ${cookie}\r\n\r\n`))).text).toMatch(/^HTTP\/1\.1 (400|403) /);
  });

  it.each(['http://evil.test', 'null', 'https://127.0.0.1', 'http://127.0.0.1', 'http://localhost:1', 'file://'])(
    'Origin: %s is refused, cookie or not',
    async (origin) => {
      expect((await ask('/api/version', { headers: { origin } })).status).toBe(403);
      expect((await post('/api/trigger', ATTACK, { origin })).status).toBe(403);
    },
  );

  it.each(['cross-site', 'same-site'])('Sec-Fetch-Site: %s is refused', async (site) => {
    expect((await post('/api/trigger', ATTACK, { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' })).status).toBe(403);
    expect((await ask('/catalog.json', { headers: { 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' } })).status).toBe(403);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp'])(
    'a body of %s, which a form can send without asking, is refused',
    async (type) => {
      expect((await post('/api/trigger', ATTACK, { 'content-type': type })).status).toBe(415);
    },
  );

  it('a preflight is refused, and nobody is let in by CORS', async () => {
    const headers = { origin: 'http://evil.test', 'access-control-request-method': 'PUT' };
    const asked = await ask('/api/drafts/x', { method: 'OPTIONS', headers });
    expect(asked.status).toBe(403);
    const answers = [asked, await ask('/api/version'), await ask('/'), await ask('/api/drafts/x', { method: 'OPTIONS' })];
    for (const answer of answers) expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it.each(['http://evil.test', undefined])('a WebSocket is never opened (Origin %s)', async (origin) => {
    const { text } = await raw(
      (send) =>
        send(
          `GET /api/version HTTP/1.1\r\nHost: ${own()}\r\nCookie: ${cookie}\r\n${origin === undefined ? '' : `Origin: ${origin}\r\n`}Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
        ),
      500,
    );
    expect(text).not.toContain('101 Switching');
    if (origin !== undefined) expect(text).not.toMatch(/^HTTP\/1\.1 2/);
  });
});

describe('the token', () => {
  const wrong = (): readonly string[] => {
    const { token } = test;
    return [
      '',
      'x',
      token.slice(1),
      token.slice(0, -1),
      `${token}x`,
      `${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`,
      token.toLowerCase(),
      `${token}\u0000`,
    ];
  };

  it('is compared as a whole: none that is nearly right is taken', async () => {
    for (const given of wrong()) {
      expect(sameSecret(given, test.token)).toBe(false);
      if (!/[^\w-]/.test(given)) expect((await ask('/api/version', { stranger: true, headers: { authorization: `Bearer ${given}` } })).status).toBe(403);
    }
    expect(sameSecret(test.token, test.token)).toBe(true);
  });

  it('is compared in a time that says nothing of how much is right', () => {
    const secret = createHash('sha512').update('x').digest('hex').repeat(200);
    const early = `x${secret.slice(1)}`;
    const late = `${secret.slice(0, -1)}x`;
    const timed = (given: string): number => {
      const began = performance.now();
      for (let i = 0; i < 200; i += 1) sameSecret(given, secret);
      return performance.now() - began;
    };
    const ratios = Array.from({ length: 21 }, () => timed(early) / timed(late)).toSorted((a, b) => a - b);
    // A comparison that stops at the first difference would be over a hundred times faster on the early one.
    expect(ratios[10]).toBeGreaterThan(0.3);
    expect(readFileSync('src/api/guard.ts', 'utf8')).not.toMatch(/[!=]==? *(token|session|secret)\b/);
  });

  it('leaves the address at once, is in no page, no cookie and no header', async () => {
    const { status, headers } = await ask(`/fight?token=${test.token}&date=1914-07-28`, { stranger: true });
    expect(status).toBe(303);
    expect(JSON.stringify(headers)).not.toContain(test.token);
    for (const target of ['/', '/api/version', '/api/openapi.json', '/catalog.json']) {
      const answer = await ask(target);
      expect(answer.text.includes(test.token) || JSON.stringify(answer.headers).includes(test.token)).toBe(false);
    }
  });

  it('reaches no other page by Referer', async () => {
    for (const target of ['/', '/fight', `/?token=${test.token}`, '/api/version', '/none.js']) {
      expect((await ask(target)).headers['referrer-policy']).toBe('no-referrer');
    }
  });

  it('reaches no log', async () => {
    await ask(`/api/version?token=${test.token}`, { stranger: true });
    await ask(`/api/trigger?token=${test.token}`, { stranger: true, method: 'POST', body: '{}' });
    await ask('/api/version', { headers: { authorization: `Bearer ${test.token}`, referer: `http://${own()}/?token=${test.token}` } });
    expect(test.logged.length).toBeGreaterThan(5);
    expect(test.logged.join('\n')).not.toContain(test.token);
    expect(test.logged.join('\n')).not.toContain(cookie.split('=')[1] ?? '-');
  });

  it('of a query is exchanged, never enough for a request that changes', async () => {
    expect((await ask(`/api/drafts/x?token=${test.token}`, { stranger: true, method: 'PUT', body: '{"text":""}' })).status).toBe(403);
  });

  it('does not lead elsewhere, nor add a header', async () => {
    for (const target of [`//evil.test/?token=${test.token}`, `/\\evil.test/?token=${test.token}`, `/%0d%0aSet-Cookie:%20a=b?token=${test.token}`]) {
      const { status, headers } = await ask(target, { stranger: true });
      expect([303, 400]).toContain(status);
      expect(headers['location'] ?? '/').toMatch(/^\/(?![/\\])/);
      expect(String(headers['set-cookie'] ?? '')).not.toContain('a=b');
    }
  });

  it('of another scheme, or a cookie of another name, is nothing', async () => {
    const stranger = true;
    expect((await ask('/api/version', { stranger, headers: { authorization: `Basic ${Buffer.from(`x:${test.token}`).toString('base64')}` } })).status).toBe(
      403,
    );
    expect((await ask('/api/version', { stranger, headers: { cookie: `session=${cookie.split('=')[1] ?? ''}` } })).status).toBe(403);
    expect((await ask('/api/version', { stranger, headers: { cookie: `${cookie.split('=')[0] ?? ''}=${test.token}` } })).status).toBe(403);
  });
});

describe('paths', () => {
  it.each([
    '/..%2f..%2fsecret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
    '/assets/..%252f..%252fsecret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/....//....//secret.txt',
    '/assets/main-1a2b.js%00.txt',
    '/%00',
    '/world/..%2f..%2fpackage.json',
    '/assets/%c0%ae%c0%ae/secret.txt',
    '//etc/passwd.txt',
    '/assets/C:%5csecret.txt',
  ])('%s leads nowhere', async (target) => {
    const { status, text } = await ask(target);
    expect([400, 404]).toContain(status);
    expect(text).not.toContain('outside');
  });

  it.each(['/assets/link.txt', '/assets/up/secret.txt'])('a symbolic link out of the pages is not followed: %s', async (target) => {
    expect(await ask(target)).toMatchObject({ status: 404, text: 'Not found' });
  });

  it.each(['..%2f..%2fsecret', '%2e%2e', '..', 'a%2fb', 'a%00', 'A', 'con', 'x'.repeat(65), '.history', 'a%5cb'])('no draft is called %s', async (name) => {
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const { status, text } = await ask(`/api/drafts/${name}`, {
        method,
        ...(method === 'PUT' && { body: '{"text":"x"}', headers: { 'if-none-match': '*' } }),
      });
      expect([400, 403, 404, 405, 422], `${method} ${status}`).toContain(status);
      expect(text).not.toContain('outside');
    }
  });

  it('a draft that is a symbolic link is none, and saving writes through no link', async () => {
    expect((await ask('/api/drafts/linked')).status).toBe(404);
    await ask('/api/drafts/linked', { method: 'PUT', body: '{"text":"mine"}', headers: { 'if-none-match': '*' } });
    expect(readFileSync(path.join(folder, 'secret.yaml'), 'utf8')).toBe('outside');
  });

  it.each(['../secret', '/etc/passwd', 'draft:../secret', 'nato\u0000', 'file.yaml/..', 'atop:../x'])('no question opens a file: treaty %j', async (treaty) => {
    expect((await post('/api/render', { treaty })).status).toBe(422);
  });

  it('a request names no folder', async () => {
    for (const body of [
      { treaty: 'nato', workspace: '/' },
      { treaty: 'nato', cwd: '/' },
    ])
      expect((await post('/api/render', body)).status).toBe(422);
    expect((await ask('/api/data/sources?workspace=/')).status).toBe(422);
  });
});

describe('names and texts are inert', () => {
  const anzus = loadCatalog().treaties.find(({ id }) => id === 'anzus');
  const named = (name: string): string => (anzus === undefined ? '' : treatyText({ ...anzus, id: 'evil', name }));
  const save = (name: string, text: string): Promise<Answer> =>
    ask(`/api/drafts/${name}`, { method: 'PUT', body: JSON.stringify({ text }), headers: { 'if-none-match': '*' } });

  it('a treaty named <script> is text in HTML and data in JSON', async () => {
    expect((await save('scripted', named(SCRIPT))).status).toBe(201);
    const html = await post('/api/render', { treaty: 'draft:scripted', format: 'html' });
    expect(html.status).toBe(200);
    expect(html.text).toContain('&lt;script&gt;alert(1)');
    expect(html.text).not.toContain(SCRIPT);
    expect(html.headers['content-disposition']).toMatch(/^attachment/);
    const json = await ask('/api/drafts/scripted');
    expect(json.headers['content-type']).toMatch(/^application\/json/);
    expect(json.headers['x-content-type-options']).toBe('nosniff');
    expect(JSON.parse(json.text).title).toBe(SCRIPT);
  });

  it('a problem that repeats what was sent is no page', async () => {
    for (const target of [
      `/api/treaties/${encodeURIComponent(SCRIPT)}`,
      `/api/${encodeURIComponent(SCRIPT)}`,
      `/api/states?date=${encodeURIComponent(SCRIPT)}`,
    ]) {
      const { headers, status } = await ask(target);
      expect(status).toBeGreaterThanOrEqual(404);
      expect(headers['content-type']).toBe('application/problem+json');
    }
  });

  it('a formula is no formula in CSV', async () => {
    const text = named('Entente').replace(/article: .*/, 'article: \'=HYPERLINK("http://evil.test","x")\'');
    const formula = (line: string): boolean => line.split(',').some((cell) => /^"?[=+@]/.test(cell));
    expect((await save('formula', text)).status).toBe(201);
    const { status, text: csv } = await post('/api/calendar', { treaties: ['draft:formula'], from: '1950-01-01', to: '2060-01-01', format: 'csv' });
    expect(status).toBe(200);
    expect(csv.split('\n').filter(formula)).toEqual([]);
  });

  it('a file to keep has a name of the server’s own', async () => {
    const { headers } = await post('/api/render', { treaty: 'nato', format: 'md' });
    expect(headers['content-disposition']).toBe('attachment; filename="nato.md"');
  });

  it('a body cannot reach what all objects share', async () => {
    for (const body of ['{"__proto__":{"polluted":1},"treaty":"nato"}', '{"treaty":"nato","constructor":{"prototype":{"polluted":1}}}'])
      await post('/api/render', body);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('headers', () => {
  it.each(['/', '/api/version', '/api/none', '/none.js', '/catalog.json'])('%s: nothing inline runs, nobody frames it, no type is guessed', async (target) => {
    for (const stranger of [false, true]) {
      const { headers } = await ask(target, { stranger });
      expect(headers['content-security-policy']).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
      expect(String(headers['content-security-policy'])).not.toMatch(/unsafe|\*/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });

  it('the cookie is out of reach of scripts and of other sites', async () => {
    const { headers } = await ask(`/?token=${test.token}`, { stranger: true });
    expect(String(headers['set-cookie'])).toMatch(/; HttpOnly; SameSite=(Lax|Strict)$/);
  });

  it.each(['TRACE', 'PROPFIND', 'PATCH'])('%s tells nothing', async (method) => {
    const { status, text } = await ask('/api/version', { method, headers: { 'x-private': 'echo' } });
    expect([400, 404, 405]).toContain(status);
    expect(text).not.toContain('echo');
  });
});

describe('too much, too slow', () => {
  const alive = async (): Promise<void> => expect((await ask('/api/version')).status).toBe(200);

  it('a body of 100 MB is refused, said or not, long before it is there', async () => {
    const chunk = 'x'.repeat(1_000_000);
    const head = `POST /api/trigger HTTP/1.1\r\nHost: ${own()}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\n`;
    const said = await flood(`${head}Content-Length: 100000000\r\n\r\n`, chunk);
    const chunked = await flood(`${head}Transfer-Encoding: chunked\r\n\r\n`, `${chunk.length.toString(16)}\r\n${chunk}\r\n`);
    for (const { text, chunks } of [said, chunked]) {
      expect(text).toMatch(/^HTTP\/1\.1 413 /);
      expect(chunks).toBeLessThan(40);
    }
    await alive();
  });

  it('a body that comes slowly is waited for no longer than a while', async () => {
    const slow = raw((send) => {
      send(`POST /api/trigger HTTP/1.1\r\nHost: ${own()}\r\nCookie: ${cookie}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`);
      const drip = setInterval(() => send(' '), 100);
      setTimeout(() => clearInterval(drip), 5000);
    });
    await alive();
    const { text, milliseconds } = await slow;
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect(milliseconds).toBeLessThan(PATIENCE + 3000);
  });

  it('so are headers', async () => {
    const slow = raw((send) => {
      send('GET /api/version HTTP/1.1\r\n');
      const drip = setInterval(() => send('X-A: b\r\n'), 100);
      setTimeout(() => clearInterval(drip), 5000);
    });
    await alive();
    expect((await slow).milliseconds).toBeLessThan(PATIENCE + 3000);
  });

  it('a hundred who say nothing hold nobody up', async () => {
    const silent = Array.from({ length: 100 }, () => raw(() => undefined, 1500));
    await alive();
    await Promise.all(silent);
  });

  it.each([
    ['headers', `GET /api/version HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(100_000)}\r\n\r\n`],
    ['an address', `GET /${'x'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
  ])('%s of 100 kB are refused', async (_, bytes) => {
    expect((await raw((send) => send(bytes))).text).toMatch(/^HTTP\/1\.1 4(14|31) /);
    await alive();
  });

  it('two lengths of one body are refused (request smuggling)', async () => {
    const bytes = `POST /api/trigger HTTP/1.1\r\nHost: ${own()}\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /x HTTP/1.1\r\n\r\n`;
    expect((await raw((send) => send(bytes), 1000)).text).toMatch(/^HTTP\/1\.1 400 /);
  });

  it('a question nested without end is refused', async () => {
    const deep = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`;
    expect((await post('/api/model/fearon', `{"input":${deep}}`)).status).toBe(422);
    expect((await post('/api/trigger', '['.repeat(1_000_000))).status).toBe(422);
    await alive();
  });

  it('a text that grows as it is read (YAML aliases) is kept, and is no treaty', async () => {
    const levels = Array.from({ length: 12 }, (_, index) => `l${index + 1}: &l${index + 1} [${Array.from({ length: 10 }, () => `*l${index}`).join(', ')}]`);
    const text = `l0: &l0 lol\n${levels.join('\n')}\n`;
    const began = performance.now();
    expect((await ask('/api/drafts/lol', { method: 'PUT', body: JSON.stringify({ text }), headers: { 'if-none-match': '*' } })).status).toBe(201);
    expect(JSON.parse((await ask('/api/drafts/lol')).text).faults).toBeGreaterThan(0);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it('a compressed body is not unpacked', async () => {
    expect((await post('/api/trigger', '\u001f\u008b\u0008\u0000', { 'content-encoding': 'gzip' })).status).toBe(400);
  });
});

describe('nothing of the machine is told', () => {
  it('in problems', async () => {
    const answers = [
      await post('/api/render', { treaty: 'draft:none' }),
      await ask('/api/treaties/none'),
      await post('/api/trigger', '{'),
      await ask('/api/drafts/none'),
    ];
    for (const { text } of answers) expect(text).not.toMatch(/node_modules|\.ts:|\bat \w+ \(|\/tmp\//);
  });

  it('in headers', async () => {
    const { headers } = await ask('/api/version');
    expect(headers['server'] ?? headers['x-powered-by']).toBeUndefined();
  });
});
