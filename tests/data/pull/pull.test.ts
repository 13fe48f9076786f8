import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LEDGER_FILE, readLedger } from '../../../src/data/store/ledger.ts';
import { pullSources, type Pulled, type PullOptions, type PullProgress } from '../../../src/data/pull/index.ts';
import { createMeter } from '../../../src/data/pull/progress.ts';
import type { Download, Source } from '../../../src/data/source.ts';
import { sources } from '../../../src/data/sources/index.ts';
import { withStore } from '../../../src/data/store/store.ts';
import { madeUp } from '../../support/made-up-source.ts';
import { bytes, dropping, fileServer, status, type Answer, type FileServer } from '../../support/file-server.ts';
import { zip } from '../../support/zip.ts';

const ROWS = 3000;
const CSV = `year,value\n${Array.from({ length: ROWS }, (_, year) => `${year},${(year * 7919) % 1009}\n`).join('')}`;
const ARCHIVE = zip([
  { name: 'made-up.csv', content: CSV, method: 'stored' },
  { name: 'codebook.pdf', content: '%PDF-1.4' },
]);
const OTHER = zip([{ name: 'made-up.csv', content: 'year,value\n1,2\n' }]);
const hash = (body: Uint8Array): string => createHash('sha256').update(body).digest('hex');

let root: string;
let workspace: string;
let server: FileServer;
beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'foedus-pull-'));
  server = await fileServer();
});
beforeEach(() => {
  workspace = mkdtempSync(path.join(root, 'workspace-'));
});
afterEach(() => {
  server.requests.length = 0;
});
afterAll(async () => {
  await server.close();
  rmSync(root, { recursive: true, force: true });
});

const HASTE = { idle: 5000, tries: 3, pause: 5, longestPause: 50 };

async function pull(source: Source, options: Partial<PullOptions> = {}): Promise<Pulled> {
  const [outcome] = await pullSources(workspace, [source], { accept: async () => true, ...options, patience: { ...HASTE, ...options.patience } });
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}

/** The source with one file, answered for like this. */
function served(...answers: readonly [Answer, ...Answer[]]): Source {
  return madeUp({ url: server.on('/made-up.zip', ...answers), file: 'made-up.zip' });
}

/** What a source fails with; nothing may then be in the store, and no hash held to. */
async function faultOf(source: Source, options?: Partial<PullOptions>): Promise<{ readonly message: string; readonly detail: readonly string[] }> {
  const outcome = await pull(source, options);
  if (outcome.outcome !== 'failed') throw new Error(`not failed but ${outcome.outcome}`);
  expect(outcome.detail.length).toBeGreaterThan(0);
  expect(readLedger(workspace).entries).toEqual([]);
  expect(hashes()).toBeUndefined();
  return outcome;
}

const downloads = (): string[] => {
  const folder = path.join(workspace, 'downloads', 'made-up');
  return existsSync(folder) ? readdirSync(folder).toSorted() : [];
};

function hashes(): string | undefined {
  const file = path.join(workspace, 'downloads', 'hashes.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** Whether so many bytes of the archive are in its part. */
const arrived = (size: number): boolean =>
  (statSync(path.join(workspace, 'downloads', 'made-up', 'made-up.zip.part'), { throwIfNoEntry: false })?.size ?? 0) >= size;

const partial = ['made-up.zip.part', 'made-up.zip.part.json'];

describe('a source is fetched and imported', () => {
  it('whole, its hash recorded, its file kept', async () => {
    const outcome = await pull(served(bytes(ARCHIVE)));
    expect(outcome).toMatchObject({
      source: 'made-up',
      outcome: 'imported',
      files: [{ file: 'made-up.zip', sha256: hash(ARCHIVE), bytes: ARCHIVE.length, from: 'server', held: 'new' }],
      report: { imported: [{ source: 'made-up', tables: [{ table: 'state-year', rows: ROWS }] }], failed: [] },
    });
    expect(downloads()).toEqual(['made-up.zip']);
    expect(readdirSync(path.join(workspace, 'downloads')).toSorted()).toEqual(['hashes.json', 'made-up']);
    const entry = readLedger(workspace).entries[0];
    expect(entry).toMatchObject({ source: 'made-up', tables: [{ table: 'state-year', rows: ROWS }] });
    await withStore(workspace, async (store) => expect(store.has('made-up', 'state-year')).toBe(true));
  });

  it('again, without a byte fetched: it works offline', async () => {
    const source = served(bytes(ARCHIVE));
    await pull(source);
    server.requests.length = 0;
    expect(await pull(source)).toMatchObject({
      outcome: 'imported',
      files: [{ from: 'kept', held: 'recorded' }],
      report: { imported: [], unchanged: [{ source: 'made-up' }] },
    });
    expect(server.requests).toEqual([]);
  });

  it('again, where the file kept was damaged meanwhile', async () => {
    const source = served(bytes(ARCHIVE));
    await pull(source);
    writeFileSync(path.join(workspace, 'downloads', 'made-up', 'made-up.zip'), 'damaged');
    expect(await pull(source)).toMatchObject({ outcome: 'imported', files: [{ from: 'server', held: 'recorded' }] });
  });

  it('as several files, and as a plain one', async () => {
    const outcome = await pull(
      madeUp(
        { url: server.on('/made-up.csv', bytes(Buffer.from(CSV))), file: 'made-up.csv' },
        { url: server.on('/codebook.pdf', bytes(Buffer.from('%PDF-1.4'))), file: 'codebook.pdf' },
      ),
    );
    expect(outcome).toMatchObject({ outcome: 'imported', files: [{ file: 'made-up.csv' }, { file: 'codebook.pdf' }] });
  });

  it('without what an earlier edition left in its folder', async () => {
    const folder = path.join(workspace, 'downloads', 'made-up');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'made-up.csv'), 'year,value\n1,1\n');
    expect(await pull(served(bytes(ARCHIVE)))).toMatchObject({ report: { imported: [{ tables: [{ rows: ROWS }] }] } });
    expect(downloads()).toEqual(['made-up.zip']);
  });

  it('with progress: of every file, from its first bytes to the import', async () => {
    const seen: PullProgress[] = [];
    await pull(served(bytes(ARCHIVE)), { onProgress: (progress) => seen.push(progress) });
    expect(seen.every(({ source, file }) => source === 'made-up' && file === 'made-up.zip')).toBe(true);
    const all = { bytes: ARCHIVE.length, total: ARCHIVE.length };
    expect(seen.slice(-3)).toMatchObject([
      { doing: 'fetching', ...all },
      { doing: 'checking', ...all },
      { doing: 'importing', ...all },
    ]);
  });

  it('one that fails holds no other up', async () => {
    const bad = { ...madeUp({ url: `${server.origin}/none.zip`, file: 'none.zip' }), id: 'absent' };
    const outcomes = await pullSources(workspace, [bad, served(bytes(ARCHIVE))], { accept: async () => true, patience: HASTE });
    expect(outcomes.map(({ source, outcome }) => [source, outcome])).toEqual([
      ['absent', 'failed'],
      ['made-up', 'imported'],
    ]);
  });
});

describe('the time left', () => {
  /** What a meter reports of bytes that came at these milliseconds. */
  function reported(total: number | null, ...came: readonly (readonly [at: number, bytes: number])[]): (number | null)[][] {
    const seen: (number | null)[][] = [];
    let clock = 0;
    const meter = createMeter(
      'a',
      'a.zip',
      ({ bytes: size, secondsLeft }) => seen.push([size, secondsLeft]),
      () => clock,
    );
    for (const [at, size] of came) {
      clock = at;
      meter.bytes(size, total);
    }
    return seen;
  }

  it('is that of the bytes that lack, at the speed since the first came', () => {
    expect(reported(1000, [0, 100], [1000, 200], [2000, 500], [3000, 1000])).toEqual([
      [100, null],
      [200, 8],
      [500, 2.5],
      [1000, 0],
    ]);
  });

  it('is not known where the server does not say how much there is', () => {
    expect(reported(null, [0, 100], [1000, 200])).toEqual([
      [100, null],
      [200, null],
    ]);
  });

  it('is told ten times a second at most, and at the end', () => {
    expect(reported(1000, [0, 1], [50, 2], [99, 3], [100, 4], [110, 1000]).map(([size]) => size)).toEqual([1, 4, 1000]);
  });

  it('begins anew where the download does', () => {
    expect(reported(1000, [0, 100], [1000, 900], [2000, 100], [3000, 200]).at(-1)).toEqual([200, 8]);
  });
});

describe('terms', () => {
  it('are asked for once, before a byte is fetched, and the ledger says when', async () => {
    const asked: string[] = [];
    const accept: PullOptions['accept'] = async (source) => {
      asked.push(`${source.terms.text} ${server.requests.length}`);
      return true;
    };
    const source = served(bytes(ARCHIVE));
    await pull(source, { accept });
    await pull(source, { accept });
    expect(asked).toEqual(['Free for tests. 0']);
    expect(Date.parse(readLedger(workspace).accepted['made-up'] ?? '')).toBeGreaterThan(Date.now() - 60_000);
  });

  it('declined: nothing is fetched, nothing written', async () => {
    expect(await pull(served(bytes(ARCHIVE)), { accept: async () => false })).toEqual({
      source: 'made-up',
      outcome: 'declined',
      message: 'made-up: its terms were not accepted; nothing was fetched.',
    });
    expect(server.requests).toEqual([]);
    expect(readdirSync(workspace)).toEqual([]);
  });

  it('a source without an address says where it is to be had, and asks nothing', async () => {
    const accept = async (): Promise<boolean> => {
      throw new Error('asked');
    };
    expect(await pull(madeUp(), { accept })).toEqual({
      source: 'made-up',
      outcome: 'by-hand',
      message: 'made-up: Made-up values has no address that foedus can fetch it from.',
      detail: ['Download it at https://data.example/made-up', 'then import the folder it lies in: foedus data import --from DIR', 'Its terms: Free for tests.'],
    });
  });
});

describe('a download goes on where it stopped', () => {
  const wanted = ARCHIVE.length;

  it('after dropped connections, by Range and If-Range', async () => {
    const paused: string[] = [];
    const outcome = await pull(served(dropping(5000, ARCHIVE, arrived), dropping(5000, ARCHIVE, arrived), bytes(ARCHIVE)), {
      onProgress: ({ doing, note }) => doing === 'waiting' && paused.push(note ?? ''),
    });
    expect(outcome).toMatchObject({ outcome: 'imported', files: [{ sha256: hash(ARCHIVE) }] });
    expect(server.requests).toEqual(['/made-up.zip', '/made-up.zip bytes=5000-', '/made-up.zip bytes=10000-']);
    expect(paused).toHaveLength(2);
    expect(paused[0]).toMatch(/^the connection .*; next try in 1 s$/);
  });

  it('in a later run, after one that gave up', async () => {
    const { message, detail } = await faultOf(served(dropping(5000, ARCHIVE, arrived), status(503)));
    expect(message).toMatch(/^made-up: made-up\.zip: 127\.0\.0\.1:\d+ answered with status 503, 3 times in a row\.$/);
    expect(detail).toEqual(['0.0 MiB are kept. Run the command again later: it goes on from there.']);
    expect(downloads()).toEqual(partial);
    server.requests.length = 0;
    expect(await pull(served(bytes(ARCHIVE)))).toMatchObject({ outcome: 'imported', files: [{ sha256: hash(ARCHIVE) }] });
    expect(server.requests).toEqual(['/made-up.zip bytes=5000-']);
  });

  it('from the start, where the file changed meanwhile', async () => {
    await faultOf(served(dropping(5000, ARCHIVE, arrived, '"old"'), status(503)));
    expect(await pull(served(bytes(ARCHIVE, '"new"')))).toMatchObject({ outcome: 'imported', files: [{ sha256: hash(ARCHIVE) }] });
  });

  it('from the start, where the server gives no mark by which it is the same file', async () => {
    const unmarked =
      (after: number): Answer =>
      (_, response) => {
        response.writeHead(200, { 'content-length': wanted });
        response.write(ARCHIVE.subarray(0, after), () => setTimeout(() => response.destroy(), 20));
      };
    expect(await pull(served(unmarked(5000), bytes(ARCHIVE)))).toMatchObject({ outcome: 'imported' });
    expect(server.requests).toEqual(['/made-up.zip', '/made-up.zip']);
  });

  it('from the start, where the server answers for another range', async () => {
    const wrongRange: Answer = (_, response) => {
      response.writeHead(206, { 'content-range': `bytes 0-${wanted - 1}/${wanted}`, 'content-length': wanted }).end(ARCHIVE);
    };
    expect(await pull(served(dropping(5000, ARCHIVE, arrived), wrongRange, bytes(ARCHIVE)))).toMatchObject({
      outcome: 'imported',
      files: [{ sha256: hash(ARCHIVE) }],
    });
    expect(server.requests).toEqual(['/made-up.zip', '/made-up.zip bytes=5000-', '/made-up.zip']);
  });

  it('and is not asked for again where all of it came, and the end was not reached', async () => {
    const folder = path.join(workspace, 'downloads', 'made-up');
    mkdirSync(folder, { recursive: true });
    const source = served(bytes(ARCHIVE));
    writeFileSync(path.join(folder, 'made-up.zip.part'), ARCHIVE);
    writeFileSync(path.join(folder, 'made-up.zip.part.json'), JSON.stringify({ url: source.downloads[0]?.url, validator: '"one"', total: wanted }));
    expect(await pull(source)).toMatchObject({ outcome: 'imported', files: [{ sha256: hash(ARCHIVE) }] });
    expect(server.requests).toEqual([]);
  });

  it('where it is told to stop: what came is kept, and no further source tried', async () => {
    const stop = new AbortController();
    const stalled: Answer = (_, response) => {
      response.writeHead(200, { 'content-length': wanted, etag: '"one"' });
      response.write(ARCHIVE.subarray(0, 5000));
    };
    const sourcesOfTwo = [served(stalled), { ...madeUp(), id: 'next' }];
    const outcomes = await pullSources(workspace, sourcesOfTwo, {
      accept: async () => true,
      signal: stop.signal,
      onProgress: ({ bytes: came }) => came >= 5000 && stop.abort(),
    });
    expect(outcomes).toEqual([
      {
        source: 'made-up',
        outcome: 'failed',
        message: 'made-up: made-up.zip: stopped at 0.0 MiB.',
        detail: ['Run the command again: it goes on from there.'],
      },
    ]);
    expect(readFileSync(path.join(workspace, 'downloads', 'made-up', 'made-up.zip.part'))).toEqual(ARCHIVE.subarray(0, 5000));
  });
});

describe('a server in trouble', () => {
  it('500, then 429 with Retry-After, then the file', async () => {
    const outcome = await pull(served(status(500), status(429, { 'retry-after': '0' }), bytes(ARCHIVE)));
    expect(outcome).toMatchObject({ outcome: 'imported' });
    expect(server.requests).toHaveLength(3);
  });

  it('asks to wait longer than is waited', async () => {
    const notes: string[] = [];
    await pull(served(status(503, { 'retry-after': '3600' }), bytes(ARCHIVE)), { onProgress: ({ note }) => note !== undefined && notes.push(note) });
    expect(notes).toEqual([expect.stringMatching(/answered with status 503; next try in 1 s$/)]);
  });

  it('is not there', async () => {
    const { message } = await faultOf(madeUp({ url: 'http://127.0.0.1:9/made-up.zip', file: 'made-up.zip' }), { network: { fetch: refused } });
    expect(message).toBe('made-up: made-up.zip: the connection dropped (ECONNREFUSED), 3 times in a row.');
  });

  it('has a name that nobody knows: no second try', async () => {
    let asked = 0;
    const fetch = async (): Promise<Response> => {
      asked++;
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('getaddrinfo ENOTFOUND'), { code: 'ENOTFOUND' }) });
    };
    const { message } = await faultOf(madeUp({ url: 'https://nowhere.example/a.zip', file: 'a.zip' }), { network: { fetch } });
    expect(message).toBe('made-up: a.zip: its server is not found (ENOTFOUND).');
    expect(asked).toBe(1);
  });

  it('has a certificate that is not trusted', async () => {
    const fetch = async (): Promise<Response> => {
      throw new TypeError('fetch failed', { cause: Object.assign(new Error('expired'), { code: 'CERT_HAS_EXPIRED' }) });
    };
    const { message } = await faultOf(madeUp({ url: 'https://data.example/a.zip', file: 'a.zip' }), { network: { fetch } });
    expect(message).toBe('made-up: a.zip: the certificate of its server is not trusted (CERT_HAS_EXPIRED).');
  });

  it('says nothing at all', async () => {
    const { message } = await faultOf(
      served(() => undefined),
      { patience: { idle: 200 } },
    );
    expect(message).toMatch(/^made-up: made-up\.zip: no answer for 0 seconds, 3 times in a row\.$/);
    expect(server.requests).toHaveLength(3);
  });

  it('stops in the middle without closing', async () => {
    const stalls: Answer = (_, response) => {
      response.writeHead(200, { 'content-length': ARCHIVE.length, etag: '"one"' });
      response.write(ARCHIVE.subarray(0, 5000));
    };
    expect(await pull(served(stalls, bytes(ARCHIVE)), { patience: { idle: 500 } })).toMatchObject({ outcome: 'imported' });
    expect(server.requests).toEqual(['/made-up.zip', '/made-up.zip bytes=5000-']);
  });

  it.each([
    [404, /^made-up: made-up\.zip: is no longer at http:.* \(404\)\.$/],
    [403, /^made-up: made-up\.zip: 127\.0\.0\.1:\d+ does not give it out to a program \(403\)\.$/],
    [418, /answered with status 418\.$/],
  ])('answers %i: no second try', async (code, message) => {
    expect((await faultOf(served(status(code)))).message).toMatch(message);
    expect(server.requests).toHaveLength(1);
  });
});

const refused = async (): Promise<Response> => {
  throw new TypeError('fetch failed', { cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }) });
};

describe('redirects', () => {
  it('are followed', async () => {
    server.on('/moved', status(302, { location: '/made-up.zip' }));
    served(bytes(ARCHIVE));
    expect(await pull(madeUp({ url: `${server.origin}/moved`, file: 'made-up.zip' }))).toMatchObject({ outcome: 'imported' });
  });

  it('not without end', async () => {
    const { message } = await faultOf(served(status(302, { location: '/made-up.zip' })));
    expect(message).toMatch(/^made-up: made-up\.zip: was sent on more than 5 times, lastly by 127\.0\.0\.1:\d+\.$/);
    expect(server.requests).toHaveLength(6);
  });

  /** A public server that sends one on; the name `inside.example` is of this network. */
  const sending = (location: string): NonNullable<PullOptions['network']> => ({
    fetch: async (url) => {
      if (String(url) !== 'https://data.example/a.zip') throw new Error(`asked for ${String(url)}`);
      return new Response(null, { status: 302, headers: { location } });
    },
    lookup: async (name) => (name === 'inside.example' ? ['203.0.113.5', '10.1.2.3'] : ['203.0.113.5']),
  });
  const source = (): Source => madeUp({ url: 'https://data.example/a.zip', file: 'a.zip' });

  it.each([
    'https://127.0.0.1/a.zip',
    'https://localhost/a.zip',
    'https://10.0.0.8/a.zip',
    'https://169.254.169.254/latest',
    'https://192.168.1.1/',
    'https://[::1]/a.zip',
    'https://[fe80::1]/a.zip',
    'https://[::ffff:10.0.0.8]/a.zip',
    'https://2130706433/a.zip',
    'https://printer.local/a.zip',
    'https://inside.example/a.zip',
  ])('from a public server never into this machine or its network: %s', async (location) => {
    expect((await faultOf(source(), { network: sending(location) })).message).toMatch(/which lies in this machine or its own network\.$/);
  });

  it.each(['http://data.example/a.zip', 'http://127.0.0.1/a.zip', 'ftp://data.example/a.zip', 'file:///etc/passwd'])('never to %s', async (location) => {
    expect((await faultOf(source(), { network: sending(location) })).message).toMatch(
      /^made-up: a\.zip: data\.example sends on to .*, which is not an https address\.$/,
    );
  });

  it('to a public server are followed', async () => {
    const asked: string[] = [];
    const network: NonNullable<PullOptions['network']> = {
      fetch: async (url) => {
        asked.push(String(url));
        return asked.length === 1
          ? new Response(null, { status: 301, headers: { location: '//mirror.example/b.zip' } })
          : new Response(new Uint8Array(ARCHIVE));
      },
      lookup: async () => ['203.0.113.5'],
    };
    expect(await pull(source(), { network })).toMatchObject({ outcome: 'imported' });
    expect(asked).toEqual(['https://data.example/a.zip', 'https://mirror.example/b.zip']);
  });
});

describe('what is not the file', () => {
  const HTML = '<!DOCTYPE html><html><title>Please accept our terms</title></html>';

  it.each([
    ['a web page with status 200', status(200, { 'content-type': 'text/html' }, HTML), 'the server sent a web page, not the archive.'],
    ['a web page under a false type', status(200, { 'content-type': 'application/zip' }, HTML), 'the server sent a web page, not the archive.'],
    ['a part of a web page', status(200, { 'content-type': 'text/html; charset=utf-8' }, '<div>Moved</div>'), 'the server sent a web page, not the archive.'],
    ['JSON', status(200, { 'content-type': 'application/json' }, '{"error":"gone"}'), 'the server sent JSON, not the archive'],
    ['nothing', status(200), 'is empty.'],
    ['text', status(200, {}, CSV), 'is no zip archive, whatever its name says.'],
  ])('%s: said at once, and nothing kept', async (_, answer, message) => {
    expect((await faultOf(served(answer))).message).toContain(`made-up: made-up.zip: ${message}`);
    expect(downloads()).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it('a web page in the place of a table', async () => {
    const url = server.on('/made-up.csv', status(200, { 'content-type': 'text/html' }, HTML));
    expect((await faultOf(madeUp({ url, file: 'made-up.csv' }))).message).toBe('made-up: made-up.csv: the server sent a web page, not the file.');
  });

  it('a truncated archive whose server does not say how long it is: refused by the archive, its hash not recorded', async () => {
    const cut: Answer = (_, response) => {
      response.writeHead(200).end(ARCHIVE.subarray(0, -40));
    };
    const source = served(cut, bytes(ARCHIVE));
    expect((await faultOf(source)).message).toContain('made-up.zip: the archive is cut short');
    expect(await pull(source)).toMatchObject({ outcome: 'imported', files: [{ from: 'server', held: 'new' }] });
  });

  it('zip-slip and a zip bomb, refused by the archive', async () => {
    const slip = zip([{ name: '../made-up.csv', content: CSV }]);
    expect((await faultOf(served(bytes(slip)))).message).toContain("points out of the archive by '..'");
    const bomb = zip([{ name: 'made-up.csv', content: CSV, declared: 0xffff_fff0 }]);
    expect((await faultOf(served(bytes(bomb)))).message).toContain('this is how a zip bomb looks');
    expect(readdirSync(path.join(workspace, 'data'), { recursive: true })).toEqual([]);
  });

  it('one file of several: what the others brought is said', async () => {
    const outcome = await pull(
      madeUp(
        { url: server.on('/made-up.csv', bytes(Buffer.from(CSV))), file: 'made-up.csv' },
        { url: server.on('/more.zip', bytes(zip([{ name: 'a.csv', content: CSV, crc: 1 }]).subarray(0, -4))), file: 'more.zip' },
      ),
    );
    expect(outcome).toMatchObject({ outcome: 'failed', message: expect.stringContaining('more.zip: the archive is cut short') });
    expect(outcome).toMatchObject({ detail: expect.arrayContaining(['Imported from its other files: state-year']) });
    expect(hashes()).toBeUndefined();
  });

  it('an archive that holds nothing foedus knows', async () => {
    const { message, detail } = await faultOf(served(bytes(zip([{ name: 'renamed.csv', content: CSV }]))));
    expect(message).toContain('holds no table that foedus knows of it: the published files have changed.');
    expect(detail.join()).toContain('made-up.zip');
  });
});

describe('limits', () => {
  it('a file larger than is taken, by what the server says: no byte of it is read', async () => {
    const huge: Answer = (_, response) => {
      response.writeHead(200, { 'content-length': 5e9 });
      response.write('PK');
    };
    expect((await faultOf(served(huge))).message).toBe(
      'made-up: made-up.zip: is 4768.4 MiB by what its server says, more than the 2048.0 MiB that foedus downloads.',
    );
    expect(downloads()).toEqual([]);
  });

  it('a body without end, whose server says nothing', async () => {
    const endless: Answer = (_, response) => {
      response.writeHead(200);
      response.write(ARCHIVE);
      const more = setInterval(() => response.write(ARCHIVE), 1);
      response.on('close', () => clearInterval(more));
    };
    const { message } = await faultOf(served(endless), { patience: { bytes: 100_000 } });
    expect(message).toBe('made-up: made-up.zip: goes on and on, more than the 0.1 MiB that foedus downloads.');
    expect(downloads()).toEqual([]);
  });

  it('a Content-Length larger than the body: dropped, never taken for whole', async () => {
    const lies: Answer = (_, response) => {
      response.writeHead(200, { 'content-length': ARCHIVE.length + 100 });
      response.write(ARCHIVE, () => setTimeout(() => response.destroy(), 20));
    };
    expect((await faultOf(served(lies))).message).toMatch(/the connection .*, 3 times in a row\.$/);
  });

  it('a Content-Length smaller than the body: the rest is lost, and the archive says so', async () => {
    const lies: Answer = (request) => {
      request.socket.end(`HTTP/1.1 200 OK\r\nContent-Length: ${ARCHIVE.length - 50}\r\nConnection: close\r\n\r\n${ARCHIVE.toString('latin1')}`, 'latin1');
    };
    expect((await faultOf(served(lies))).message).toMatch(/made-up\.zip: (the archive is cut short|the connection )/);
  });

  it('an address that is not https', async () => {
    const asked: string[] = [];
    const fetch = async (url: string | URL | Request): Promise<Response> => {
      asked.push(String(url));
      return new Response(new Uint8Array(ARCHIVE));
    };
    for (const url of ['http://data.example/a.zip', 'ftp://data.example/a.zip', 'http://127.0.0.1.data.example/a.zip', 'file:///a.zip']) {
      expect((await faultOf(madeUp({ url, file: 'a.zip' }), { network: { fetch } })).message).toContain('is not an https address');
    }
    expect((await faultOf(madeUp({ url: 'nonsense', file: 'a.zip' }), { network: { fetch } })).message).toBe("made-up: a.zip: 'nonsense' is no address.");
    expect((await faultOf(madeUp({ url: 'https://me:secret@data.example/a.zip', file: 'a.zip' }), { network: { fetch } })).message).toContain(
      'a name or a password',
    );
    expect(asked).toEqual([]);
  });
});

describe('hashes', () => {
  it('a pinned one that fits', async () => {
    const source = madeUp({ url: server.on('/made-up.zip', bytes(ARCHIVE)), file: 'made-up.zip', sha256: hash(ARCHIVE) });
    expect(await pull(source)).toMatchObject({ outcome: 'imported', files: [{ held: 'pinned' }] });
    expect(hashes()).toBeUndefined();
    expect(await pull(source)).toMatchObject({ files: [{ from: 'kept', held: 'pinned' }] });
  });

  it('a pinned one that does not: both are said, nothing is imported or kept', async () => {
    const source = madeUp({ url: server.on('/made-up.zip', bytes(OTHER)), file: 'made-up.zip', sha256: hash(ARCHIVE) });
    const { message, detail } = await faultOf(source);
    expect(message).toBe('made-up: made-up.zip: is another file than foedus knows; it was not imported.');
    expect(detail[0]).toBe(`SHA-256 known to foedus: ${hash(ARCHIVE)}`);
    expect(detail[1]).toMatch(new RegExp(`^SHA-256 of 127\\.0\\.0\\.1:\\d+ now: ${hash(OTHER)}$`));
    expect(detail.at(-1)).toBe('To take it: foedus data pull made-up --accept-changed');
    expect(downloads()).toEqual([]);
  });

  it('one recorded at the first pull is held to; what stood in the store stays', async () => {
    await pull(served(bytes(ARCHIVE)));
    rmSync(path.join(workspace, 'downloads', 'made-up'), { recursive: true });
    const before = readFileSync(path.join(workspace, LEDGER_FILE), 'utf8');
    const outcome = await pull(served(bytes(OTHER)));
    if (outcome.outcome !== 'failed') throw new Error(outcome.outcome);
    expect(outcome.message).toBe('made-up: made-up.zip: is another file than it was; it was not imported.');
    expect(outcome.detail.join('\n')).toContain(hash(ARCHIVE));
    expect(outcome.detail.join('\n')).toContain(hash(OTHER));
    expect(readFileSync(path.join(workspace, LEDGER_FILE), 'utf8')).toBe(before);
    expect(downloads()).toEqual([]);
  });

  it('--accept-changed takes the other file, and holds to it from then on', async () => {
    await pull(served(bytes(ARCHIVE)));
    expect(await pull(served(bytes(OTHER)), { acceptChanged: true })).toMatchObject({
      outcome: 'imported',
      files: [{ held: 'accepted', sha256: hash(OTHER) }],
      report: { imported: [{ tables: [{ rows: 1 }] }] },
    });
    expect(hashes()).toContain(hash(OTHER));
    expect(hashes()).not.toContain(hash(ARCHIVE));
    expect(await pull(served(status(500)))).toMatchObject({ outcome: 'imported', files: [{ from: 'kept' }] });
  });

  it('a file of hashes that is damaged is an error, not a fresh start', async () => {
    await pull(served(bytes(ARCHIVE)));
    writeFileSync(path.join(workspace, 'downloads', 'hashes.json'), '{"format":2}');
    await expect(pull(served(bytes(ARCHIVE)))).rejects.toThrow(/hashes\.json: is damaged, or written by a newer foedus\.$/);
  });
});

describe('the addresses of every source', () => {
  const all = sources.flatMap((source) => source.downloads.map((download): [string, Download] => [source.id, download]));

  it.each(all)('%s: %o', (_, { url, file, sha256 }) => {
    expect(new URL(url).protocol).toBe('https:');
    expect(file).toMatch(/^[\w.()+ -]+$/);
    expect(path.basename(file)).toBe(file);
    expect(sha256 ?? '0'.repeat(64)).toMatch(/^[0-9a-f]{64}$/);
  });
});
