import { mkdtempSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { crc32 } from '../../../src/data/archive/crc32.ts';
import { expand, type ExpandOptions, type Expanded } from '../../../src/data/archive/expand.ts';
import { kindOf } from '../../../src/data/archive/sniff.ts';
import { DataError } from '../../../src/data/data-error.ts';
import { importFrom } from '../../../src/data/import/import.ts';
import { madeUp } from '../../support/made-up-source.ts';
import { zip } from '../../support/zip.ts';

const CSV = 'ccode,year\n2,1816\n';
const MIB = 1024 ** 2;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'foedus-archive-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A file of this name and content in a folder of its own, and a scratch folder beside it. */
function given(name: string, content: string | Uint8Array): { readonly file: string; readonly scratch: string } {
  const place = mkdtempSync(path.join(folder, 'case-'));
  const file = path.join(place, name);
  writeFileSync(file, content);
  return { file, scratch: path.join(place, 'scratch') };
}

async function texts({ files }: Expanded): Promise<Record<string, string>> {
  return Object.fromEntries(files.map(({ origin, path: place }) => [origin, readFileSync(place, 'utf8')]));
}

/** The error that a file is answered with; nothing of it may be left in the scratch folder, and nothing written beside it. */
async function faultOf(name: string, content: string | Uint8Array, options?: ExpandOptions): Promise<DataError> {
  const { file, scratch } = given(name, content);
  mkdirSync(scratch);
  const error: unknown = await expand(file, scratch, options).then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(readdirSync(scratch)).toEqual([]);
  expect(readdirSync(path.dirname(file)).toSorted()).toEqual([name, 'scratch'].toSorted());
  if (!(error instanceof DataError)) throw new Error(`no DataError but ${String(error)}`);
  expect(error.detail.length).toBeGreaterThan(0);
  return error;
}

describe('what is published, opened', () => {
  it('takes a plain file as it lies', async () => {
    const { file, scratch } = given('states.csv', CSV);
    expect(await expand(file, scratch)).toEqual({ files: [{ name: 'states.csv', path: file, origin: 'states.csv' }], passedOver: [] });
  });

  it('takes a workbook as it lies, though it is a zip archive', async () => {
    const { file, scratch } = given('sipri.xlsx', zip([{ name: '[Content_Types].xml', content: '<Types/>' }]));
    expect((await expand(file, scratch)).files.map(({ path: place }) => place)).toEqual([file]);
  });

  it('unpacks a zip archive, stored and deflated entries, in folders or not', async () => {
    const { file, scratch } = given(
      'NMC.zip',
      zip([
        { name: 'NMC/', mode: 0o040755, method: 'stored' },
        { name: 'NMC/NMC-70.csv', content: CSV },
        { name: 'readme.txt', content: 'Größe', method: 'stored' },
        { name: 'empty.txt' },
      ]),
    );
    const expanded = await expand(file, scratch);
    expect(await texts(expanded)).toEqual({ 'NMC.zip/NMC/NMC-70.csv': CSV, 'NMC.zip/readme.txt': 'Größe', 'NMC.zip/empty.txt': '' });
    expect(expanded.files.map(({ name, path: place }) => [name, path.basename(place)])).toEqual(
      ['NMC-70.csv', 'readme.txt', 'empty.txt'].map((name) => [name, name]),
    );
  });

  it('keeps two files of one base name apart', async () => {
    const { file, scratch } = given(
      'two.zip',
      zip([
        { name: 'a/data.csv', content: 'a' },
        { name: 'b/data.csv', content: 'b' },
      ]),
    );
    expect(await texts(await expand(file, scratch))).toEqual({ 'two.zip/a/data.csv': 'a', 'two.zip/b/data.csv': 'b' });
  });

  it('goes into zip in zip, and gzip in zip, three deep', async () => {
    const innermost = zip([{ name: 'c.csv', content: CSV }]);
    const inner = zip([
      { name: 'deep.zip', content: innermost, method: 'stored' },
      { name: 'b.csv.gz', content: gzipSync('b') },
    ]);
    const { file, scratch } = given('outer.zip', zip([{ name: 'x/inner.ZIP', content: inner }]));
    const expanded = await expand(file, scratch);
    expect(await texts(expanded)).toEqual({
      'outer.zip/x/inner.ZIP/deep.zip/c.csv': CSV,
      'outer.zip/x/inner.ZIP/b.csv.gz/b.csv': 'b',
    });
    const left = readdirSync(scratch, { recursive: true }).map(String);
    expect(left.filter((name) => /\.(zip|gz)$/i.test(name))).toEqual([]);
  });

  it('unpacks gzip, of several members too', async () => {
    const { file, scratch } = given('distance.csv.gz', Buffer.concat([gzipSync('one\n'), gzipSync('two\n')]));
    expect(await texts(await expand(file, scratch))).toEqual({ 'distance.csv.gz/distance.csv': 'one\ntwo\n' });
  });

  it('leaves R objects and .tar.gz packed, though they are gzip', async () => {
    for (const name of ['vdem.rds', 'all.tar.gz']) {
      const { file, scratch } = given(name, gzipSync('x'));
      expect((await expand(file, scratch)).files.map(({ path: place }) => place)).toEqual([file]);
    }
  });

  it('passes over what systems leave behind', async () => {
    const { file, scratch } = given(
      'mac.zip',
      zip([
        { name: '__MACOSX/._a.csv', content: 'x' },
        { name: '.DS_Store', content: 'x' },
        { name: 'a.csv', content: CSV },
      ]),
    );
    expect(await expand(file, scratch)).toMatchObject({ files: [{ name: 'a.csv' }], passedOver: [] });
  });

  it('unpacks what is wanted alone, and names the rest', async () => {
    const { file, scratch } = given(
      'NMC.zip',
      zip([
        { name: 'NMC-70.csv', content: CSV },
        { name: 'codebook.pdf', content: 'locked', flags: 1 },
      ]),
    );
    const expanded = await expand(file, scratch, { wanted: (name) => name.endsWith('.csv') });
    expect(expanded.files.map(({ name }) => name)).toEqual(['NMC-70.csv']);
    expect(expanded.passedOver).toEqual(['NMC.zip/codebook.pdf']);
    const plain = given('codebook.pdf', '%PDF');
    expect(await expand(plain.file, plain.scratch, { wanted: () => false })).toEqual({ files: [], passedOver: ['codebook.pdf'] });
  });

  it('an empty archive holds nothing', async () => {
    const { file, scratch } = given('none.zip', zip([]));
    expect(await expand(file, scratch)).toEqual({ files: [], passedOver: [] });
  });

  it('stops where it is told to, and leaves nothing', async () => {
    const { file, scratch } = given('a.zip', zip([{ name: 'a.csv', content: CSV }]));
    const reason = new Error('stopped');
    await expect(expand(file, scratch, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(readdirSync(scratch)).toEqual([]);
  });
});

describe('a name that leaves its archive is refused, and nothing of the archive unpacked (zip-slip)', () => {
  it.each([
    ['../../etc/passwd', "points out of the archive by '..'"],
    ['data/../../evil.csv', "points out of the archive by '..'"],
    ['..', "points out of the archive by '..'"],
    ['/etc/cron.d/evil', 'has an absolute path'],
    ['C:/Windows/evil.csv', 'has a drive letter or a colon in its name'],
    ['a.csv:stream', 'has a drive letter or a colon in its name'],
    ['..\\..\\evil.csv', 'has a backslash in its name'],
    ['evil.csv\u0000.txt', 'has a control character in its name'],
    ['__MACOSX/../../evil', "points out of the archive by '..'"],
    ['data/NUL.csv', 'is named as a device of Windows'],
    [`${'x'.repeat(201)}.csv`, 'has a name of more than 200 bytes'],
    ['', 'has no name'],
  ])('%j', async (name, fault) => {
    const error = await faultOf(
      'slip.zip',
      zip([
        { name: 'good.csv', content: CSV },
        { name, content: 'evil' },
      ]),
    );
    expect(error.message).toMatch(/^slip\.zip: the entry '/);
    expect(error.message).toContain(`${fault}; the archive was refused`);
  });

  it('a symbolic link, and a device', async () => {
    for (const mode of [0o120777, 0o060644]) {
      const error = await faultOf('link.zip', zip([{ name: 'data.csv', content: '/etc/passwd', mode }]));
      expect(error.message).toBe("link.zip: the entry 'data.csv' is a symbolic link or a device; the archive was refused, and nothing of it unpacked.");
    }
  });

  it('an entry twice', async () => {
    const entry = { name: 'a.csv', content: CSV };
    expect((await faultOf('twice.zip', zip([entry, entry]))).message).toContain("the entry 'a.csv' stands in it twice");
  });

  it('also in an archive within the archive, which the message names', async () => {
    const inner = zip([{ name: '../evil', content: 'x' }]);
    expect((await faultOf('outer.zip', zip([{ name: 'inner.zip', content: inner }]))).message).toMatch(/^outer\.zip\/inner\.zip: the entry '\.\.\/evil'/);
  });
});

describe('a zip bomb is stopped', () => {
  const zeros = Buffer.alloc(2 * MIB);

  it('by the size it declares, before a byte is unpacked', async () => {
    const error = await faultOf('bomb.zip', zip([{ name: 'a.csv', content: 'x', declared: 0xffff_fff0 }]), { limits: { bytes: 100 * MIB } });
    expect(error.message).toBe('bomb.zip/a.csv: says that it unpacks to more than 100 MiB; this is how a zip bomb looks, and it was not unpacked.');
  });

  it('by the bytes it unpacks to, where it declares fewer', async () => {
    const error = await faultOf('bomb.zip', zip([{ name: 'a.csv', content: zeros, declared: 1000 }]));
    expect(error.message).toBe('bomb.zip/a.csv: unpacks to more than the 1000 bytes it declares; nothing was taken from it.');
  });

  it('by the sum over its entries', async () => {
    const parts = ['a', 'b', 'c'].map((name) => ({ name: `${name}.csv`, content: zeros }));
    expect((await faultOf('bomb.zip', zip(parts), { limits: { bytes: 5 * MIB } })).message).toMatch(/^bomb\.zip\/c\.csv: says that it unpacks to more than/);
  });

  it('by its ratio, though in archives within it', async () => {
    const inner = zip([{ name: 'a.csv', content: zeros }]);
    const error = await faultOf('bomb.zip', zip([{ name: 'inner.zip', content: inner }]), { limits: { ratioFrom: MIB } });
    expect(error.message).toMatch(/^bomb\.zip\/inner\.zip\/a\.csv: says that it unpacks to more than 250 times its [\d,]+ bytes; this is how a zip bomb looks/);
  });

  it('by its ratio, as gzip, which declares nothing', async () => {
    const error = await faultOf('bomb.csv.gz', gzipSync(zeros), { limits: { ratioFrom: MIB } });
    expect(error.message).toMatch(/^bomb\.csv\.gz: unpacks to more than 250 times/);
  });

  it('by the number of its entries, over all its archives', async () => {
    const parts = (n: number) => Array.from({ length: n }, (_, index) => ({ name: `${index}.csv` }));
    expect((await faultOf('many.zip', zip(parts(11)), { limits: { entries: 10 } })).message).toContain('holds more than 10 entries');
    const nested = zip([{ name: 'inner.zip', content: zip(parts(10)) }]);
    expect((await faultOf('many.zip', nested, { limits: { entries: 10 } })).message).toMatch(/^many\.zip\/inner\.zip: holds more than 10 entries/);
  });

  it('by its depth', async () => {
    let content = zip([{ name: 'a.csv', content: CSV }]);
    for (let level = 3; level > 0; level--) content = zip([{ name: `${level}.zip`, content }]);
    expect((await faultOf('deep.zip', content)).message).toBe('deep.zip/1.zip/2.zip/3.zip: is an archive in an archive, 3 deep already; it was not unpacked.');
  });
});

describe('what is damaged, or not what its name says', () => {
  const sound = zip([
    { name: 'a.csv', content: CSV.repeat(100) },
    { name: 'b.csv', content: CSV },
  ]);

  it.each([
    ['truncated within an entry', sound.subarray(0, 40), 'a.zip: the archive is cut short: its end, where the list of its files stands, is missing'],
    ['truncated within its end', sound.subarray(0, -3), 'a.zip: the archive is cut short: its end, where the list of its files stands, is missing'],
    ['bytes after its end', Buffer.concat([sound, Buffer.from('<p>')]), 'a.zip: the archive is damaged (Invalid comment length'],
    ['bytes lost in the middle', Buffer.concat([sound.subarray(0, 40), sound.subarray(50)]), 'a.zip: the archive is '],
    ['a checksum that does not fit', zip([{ name: 'a.csv', content: CSV, crc: 1 }]), 'a.zip/a.csv: its checksum (CRC-32) does not fit its bytes'],
    [
      'fewer bytes than declared',
      zip([{ name: 'a.csv', content: CSV, declared: 1000 }]),
      `a.zip/a.csv: unpacks to ${CSV.length} bytes, where it declares 1000`,
    ],
    ['no deflated bytes', zip([{ name: 'a.csv', content: '\xff\xff\xff', method: 'stored', methodNumber: 8 }]), 'a.zip/a.csv: the archive is damaged ('],
    ['an encrypted entry', zip([{ name: 'a.csv', content: CSV, flags: 1 }]), 'a.zip/a.csv: is encrypted, and foedus knows no password.'],
    ['strong encryption', zip([{ name: 'a.csv', content: CSV, flags: 0x41 }]), 'a.zip: is encrypted, and foedus knows no password.'],
    ['another method', zip([{ name: 'a.csv', content: CSV, methodNumber: 14 }]), 'a.zip/a.csv: is packed by method 14, which foedus cannot unpack.'],
    ['a web page', '\n<!DOCTYPE html><html><title>Log in</title>', 'a.zip: the server sent a web page, not the archive.'],
    ['JSON', '{"status":"ERROR"}', 'a.zip: the server sent JSON, not the archive'],
    ['nothing', '', 'a.zip: is empty.'],
    ['text', CSV, 'a.zip: is no zip archive, whatever its name says.'],
    ['gzip', gzipSync(CSV), 'a.zip: is no zip archive, whatever its name says.'],
  ])('a .zip with %s', async (_, content, message) => {
    expect((await faultOf('a.zip', content)).message).toContain(message);
  });

  const packed = gzipSync(CSV.repeat(1000));
  const wrong = Buffer.from(packed);
  wrong.writeUInt32LE(1, wrong.length - 8);

  it.each([
    ['cut short', packed.subarray(0, -9), 'a.csv.gz: is cut short; nothing was taken from it.'],
    ['a checksum that does not fit', wrong, 'a.csv.gz: is damaged: its bytes do not fit its checksum'],
    ['a web page', '<html>', 'a.csv.gz: the server sent a web page, not the archive.'],
    ['a zip archive', sound, 'a.csv.gz: is no gzip file, whatever its name says.'],
  ])('a .gz with %s', async (_, content, message) => {
    expect((await faultOf('a.csv.gz', content)).message).toContain(message);
  });

  it('a web page in the place of a table', async () => {
    expect((await faultOf('a.csv', '<html><body>Moved</body></html>')).message).toBe('a.csv: the server sent a web page, not the file.');
  });

  it('every first part of an archive is an error, never half of it', async () => {
    for (let length = 1; length < sound.length; length += 7) await faultOf('a.zip', sound.subarray(0, length));
    for (let length = 1; length < packed.length; length += 7) await faultOf('a.csv.gz', packed.subarray(0, length));
  });

  it('a file that is not there, and a folder', async () => {
    const scratch = path.join(folder, 'unused');
    await expect(expand(path.join(folder, 'none.zip'), scratch)).rejects.toThrow(/none\.zip: does not exist\./);
    const asFolder = path.join(folder, 'folder.zip');
    mkdirSync(asFolder);
    await expect(expand(asFolder, scratch)).rejects.toThrow('folder.zip: is no file.');
  });
});

describe('an import of archives', () => {
  it('says of each that is harmful or damaged what is wrong with it, and takes the sound one', async () => {
    const place = mkdtempSync(path.join(folder, 'import-'));
    const from = path.join(place, 'from');
    const workspace = path.join(place, '.foedus');
    const table = 'year,value\n1,2\n';
    const sound = zip([{ name: 'made-up.csv', content: table }]);
    const files = {
      'bomb.zip': zip([{ name: 'made-up.csv', content: table, declared: 0xffff_fff0 }]),
      'cut.zip': sound.subarray(0, -30),
      'damaged.zip': zip([{ name: 'made-up.csv', content: table, crc: 1 }]),
      'page.zip': '<!doctype html><title>Log in</title>',
      'slip.zip': zip([{ name: '../../made-up.csv', content: table }]),
      'sound.zip': zip([{ name: 'inner.zip', content: sound }]),
    };
    mkdirSync(from);
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(from, name), content);
    const report = await importFrom(workspace, from, { sources: [madeUp()] });
    expect(report.imported.map(({ source, tables }) => [source, tables.map(({ rows }) => rows)])).toEqual([['made-up', [1]]]);
    expect(report.failed.map(({ file, message }) => [file, message.slice(0, message.search(/;|$/))])).toEqual([
      ['bomb.zip', 'bomb.zip/made-up.csv: says that it unpacks to more than 250 times its 137 bytes'],
      ['cut.zip', 'cut.zip: the archive is cut short: its end, where the list of its files stands, is missing'],
      ['damaged.zip', 'damaged.zip/made-up.csv: its checksum (CRC-32) does not fit its bytes: the archive is damaged'],
      ['page.zip', 'page.zip: the server sent a web page, not the archive.'],
      ['slip.zip', "slip.zip: the entry '../../made-up.csv' points out of the archive by '..'"],
    ]);
    expect(report.failed.every(({ detail }) => detail.length > 0)).toBe(true);
    expect(readdirSync(place).toSorted()).toEqual(['.foedus', 'from']);
    expect(readdirSync(path.join(workspace, 'data'))).toEqual(['made-up']);
  });
});

describe('CRC-32', () => {
  it('of "123456789" is cbf43926, the check value of its specification', () => {
    expect(crc32(Buffer.from('123456789')).toString(16)).toBe('cbf43926');
    expect(crc32(Buffer.from('6789'), crc32(Buffer.from('12345')))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});

describe('the kind of a file by its first bytes', () => {
  it.each([
    ['PK\u0003\u0004', 'zip'],
    ['PK\u0005\u0006', 'zip'],
    ['PK', 'other'],
    ['\uFEFF<!doctype HTML>', 'html'],
    ['<?xml version="1.0"?><html>', 'html'],
    ['<?xml version="1.0"?><data>', 'other'],
    ['<!-- moved -->', 'html'],
    [' [1]', 'json'],
    ['a,b\n1,2', 'other'],
  ])('%j is %s', (head, kind) => {
    expect(kindOf(Buffer.from(head))).toBe(kind);
  });
});
