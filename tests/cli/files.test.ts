import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { foedus, temporaryFolder } from './harness.ts';

const PACT = `# a pact
name: A pact
language: 1
id: pact
signed: 2030-01-01
in_force: 2030-01-01
secrecy: public
sources: [{title: A pact}]
parties: [{state: NOR, from: 2030-01-01}, {state: SWE, from: 2030-01-01}]
obligations:
  - {id: defense, article: "1", kind: defense, bound: all, to: all, trigger: {event: armed-attack}}
`;

const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefghi'.split('').map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]},`.repeat(9)}]`)].join('\n');

/** Bad files, and what the one line about each must name. */
const BAD: readonly (readonly [name: string, content: string | Uint8Array, line: RegExp])[] = [
  ['duplicate.yaml', `${PACT}id: other\n`, /^foedus: duplicate\.yaml:12:1: Duplicate key 'id'/],
  ['bomb.yaml', `${PACT}${bomb}\n`, /^foedus: bomb\.yaml:\d+:\d+: .*[Aa]lias/],
  ['deep.yaml', `a: ${deep}`, /^foedus: deep\.yaml:\d+:\d+: Nested more than 64 levels/],
  ['proto.yaml', `${PACT}__proto__: {x: 1}\n`, /^foedus: proto\.yaml:12:1: Key '__proto__' is not allowed/],
  ['large.yaml', `${PACT}# ${'x'.repeat(2 * 1024 * 1024)}\n`, /^foedus: large\.yaml: is 2\.0 MiB; a file may hold at most 1 MiB/],
  ['binary.yaml', new Uint8Array([0x6c, 0x61, 0x00, 0xff]), /^foedus: binary\.yaml: is no text in UTF-8/],
  ['latin.yaml', new Uint8Array([0x61, 0x3a, 0x20, 0xe9, 0x0a]), /^foedus: latin\.yaml: is no text in UTF-8/],
  ['empty.yaml', '', /^foedus: empty\.yaml:1:1: The file is empty/],
  ['syntax.yaml', 'id: [a\nname: b\n', /^foedus: syntax\.yaml:\d+:\d+: /],
  ['date.yaml', PACT.replace('signed: 2030-01-01', 'signed: 2030-02-30'), /^foedus: date\.yaml:5:9: No such date: 2030-02-30/],
  ['unknown.yaml', PACT.replace('secrecy:', 'secrecyy:'), /^foedus: unknown\.yaml:7:1: .*secrecy/],
  ['newer.yaml', PACT.replace('language: 1', 'language: 2'), /^foedus: newer\.yaml:3:11: Written in version 2 .*install a newer foedus/],
];

describe('a bad file: status 2, its place in the first line, nothing written', () => {
  const uses: readonly (readonly string[])[] = [['fmt'], ['render'], ['diff', 'nato'], ['trigger', '--attacker', 'RUS', '--target', 'EST', '--treaty']];

  it.each(BAD)('%s', async (name, content, line) => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, name), content);
    for (const use of uses) {
      const { exit, out, err } = await foedus([...use, name, '-o', 'out.json'], { cwd });
      expect({ use, exit, out }).toEqual({ use, exit: 2, out: '' });
      expect(err.split('\n')[0]).toMatch(line);
      expect(err).not.toMatch(/\n\s+at /);
    }
    expect(readdirSync(cwd)).toEqual([name]);
    expect(Buffer.from(readFileSync(path.join(cwd, name))).equals(Buffer.from(content))).toBe(true);
  });

  it.each([
    ['missing.yaml', 'foedus: missing.yaml: no such file.\n'],
    ['missing/pact.yaml', 'foedus: missing/pact.yaml: no such file.\n'],
    ['folder', 'foedus: folder: holds no .yaml, .yml or .json file.\n'],
  ])('fmt %s', async (name, err) => {
    const cwd = temporaryFolder();
    mkdirSync(path.join(cwd, 'folder'));
    expect(await foedus(['fmt', name], { cwd })).toEqual({ exit: 2, out: '', err });
  });

  it.skipIf(process.platform === 'win32')('does not wait for the writer of a named pipe', async () => {
    const cwd = temporaryFolder();
    execFileSync('mkfifo', [path.join(cwd, 'pipe.yaml')]);
    for (const use of uses) {
      expect(await foedus([...use, 'pipe.yaml'], { cwd })).toEqual({ exit: 2, out: '', err: 'foedus: pipe.yaml: is a named pipe; name a file.\n' });
    }
  });

  it.each([
    ['state: NOR', 'state: NRW', /^foedus: pact\.yaml:9:19: There is no state 'NRW'/],
    [
      'event: armed-attack',
      'event: armed-attack, area: {include: [baltick-sea]}',
      /^foedus: pact\.yaml:11:\d+: There is no region, territory or state 'baltick-sea'/,
    ],
  ])('is no draft for the law with a name that is not known: %s', async (known, unknown, line) => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, 'pact.yaml'), PACT.replace(known, unknown));
    const { exit, out, err } = await foedus(['trigger', '--attacker', 'RUS', '--target', 'SWE', '--date', '2031-01-01', '--treaty', 'pact.yaml'], { cwd });
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(line);
  });

  it('does not touch the prototype of objects', async () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, 'p.yaml'), `${PACT}__proto__: {polluted: true}\n`);
    await foedus(['render', 'p.yaml'], { cwd });
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('foedus fmt', () => {
  it('formats files and folders in place, once and for all', async () => {
    const cwd = temporaryFolder();
    mkdirSync(path.join(cwd, 'drafts'));
    writeFileSync(path.join(cwd, 'drafts', 'pact.yaml'), PACT);
    expect(await foedus(['fmt', 'drafts', '--check'], { cwd })).toMatchObject({ exit: 1, out: `${path.join('drafts', 'pact.yaml')}\n` });
    expect(readFileSync(path.join(cwd, 'drafts', 'pact.yaml'), 'utf8')).toBe(PACT);
    expect((await foedus(['fmt', 'drafts'], { cwd })).exit).toBe(0);
    const text = readFileSync(path.join(cwd, 'drafts', 'pact.yaml'), 'utf8');
    expect(text).toMatch(/^# a pact\nlanguage: 1\nid: pact\nname: A pact\n/);
    expect(await foedus(['fmt', 'drafts', '--check'], { cwd })).toMatchObject({ exit: 0, out: '' });
  });

  it('keeps links and permissions as they are', async () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, 'pact.yaml'), PACT);
    chmodSync(path.join(cwd, 'pact.yaml'), 0o600);
    symlinkSync('pact.yaml', path.join(cwd, 'link.yaml'));
    const { mode } = statSync(path.join(cwd, 'pact.yaml'));
    expect((await foedus(['fmt', 'link.yaml'], { cwd })).exit).toBe(0);
    expect(lstatSync(path.join(cwd, 'link.yaml')).isSymbolicLink()).toBe(true);
    expect(statSync(path.join(cwd, 'pact.yaml')).mode).toBe(mode);
    expect(readFileSync(path.join(cwd, 'pact.yaml'), 'utf8')).toMatch(/^# a pact\nlanguage: 1\n/);
    expect(readdirSync(cwd).sort()).toEqual(['link.yaml', 'pact.yaml']);
  });

  it('changes no file where one of them is bad', async () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, 'a.yaml'), PACT);
    writeFileSync(path.join(cwd, 'b.yaml'), 'id: [');
    expect((await foedus(['fmt', 'a.yaml', 'b.yaml'], { cwd })).exit).toBe(2);
    expect(readFileSync(path.join(cwd, 'a.yaml'), 'utf8')).toBe(PACT);
  });

  it('--stdout prints one file and leaves it alone', async () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, 'a.yaml'), PACT);
    expect((await foedus(['fmt', 'a.yaml', '--stdout'], { cwd })).out).toMatch(/^# a pact\nlanguage: 1\n/);
    expect(readFileSync(path.join(cwd, 'a.yaml'), 'utf8')).toBe(PACT);
  });

  it('--upgrade lifts a file of version 0', async () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, 'a.yaml'), PACT.replace('language: 1\n', '').replace('kind: defense', 'type: defence'));
    const { exit, err } = await foedus(['fmt', 'a.yaml', '--upgrade'], { cwd });
    expect(exit).toBe(0);
    expect(err).toContain('a.yaml: language: 1');
    expect(readFileSync(path.join(cwd, 'a.yaml'), 'utf8')).toContain('kind: defense');
  });
});

describe('foedus init', () => {
  const ARGS = ['init', 'entente', '--name', 'Entente', '--party', 'FRA', '--party', 'GBR', '--signed', '2030-01-01'];

  it.each(['defense', 'offense', 'neutrality', 'nonaggression', 'consultation', 'assistance'])(
    'writes a file with a clause of kind %s that foedus reads',
    async (kind) => {
      const cwd = temporaryFolder();
      expect(await foedus([...ARGS, '--kind', kind], { cwd })).toEqual({ exit: 0, out: '', err: 'Wrote entente.yaml. Next: foedus lint entente.yaml\n' });
      expect((await foedus(['fmt', 'entente.yaml', '--check'], { cwd })).exit).toBe(0);
      expect((await foedus(['render', 'entente.yaml'], { cwd })).out).toContain('# Entente');
    },
  );

  it('leaves a file that exists alone, unless forced', async () => {
    const cwd = temporaryFolder();
    writeFileSync(path.join(cwd, 'entente.yaml'), 'mine');
    expect(await foedus(ARGS, { cwd })).toEqual({ exit: 2, out: '', err: 'foedus: entente.yaml: exists already; name another with -o, or add --force.\n' });
    expect(readFileSync(path.join(cwd, 'entente.yaml'), 'utf8')).toBe('mine');
    expect((await foedus([...ARGS, '--force'], { cwd })).exit).toBe(0);
    expect(readFileSync(path.join(cwd, 'entente.yaml'), 'utf8')).not.toBe('mine');
  });

  it('asks for what is missing where there is somebody to ask', async () => {
    const cwd = temporaryFolder();
    const asked: string[] = [];
    const answers = ['pact', 'A pact', 'NOR, SWE'];
    const ask = (question: string): Promise<string> => {
      asked.push(question);
      return Promise.resolve(answers[asked.length - 1] ?? '');
    };
    expect((await foedus(['init'], { cwd, ask })).exit).toBe(0);
    expect(asked).toHaveLength(3);
    expect(readFileSync(path.join(cwd, 'pact.yaml'), 'utf8')).toContain('state: SWE');
  });

  it.each([
    [['init', 'entente'], /^foedus: --name: is missing; give it, or run foedus init on a terminal/],
    [['init', '../evil', '--name', 'x', '--party', 'FRA', '--party', 'GBR'], /^foedus: id: '\.\.\/evil' must be lower-case words/],
    [['init', 'x', '--name', 'x', '--party', 'FRA'], /^foedus: --party: a treaty has at least two parties/],
    [['init', 'x', '--name', 'x', '--party', 'FRA', '--party', 'ENG'], /^foedus: --party: /],
    [[...ARGS, '--length', 'long'], /^foedus: --length: 'long' is no duration/],
  ])('%j is refused', async (argv, line) => {
    const cwd = temporaryFolder();
    const { exit, err } = await foedus(argv, { cwd });
    expect(exit).toBe(2);
    expect(err).toMatch(line);
    expect(existsSync(path.join(cwd, 'x.yaml'))).toBe(false);
  });
});
