import { describe, expect, it } from 'vitest';
import { INJECTS, readInject } from '../../../../src/core/explore/decades/inject-words.ts';
import { injectSchema } from '../../../../src/core/explore/decades/injects.ts';

const READ = [
  ['2028 leaves USA nato', { year: 2028, what: 'leaves', state: 'USA', treaty: 'nato' }],
  ['2028 leaves usa nato', { year: 2028, what: 'leaves', state: 'USA', treaty: 'nato' }],
  ['  2028   leaves USA ', { year: 2028, what: 'leaves', state: 'USA' }],
  ['2029 joins SAU gcc', { year: 2029, what: 'joins', state: 'SAU', treaty: 'gcc' }],
  ['2030 ends oas', { year: 2030, what: 'ends', treaty: 'oas' }],
  ['2027 challenge CHN PHL', { year: 2027, what: 'challenge', challenger: 'CHN', target: 'PHL' }],
  ['2027 war CHN PHL', { year: 2027, what: 'challenge', challenger: 'CHN', target: 'PHL', war: true }],
  ['2027 war CHN PHL USA JPN', { year: 2027, what: 'challenge', challenger: 'CHN', target: 'PHL', war: true, join: ['USA', 'JPN'] }],
  ['2027 hybrid RUS EST', { year: 2027, what: 'hybrid', challenger: 'RUS', target: 'EST' }],
  ['2031 pact FRA DEU POL', { year: 2031, what: 'pact', members: ['FRA', 'DEU', 'POL'] }],
  ['2031 government DEU', { year: 2031, what: 'government', state: 'DEU' }],
  ['2031 downturn DEU FRA', { year: 2031, what: 'downturn', states: ['DEU', 'FRA'] }],
  ['2031 rivalry IND PAK', { year: 2031, what: 'rivalry', states: ['IND', 'PAK'] }],
  ['2031 reconciliation IND PAK', { year: 2031, what: 'reconciliation', states: ['IND', 'PAK'] }],
] as const;

describe('an inject in short', () => {
  it.each(READ)('%s', (text, inject) => {
    expect(readInject(text)).toEqual({ inject });
    expect(injectSchema.safeParse(inject).success).toBe(true);
  });

  it('is told of every kind there is', () => {
    expect(new Set(READ.map(([text]) => text.trim().split(/\s+/)[1]))).toEqual(new Set(INJECTS));
  });

  it.each([
    ['', "'' begins with no year; write 2028 leaves USA nato."],
    ['leaves USA nato', "'leaves USA nato' begins with no year; write 2028 leaves USA nato."],
    ['28 leaves USA', /begins with no year/],
    ['2028', /'' is nothing that can be made to happen; there are challenge, war, .*reconciliation\.$/],
    ['2028 flood USA', /'flood' is nothing/],
    ['2028 toString USA', /'toString' is nothing/],
    ['2028 leaves', /leaves needs a state/],
    ['2028 joins USA', /joins needs a state and a treaty/],
    ['2028 ends', /ends needs a treaty/],
    ['2028 war CHN', /war needs a challenger and a target/],
    ['2028 pact CHN', /pact needs two states or more/],
    ['2028 challenge CHN PHL USA', /challenge has no place for 'USA'/],
    ['2028 government germany', /'GERMANY' is no id of a state, which has three letters, as USA/],
  ])('%s is no inject', (text, words) => {
    const read = readInject(text);
    expect('fault' in read ? read.fault : '').toMatch(words);
  });
});
