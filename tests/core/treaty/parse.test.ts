import { describe, expect, it } from 'vitest';
import { positionAt, type Diagnostic } from '../../../src/core/diagnostics.ts';
import { parseTreaty, type ParsedTreaty } from '../../../src/core/treaty/parse.ts';
import { VALID, withFault } from './samples.ts';

/** What each finding says, as `rule line:column`. */
function findings(text: string): string[] {
  return parseTreaty(text, 'sample.yaml').diagnostics.map((one) => {
    const { line, column } = positionAt(text, one.range.start);
    return `${one.rule.replace('parse/', '')} ${line}:${column}`;
  });
}

function parsed(text: string): ParsedTreaty {
  const result = parseTreaty(text, 'sample.yaml');
  if (!result.ok) throw new Error(result.diagnostics.map((one) => one.message).join('\n'));
  return result.parsed;
}

function only(text: string): Diagnostic {
  const [first, ...more] = parseTreaty(text, 'sample.yaml').diagnostics;
  if (first === undefined || more.length > 0) throw new Error(`expected one finding, found ${more.length + (first ? 1 : 0)}`);
  return first;
}

const AMEND = (change: string): [string, string] => ['exit: {', `amendments: [{ date: 1950-01-01, source: S, change: ${change} }]\nexit: {`];

describe('a fault in one place is one finding, at that place', () => {
  it.each<[string, string, string]>([
    ['obligations:', 'obligatons:', 'unknown-key 12:1'],
    ['id: defend', 'idd: defend', 'unknown-key 13:5'],
    ['exit: {', 'colour: red\nexit: {', 'unknown-key 24:1'],
    ['exit: {', '1: x\nexit: {', 'unknown-key 24:1'],
    ['exit: {', 'toString: x\nexit: {', 'unknown-key 24:1'],
    ['bound: all', 'bound: { rol: hub }', 'unknown-key 16:14'],
    ['against: any', 'against: { state: DEU, wth: ITA }', 'unknown-key 21:30'],
    ['against: any', 'against: { allied: JPN }', 'unknown-key 21:18'],
    [...AMEND('{ obligation: defend, add_domain: [cyber] }'), 'unknown-key 24:75'],
    ['kind: defense', 'kind: defence', 'value 15:11'],
    ['bound: all', 'bound: al', 'value 16:12'],
    ['bound: all', 'bound: [usa]', 'value 16:13'],
    ['bound: all', 'bound: []', 'value 16:12'],
    ['event: armed-attack', 'event: armed-attak', 'value 19:14'],
    ['event: armed-attack', 'event: [war, armed-attak]', 'value 19:20'],
    ['against: any', 'against: Germany', 'value 21:16'],
    ['domains: [land, sea, air]', 'domains: [land, see, air]', 'value 20:23'],
    ['domains: [land, sea, air]', 'domains: []', 'value 20:16'],
    ['automaticity: discretionary', 'automaticity: sometimes', 'value 22:31'],
    ['signed: 1949-04-04', 'signed: 1949-02-30', 'value 4:9'],
    ['signed: 1949-04-04', 'signed: 1949-13', 'value 4:9'],
    ['signed: 1949-04-04', 'signed: 1900-02-29', 'value 4:9'],
    ['signed: 1949-04-04', 'signed: 4 April 1949', 'value 4:9'],
    ['secrecy: public', 'secrecy: pubic', 'value 6:10'],
    ['notice: P1Y', 'notice: 1 year', 'value 24:48'],
    ['year: 1949', 'year: 3000', 'value 8:35'],
    ['year: 1949', 'year: 1949, url: somewhere', 'value 8:46'],
    ['name: Sample Treaty\n', 'name: ""\n', 'value 3:7'],
    ['id: sample', 'id: Sample Treaty', 'value 2:5'],
    ['bound: all', 'bound: 5', 'type 16:12'],
    ['against: any', 'against: {}', 'value 21:16'],
    ['domains: [land, sea, air]', 'domains: land', 'type 20:16'],
    ['article: "5"', 'article: 5', 'type 14:14'],
    ['year: 1949', 'year: 1949.5', 'type 8:35'],
    ['year: 1949', 'year: .nan', 'type 8:35'],
    ['term: { kind: indefinite }', 'term: indefinite', 'type 23:7'],
    ['signed: 1949-04-04', 'signed:', 'type 4:1'],
    ['exit: {', '? [a]\n: x\nexit: {', 'type 24:3'],
    ['signed: 1949-04-04\n', '', 'missing-key 1:1'],
    ['term: { kind: indefinite }', 'term: { article: "12" }', 'missing-key 23:1'],
    ['    kind: defense\n', '', 'missing-key 13:5'],
    ['name: Sample Treaty\n', 'name: A\nname: B\n', 'duplicate-key 4:1'],
    ['event: armed-attack', 'event: war\n      event: war', 'duplicate-key 20:7'],
    ['name: Sample Treaty\n', 'name: *x\n', 'alias 3:7'],
    ['name: Sample Treaty\n', 'name: !secret A\n', 'custom-tag 3:15'],
    ['name: Sample Treaty\n', 'name: !!binary aGk=\n', 'custom-tag 3:16'],
    ['name: Sample Treaty\n', 'name: !!js/function x\n', 'custom-tag 3:21'],
    ['name: Sample Treaty\n', 'name: A\n__proto__: { polluted: true }\n', 'prototype 4:1'],
    ['name: Sample Treaty\n', 'name: A\nconstructor: { prototype: { polluted: true } }\n', 'prototype 4:1'],
    ['term: { kind: indefinite }', 'term: { kind: indefinite, prototype: {} }', 'prototype 23:27'],
    ['name: Sample Treaty\n', 'name: Sample: Treaty\n', 'syntax 3:7'],
    ['name: Sample Treaty\n', 'name: @Sample\n', 'syntax 3:7'],
    ['    trigger:\n', '\ttrigger:\n', 'syntax 18:1'],
    ['exit: {', '---\nexit: {', 'multiple-documents 24:1'],
    ['name: Sample Treaty\n', 'name: Sam\u0000ple\n', 'binary 3:10'],
    ['name: Sample Treaty\n', 'name: S\uFFFDo Paulo\n', 'binary 3:8'],
    ['language: 1', 'language: 2', 'language 1:11'],
    ['language: 1', 'language: 0', 'language 1:11'],
    ['language: 1', 'language: one', 'language 1:11'],
    ['language: 1\n', '', 'language 1:1'],
  ])('%j written %j: %s', (from, to, expected) => expect(findings(withFault(from, to))).toEqual([expected]));

  it.each([
    ['', 'not-a-map 1:1'],
    ['# nothing but a comment\n', 'not-a-map 1:1'],
    ['- language: 1\n', 'not-a-map 1:1'],
    ['North Atlantic Treaty\n', 'not-a-map 1:1'],
  ])('%j', (text, expected) => expect(findings(text)).toEqual([expected]));
});

describe('what cannot be afforded is refused quickly', () => {
  const bomb = (levels: number): string =>
    Array.from({ length: levels }, (_, i) => `k${i}: &a${i} [${Array.from({ length: 9 }, () => (i === 0 ? 'x' : `*a${i - 1}`)).join(', ')}]`).join('\n');

  it.each([
    ['a list 10,000 deep', '['.repeat(10_000), 'depth'],
    ['a map 10,000 deep', '{a: '.repeat(10_000), 'depth'],
    ['brackets hidden by quotes', '[ "]", '.repeat(10_000), 'depth'],
    ['entries 10,000 deep on a line', '- '.repeat(10_000), 'depth'],
    ['complex keys 10,000 deep', '? '.repeat(10_000), 'depth'],
    ['indentation 1,000 deep', Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}k:`).join('\n'), 'depth'],
    ['over a mebibyte', `# ${'x'.repeat(1_048_576)}`, 'size'],
    ['over a mebibyte in UTF-8 only', `# ${'é'.repeat(524_288)}`, 'size'],
    ['a billion laughs', bomb(9), 'alias'],
    ['an alias to itself', 'a: &a [*a]', 'alias'],
    ['10,000 quotes', '"'.repeat(10_000), 'syntax'],
  ])('%s', (_name, text, rule) => {
    const start = performance.now();
    expect(parseTreaty(text, 'x.yaml').diagnostics.map((one) => one.rule)).toEqual([`parse/${rule}`]);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it.each([
    ['50,000 unknown keys', VALID + Array.from({ length: 50_000 }, (_, i) => `k${i}: 1`).join('\n')],
    ['20,000 wrong parties', VALID.replace('  - { state: USA', () => `${'  - { stat: usa, form: x }\n'.repeat(20_000)}  - { state: USA`)],
    ['50,000 duplicate keys', VALID + 'name: A\n'.repeat(50_000)],
  ])('%s are reported up to a limit', (_name, text) => {
    const start = performance.now();
    const { diagnostics } = parseTreaty(text, 'x.yaml');
    expect(diagnostics.length).toBeGreaterThan(50);
    expect(diagnostics.length).toBeLessThanOrEqual(100);
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it('takes the limits it is given', () => {
    expect(parseTreaty(VALID, 'x.yaml', { bytes: 10 }).ok).toBe(false);
    expect(parseTreaty(VALID, 'x.yaml', { depth: 2 }).ok).toBe(false);
  });

  it('reads a treaty of 32 members in some milliseconds, warm, however busy the machine', () => {
    const text = VALID.replace(/ {2}- \{ state: GBR.*\n/, (line) => line.repeat(31));
    for (let i = 0; i < 20; i += 1) parsed(text);
    const start = performance.now();
    for (let i = 0; i < 20; i += 1) parsed(text);
    expect((performance.now() - start) / 20).toBeLessThan(60);
  });
});

describe('messages say what is wrong and what to do', () => {
  it.each<[string, string, RegExp]>([
    ['obligations:', 'obligatons:', /^Unknown key 'obligatons'; did you mean 'obligations'\?$/],
    ['kind: defense', 'kind: defence', /expected one of defense, offense, .*; found 'defence'; did you mean 'defense'\?$/],
    ['bound: all', 'bound: 5', /^'bound': expected 'all', a list or a map with 'role'; found the number 5$/],
    ['language: 1', 'language: 2', /^Written in version 2 of the treaty language; this foedus reads version 1: install a newer foedus$/],
    ['language: 1\n', '', /foedus fmt --upgrade/],
    ['article: "5"', 'article: 5', /found the number 5: write "5"$/],
    ['signed: 1949-04-04\n', '', /^Missing key 'signed' in the treaty: expected a date such as 1949-04-04/],
    ['year: 1949', 'note: one, and another', /^'and another' reads as a key: text with a comma inside braces must stand in quotes$/],
    ['name: Sample Treaty\n', 'name: A\nname: B\n', /it stands already on line 3$/],
  ])('%j written %j', (from, to, message) => expect(only(withFault(from, to)).message).toMatch(message));

  it('names the clause', () => expect(only(withFault('kind: defense', 'kind: defence')).clause).toBe('defend'));

  it.each([
    ['obligations:', 'obligatons:'],
    ['kind: defense', 'kind: defence'],
    ['article: "5"', 'article: 5'],
    ['secrecy: public', 'secrecy: pubic'],
  ])('the fix of %j written %j gives the valid file back', (from, to) => {
    const text = withFault(from, to);
    const [edit] = only(text).fix?.edits ?? [];
    if (edit === undefined) throw new Error('no fix');
    expect(text.slice(0, edit.range.start) + edit.text + text.slice(edit.range.end)).toBe(VALID);
  });

  it('reports every fault of a file, in its order, up to a limit', () => {
    const text = withFault('kind: defense', 'kind: defence').replace('secrecy: public', 'secrecy: pubic');
    expect(findings(text)).toEqual(['value 6:10', 'value 15:11']);
    expect(parseTreaty(text, 'x.yaml', { findings: 1 }).diagnostics).toHaveLength(1);
  });
});

describe('a valid file', () => {
  it('is read as its schema says, dates as text', () => {
    const { treaty } = parsed(VALID);
    expect(treaty.signed).toBe('1949-04-04');
    expect(treaty.parties.map((party) => party.state)).toEqual(['USA', 'GBR']);
  });

  it('may give a year alone, though YAML takes it for a number', () => {
    expect(parsed(withFault('signed: 1949-04-04', 'signed: 1949')).treaty.signed).toBe('1949');
  });

  it('may be JSON, and means the same', () => {
    expect(parsed(JSON.stringify(parsed(VALID).treaty)).treaty).toEqual(parsed(VALID).treaty);
  });

  it('may use aliases within reason', () => {
    const text = withFault('{ state: USA, from: 1949-08-24 }', '{ state: USA, from: &first 1949-08-24 }').replace('GBR, from: 1949-08-24', 'GBR, from: *first');
    expect(parsed(text).treaty.parties[1]?.from).toBe('1949-08-24');
  });

  it('may end its lines as Windows does', () => expect(parsed(VALID.replaceAll('\n', '\r\n')).treaty).toEqual(parsed(VALID).treaty));

  it('never touches the prototype of objects', () => {
    parseTreaty(withFault('name: Sample Treaty\n', 'name: A\n__proto__: { polluted: true }\n'), 'x.yaml');
    expect('polluted' in {}).toBe(false);
  });

  it('knows where its values and keys stand', () => {
    const { rangeOf, keyRangeOf } = parsed(VALID);
    const at = (range: { start: number; end: number }): string => VALID.slice(range.start, range.end);
    expect(at(rangeOf(['obligations', 0, 'trigger', 'event']))).toBe('armed-attack');
    expect(at(rangeOf(['obligations', 0, 'trigger', 'domains', 1]))).toBe('sea');
    expect(at(rangeOf(['parties', 1]))).toBe('{ state: GBR, from: 1949-08-24 }');
    expect(at(keyRangeOf(['obligations', 0, 'kind']))).toBe('kind');
    expect(at(keyRangeOf(['obligations', 0]))).toBe('id');
    expect(at(rangeOf(['exit', 'nothing', 'here']))).toBe('{ article: "13", earliest: P20Y, notice: P1Y }');
  });

  it('warns of a rule switched off without a reason', () => {
    const result = parseTreaty(`# foedus-disable exit/missing\n${VALID}`, 'x.yaml');
    expect(result.ok).toBe(true);
    expect(result.diagnostics.map((one) => one.rule)).toEqual(['parse/suppression-without-reason']);
  });
});
