import { describe, expect, it } from 'vitest';
import { keysAt, optionsOf, schemasAt } from '../../src/core/treaty/keys.ts';
import { placeAt, type Place } from '../../src/web/editor/place.ts';

/** Where the bar stands in a text. */
function at(text: string): Place {
  const offset = text.indexOf('|');
  return placeAt(text.replace('|', ''), offset);
}

const HEAD = 'language: 1\nparties:\n  - {state: JPN, from: 2026-01-01}\nobligations:\n  - id: defend\n    trigger:\n      event: armed-attack\n';

describe('the place of a cursor', () => {
  it.each<[string, string, Place['path'], Place['writes']]>([
    ['a key of the treaty', 'language: 1\nsec|', [], 'key'],
    ['a value of the treaty', 'language: 1\nsecrecy: pub|', ['secrecy'], 'value'],
    ['a key of an item', `${HEAD}    art|`, ['obligations', 0], 'key'],
    ['the first key of an item', `${HEAD}  - ki|`, ['obligations', 0], 'key'],
    ['a key of a map in an item', `${HEAD}      dom|`, ['obligations', 0, 'trigger'], 'key'],
    ['a value in a map in an item', `${HEAD}      against: a|`, ['obligations', 0, 'trigger', 'against'], 'value'],
    ['an item in brackets', `${HEAD}      domains: [land, s|`, ['obligations', 0, 'trigger', 'domains', 0], 'value'],
    ['a key in braces', `${HEAD}    response: {auto|`, ['obligations', 0, 'response'], 'key'],
    ['a later key in braces', `${HEAD}    response: {force: required, con|`, ['obligations', 0, 'response'], 'key'],
    ['a value in braces', `${HEAD}    response: {force: req|`, ['obligations', 0, 'response', 'force'], 'value'],
    ['a list in braces in a map', `${HEAD}      area: {include: [eur|`, ['obligations', 0, 'trigger', 'area', 'include', 0], 'value'],
    ['after braces that closed', `${HEAD}    response: {force: required}\n    bo|`, ['obligations', 0], 'key'],
    ['an item in braces', 'parties:\n  - {sta|', ['parties', 0], 'key'],
    ['past a comment and an empty line', `${HEAD}# a remark\n\n      dom|`, ['obligations', 0, 'trigger'], 'key'],
  ])('%s', (_name, text, path, writes) => {
    expect(at(text)).toMatchObject({ path, writes });
  });

  it('begins at the word', () => {
    expect(at('secrecy: secret-art|').from).toBe('secrecy: '.length);
  });

  it('leads to what the language takes there', () => {
    expect(keysAt(at(`${HEAD}      dom|`).path)).toContain('unprovoked');
    expect(optionsOf(schemasAt(at(`${HEAD}    response: {automaticity: |`).path))).toEqual(['automatic', 'discretionary']);
  });
});
