import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/core/diagnostics.ts';
import { applyFixes } from '../../../src/core/lint/index.ts';
import { lint } from './linting.ts';

const treaty = (parties: string, bound: string, to: string, trigger: string): string => `language: 1
id: sample
name: Sample # kept
signed: 1949-04-04
in_force: 1949-08-24
secrecy: public
sources: [{title: Sample, citation: "UNTS 1, 1"}]
parties: [${parties}]
obligations:
  - id: defend
    article: "1"
    kind: defense
    bound: ${bound}
    to: ${to}
    trigger: ${trigger}
`;
const PARTIES = '{state: BEL, from: 1949-08-24}, {state: NLD, from: 1949-08-24}';

function fixed(text: string): string {
  return applyFixes(text, lint([{ file: 'f', text }]).diagnostics);
}

describe('fixes', () => {
  it.each<[string, string, string]>([
    [
      'a COW code that means one state',
      treaty(PARTIES.replace('NLD', 'NTH'), 'all', 'all', '{event: war, against: GMY}'),
      treaty(PARTIES, 'all', 'all', '{event: war, against: DEU}'),
    ],
    ['the same, quoted', treaty(PARTIES, 'all', 'all', '{event: war, against: "GMY"}'), treaty(PARTIES, 'all', 'all', '{event: war, against: DEU}')],
    [
      'a region written another way',
      treaty(PARTIES, 'all', 'all', '{event: war, area: {include: [North_Atlantic, "Baltic Sea"]}}'),
      treaty(PARTIES, 'all', 'all', '{event: war, area: {include: [north-atlantic, baltic-sea]}}'),
    ],
    [
      'a domain named twice',
      treaty(PARTIES, 'all', 'all', '{event: war, domains: [land, sea, land, sea]}'),
      treaty(PARTIES, 'all', 'all', '{event: war, domains: [land, sea]}'),
    ],
    ['a debtor among its creditors', treaty(PARTIES, '[BEL]', '[NLD, BEL]', '{event: war}'), treaty(PARTIES, '[BEL]', '[NLD]', '{event: war}')],
  ])('%s', (_name, before, after) => {
    expect(fixed(before)).toBe(after);
    expect(fixed(after)).toBe(after);
  });

  it.each<[string, string]>([
    ['a state that resembles another', treaty(PARTIES, 'all', 'all', '{event: war, against: DEX}')],
    ['a region that resembles another', treaty(PARTIES, 'all', 'all', '{event: war, area: {include: [evrope]}}')],
    ['a list over several lines', treaty(PARTIES, 'all', 'all', '\n      event: war\n      domains:\n        - land # first\n        - land # again')],
  ])('guesses nothing: %s', (_name, text) => {
    expect(fixed(text)).toBe(text);
  });
});

describe('applyFixes', () => {
  const fix = (...edits: readonly (readonly [start: number, end: number, text: string])[]): Diagnostic => ({
    rule: 'x/y',
    severity: 'error',
    message: '',
    file: 'f',
    range: { start: 0, end: 0 },
    path: [],
    fix: { title: '', edits: edits.map(([start, end, text]) => ({ range: { start, end }, text })) },
  });
  it('applies edits from anywhere, in one pass', () => {
    expect(applyFixes('abcdef', [fix([4, 5, 'E']), fix([0, 1, 'AA'], [2, 3, ''])])).toBe('AAbdEf');
  });
  it('leaves a fix that overlaps another for the next run, whole', () => {
    expect(applyFixes('abcdef', [fix([0, 3, 'X']), fix([2, 4, 'Y'], [5, 6, 'Z'])])).toBe('Xdef');
  });
  it('makes one edit once, though two findings ask for it', () => {
    expect(applyFixes('abc', [fix([0, 1, 'X']), fix([0, 1, 'X'])])).toBe('Xbc');
  });
  it('does not depend on the order of findings that do not overlap', () => {
    const list = [fix([0, 1, 'X']), fix([3, 3, 'Y']), fix([5, 6, ''])];
    expect(applyFixes('abcdef', list)).toBe(applyFixes('abcdef', list.toReversed()));
  });
  it('passes over what lies outside the text, and findings without a fix', () => {
    expect(applyFixes('abc', [fix([2, 9, 'X']), fix()])).toBe('abc');
  });
});
