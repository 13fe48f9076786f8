import { expect, it } from 'vitest';
import { idWords } from '../../../src/core/text/id-words.ts';

it.each([
  ['attacked-by-russia', 'attacked by Russia'],
  ['great-britain', 'Great Britain'],
  ['collective-defense', 'collective defense'],
])('%s: %s', (id, words) => {
  expect(idWords(id)).toBe(words);
});
