import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wordsOf } from '../docs/examples.ts';
import { ROOT } from '../house/sources.ts';

const BIN = path.join(ROOT, 'bin', 'foedus.mjs');
const LONG = {
  unit: 'directed-dyad-year',
  years: { first: 1816, last: 2100 },
  add: ['atop', 'nmc', 'contiguity', 'gml', 'majors', 'distance', 'peace-years', 'spells'],
  format: 'dta',
};

let folder = '';
let scratch = '';
let workspace = '';
let server: ChildProcess;
let link = '';
let log = '';

/** What `foedus ... --json` prints on the same store. */
function printed(...argv: string[]): unknown {
  const { stdout, stderr } = spawnSync(process.execPath, [BIN, ...argv, '--workspace', workspace, '--json'], { encoding: 'utf8' });
  return { ...JSON.parse(stdout === '' ? JSON.stringify({ stderr }) : stdout), seconds: 0 };
}

const ask = (address: string, init: RequestInit = {}): Promise<Response> => {
  const { origin, searchParams } = new URL(link);
  return fetch(`${origin}${address}`, {
    ...init,
    headers: { authorization: `Bearer ${searchParams.get('token') ?? ''}`, connection: 'close', 'content-type': 'application/json' },
  });
};
const post = (address: string, body: unknown, init: RequestInit = {}): Promise<Response> =>
  ask(address, { method: 'POST', body: JSON.stringify(body), ...init });
const answered = async (response: Promise<Response>): Promise<unknown> => ({ ...(await (await response).json()), seconds: 0 });
const answersLeft = (): string[] => readdirSync(scratch).filter((name) => name.startsWith('foedus-answer-'));

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'foedus-test-'));
  scratch = path.join(folder, 'tmp');
  workspace = path.join(folder, 'world');
  mkdirSync(scratch);
  spawnSync(process.execPath, [BIN, 'data', 'import', '--synthetic', '--workspace', workspace]);
  server = spawn(process.execPath, [BIN, 'serve', '--port', '0', '--workspace', workspace, '--verbose'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, TMPDIR: scratch, TEMP: scratch, TMP: scratch },
  });
  server.stderr?.on('data', (chunk: Buffer) => (log += chunk.toString()));
  link = await new Promise((resolve, reject) => {
    server.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString().trim()));
    server.once('exit', () => reject(new Error(`foedus serve ended: ${log}`)));
  });
});

afterAll(async () => {
  if (server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await ended;
  }
  rmSync(folder, { recursive: true });
});

describe('the answers are those of the command line', () => {
  it('data status', async () => {
    expect(await answered(ask('/api/data/status'))).toEqual(printed('data', 'status'));
  });

  it('data list', async () => {
    expect(await answered(ask('/api/data/sources'))).toEqual(printed('data', 'list'));
  });

  it('panel', async () => {
    const body = { unit: 'dyad-year', years: { first: 1900, last: 1910 }, add: ['atop', 'peace-years'], head: 3, audit: 1905 };
    const value = await answered(post('/api/panel', body));
    expect(value).toEqual(printed('panel', 'dyad-year', '--years', '1900-1910', '--add', 'atop,peace-years', '--head', '3', '--audit', '1905'));
    expect(value).toMatchObject({ unit: 'dyad-year', system: 'cow', versions: { atop: 'synthetic-1' }, head: [{}, {}, {}] });
  });

  it('measure', async () => {
    const weights = [7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    expect(await answered(post('/api/measure/shapley-shubik', { weights, quota: 39 }))).toEqual(
      printed('measure', 'shapley-shubik', '--weights', '7x5,1x10', '--quota', '39'),
    );
    expect(await answered(post('/api/measure/concentration', { years: { first: 1900, last: 1902 } }))).toEqual(
      printed('measure', 'concentration', '--years', '1900-1902'),
    );
  });

  it('measure of states and ties of your own', async () => {
    const input = {
      states: [
        { state: 'A', size: 15 },
        { state: 'B', size: 9 },
        { state: 'C', size: 6 },
      ],
    };
    writeFileSync(path.join(folder, 'input'), JSON.stringify(input));
    expect(await answered(post('/api/measure/niou-ordeshook-rose', { input }))).toEqual(
      printed('measure', 'niou-ordeshook-rose', '--input', path.join(folder, 'input')),
    );
  });

  it('similarity', async () => {
    expect(await answered(ask('/api/similarity?years=1900-1901'))).toEqual(printed('similarity', '--years', '1900-1901'));
  });

  it('network of a year, and of years', async () => {
    expect(await answered(ask('/api/network?year=1900&negative=gml'))).toEqual(printed('network', '--year', '1900', '--negative', 'gml'));
    expect(await answered(ask('/api/network?years=1900-1901&obligation=any&by=state&seed=7'))).toEqual(
      printed('network', '--years', '1900-1901', '--obligation', 'any', '--by', 'state', '--seed', '7'),
    );
  });
});

describe('files', () => {
  const panel = { unit: 'state-year', years: { first: 1900, last: 1901 }, add: ['nmc'] };

  it.each([
    ['csv', 'text/csv; charset=utf-8', 'ccode,year,'],
    ['parquet', 'application/vnd.apache.parquet', 'PAR1'],
    ['dta', 'application/x-stata-dta', '<stata_dta><header><release>118'],
  ])('a panel as .%s', async (format, type, start) => {
    const response = await post('/api/panel', { ...panel, format });
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString('latin1').startsWith(start)).toBe(true);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': type,
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="state-year-1900-1901.${format}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
  });

  it.each([
    ['/api/similarity?year=1900&format=csv', 'similarity-1900-1900.csv', 'ccode1,ccode2,year,s,'],
    ['/api/network?year=1900&format=csv', 'defense-1900.csv', 'ccode,'],
    ['/api/network?years=1900-1901&format=csv', 'defense-1900-1901.csv', 'year,'],
    ['/api/network?year=1900&format=graphml', 'defense-1900.graphml', '<?xml'],
    ['/api/network?year=1900&format=gexf', 'defense-1900.gexf', '<?xml'],
  ])('%s', async (address, name, start) => {
    const response = await ask(address);
    expect((await response.text()).startsWith(start)).toBe(true);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
  });

  it('a measure', async () => {
    const response = await post('/api/measure/banzhaf', { weights: [2, 1, 1], quota: 3, format: 'csv' });
    expect((await response.text()).startsWith('player,weight,')).toBe(true);
  });

  it('leave nothing behind', async () => {
    await expect.poll(answersLeft).toEqual([]);
  });
});

describe('mistakes are problems that say what to do', () => {
  it.each([
    ['/api/panel', { unit: 'state-year', add: ['nmcc'] }, "add: 'nmcc' is nothing a panel can take. Did you mean nmc?", 'It takes: '],
    ['/api/panel', { unit: 'state-year', states: ['Rusia'] }, 'Did you mean RUS (Russia)?', ''],
    ['/api/panel', { unit: 'state-year', add: ['sipri'] }, 'sipri: ', "'foedus data import --from DIR'"],
    ['/api/measure/polarityy', {}, "there is no measure 'polarityy'. Did you mean polarity", ''],
    ['/api/measure/polarity', { quota: 3 }, 'measure polarity takes no quota.', 'It takes: state'],
  ])('%s %j', async (address, body, detail, hint) => {
    const response = await post(address, body);
    const value = await response.json();
    expect(response.status).toBe(422);
    expect(value).toMatchObject({ title: 'Not a question', status: 422, detail: expect.stringContaining(detail) });
    expect((value.hints ?? []).join('\n')).toContain(hint);
  });
});

describe('docs/api.md', () => {
  const shown = [...readFileSync(path.join(ROOT, 'docs', 'api.md'), 'utf8').matchAll(/^curl (.+)$/gm)].map(([, line = '']) => wordsOf(line));

  it('shows requests', () => {
    expect(shown.length).toBeGreaterThanOrEqual(8);
  });

  const after = (words: readonly string[], option: string): readonly string[] => words.filter((_, index) => words[index - 1] === option);

  it.each(shown.map((words) => [words.find((word) => word.startsWith('$FOEDUS'))?.slice('$FOEDUS'.length) ?? '', words] as const))(
    '%s is answered',
    async (address, words) => {
      const { origin, searchParams } = new URL(link);
      const headers = after(words, '-H').map((line) =>
        line
          .replace('$TOKEN', searchParams.get('token') ?? '')
          .split(/: (.*)/)
          .slice(0, 2),
      );
      const [body] = after(words, '-d');
      const method = after(words, '-X')[0] ?? (body === undefined ? 'GET' : 'POST');
      const response = await fetch(`${origin}${address}`, { method, headers: Object.fromEntries(headers), ...(body !== undefined && { body }) });
      const { ok } = response;
      expect({ ok, bytes: (await response.arrayBuffer()).byteLength > 0 }).toEqual({ ok: true, bytes: true });
    },
  );
});

describe('long work', () => {
  it('holds no other request up', async () => {
    let done = 0;
    const long = Array.from({ length: 3 }, async () => {
      const bytes = Buffer.from(await (await post('/api/panel', LONG)).arrayBuffer());
      if (bytes.toString('latin1', 0, 11) === '<stata_dta>') done += 1;
    });
    await expect.poll(() => answersLeft().length).toBe(3);
    expect((await ask('/api/version')).status).toBe(200);
    expect((await ask('/api/data/sources')).status).toBe(200);
    expect(done).toBeLessThan(3);
    await Promise.all(long);
    expect(done).toBe(3);
  });

  it('waits in a line of a few, and is left when who asked goes away', async () => {
    const away = new AbortController();
    const asked = Array.from({ length: 5 }, () => post('/api/panel', LONG, { signal: away.signal }).catch(() => undefined));
    await expect.poll(() => answersLeft().length).toBe(5);
    const refused = await post('/api/panel', LONG);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(await refused.json()).toMatchObject({ title: 'Busy' });
    away.abort();
    expect(await Promise.all(asked)).toEqual([undefined, undefined, undefined, undefined, undefined]);
    expect((await post('/api/panel', { unit: 'state-year', years: { first: 1900, last: 1901 } })).status).toBe(200);
    await expect.poll(answersLeft).toEqual([]);
  });

  it('ends with the server, and leaves no file', async () => {
    const asked = post('/api/panel', LONG).catch(() => undefined);
    await expect.poll(() => answersLeft().length).toBe(1);
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    expect(await ended).toBe(0);
    await asked;
    expect(readdirSync(scratch)).toEqual([]);
    expect(log).not.toMatch(/Error/);
  });
});
