import { describe, expect, it } from 'vitest';
import { formatTreaty } from '../../../src/core/treaty/format.ts';
import { VALID, withFault } from './samples.ts';

const UNTIDY = `# The sample.

id: "sample"
language: 1
signed: 1949
name:   Sample Treaty
secrecy: 'public'
sources:
  - title: "Sample Treaty"
    year: 1949


parties: [{from: 1949-08-24, state: USA}, {state: GBR, from: 1949-08-24}]   # as signed
obligations:
  - {id: defend, kind: defense, article: '5', bound: all, to: [GBR], trigger: {event: [armed-attack, war]}}
  # What article 4 adds.
  - article: "4"
    id: consult
    kind: consultation
    bound: all
    to: all
    precision: "They will consult together whenever, in the opinion of any of them, the security of any of the Parties is threatened"
exit:
  notice: P1Y
  # counted from the day notice is given
  article: "13"
`;

const TIDY = `# The sample.

language: 1
id: sample
name: Sample Treaty
signed: "1949"
secrecy: public
sources:
  - {title: Sample Treaty, year: 1949}

parties:
  # as signed
  - {state: USA, from: 1949-08-24}
  - {state: GBR, from: 1949-08-24}
obligations:
  - id: defend
    article: "5"
    kind: defense
    bound: all
    to: [GBR]
    trigger: {event: [armed-attack, war]}
  # What article 4 adds.
  - id: consult
    article: "4"
    kind: consultation
    bound: all
    to: all
    precision: >-
      They will consult together whenever, in the opinion of any of them, the security of any of the Parties
      is threatened
exit:
  # counted from the day notice is given
  article: "13"
  notice: P1Y
`;

function format(text: string): string {
  const result = formatTreaty(text, 'x.yaml');
  if (!result.ok) throw new Error(result.diagnostics.map((one) => one.message).join('\n'));
  return result.text;
}

describe('formatTreaty', () => {
  it('writes the canonical form', () => expect(format(UNTIDY)).toBe(TIDY));

  it('says whether anything changed', () => {
    expect(formatTreaty(UNTIDY, 'x.yaml')).toMatchObject({ ok: true, changed: true });
    expect(formatTreaty(TIDY, 'x.yaml')).toMatchObject({ ok: true, changed: false });
  });

  it.each([
    ['line ends of Windows', VALID.replaceAll('\n', '\r\n')],
    ['no line end at all', VALID.trimEnd()],
    ['a document marker', `---\n${VALID}`],
    ['a version directive', `%YAML 1.2\n---\n${VALID}...\n`],
    ['a byte order mark', `\uFEFF${VALID}`],
  ])('does away with %s', (_name, text) => expect(format(text)).toBe(format(VALID)));

  it('writes aliases out', () => {
    const text = withFault('{ state: USA, from: 1949-08-24 }', '{ state: USA, from: &first 1949-08-24 }').replace('GBR, from: 1949-08-24', 'GBR, from: *first');
    expect(format(text)).toBe(format(VALID));
  });

  it('leaves an invalid file to its diagnostics', () => {
    expect(formatTreaty(withFault('kind: defense', 'kind: defence'), 'x.yaml')).toMatchObject({ ok: false, diagnostics: [{ rule: 'parse/value' }] });
  });
});
