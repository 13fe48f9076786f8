import { expect, it } from 'vitest';
import { fold } from '../../../src/core/text/fold.ts';

it.each([
  ["Côte d'Ivoire", "cote d'ivoire"],
  ['ÖSTERREICH', 'osterreich'],
  ['Türkiye', 'turkiye'],
  ['İstanbul', 'istanbul'],
  ['Łódź', 'lodz'],
  ['Færøerne', 'faeroerne'],
  ['Groß', 'gross'],
  ['Đà Nẵng', 'da nang'],
  ['', ''],
])('%s folds to %s', (text, folded) => {
  expect(fold(text)).toBe(folded);
  expect(fold(folded)).toBe(folded);
});
