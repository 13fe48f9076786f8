import { expect, it } from 'vitest';
import { bibtex } from '../../../src/core/formats/bibtex.ts';

it('writes entries, titles with their capitals, signs escaped but in addresses', () => {
  const text = bibtex([
    { key: 'a2001b', type: 'article', fields: { author: 'Häge, Frank & Co', title: 'S and 50% of $ #1', url: 'https://example.org/a_b?c=1&d=%20' } },
    { key: 'c', type: 'misc', fields: { note: 'data_set' } },
  ]);
  expect(text).toBe(`@article{a2001b,
  author = {Häge, Frank \\& Co},
  title = {{S and 50\\% of \\$ \\#1}},
  url = {https://example.org/a_b?c=1&d=%20},
}

@misc{c,
  note = {data\\_set},
}
`);
});

it('of nothing is empty', () => {
  expect(bibtex([])).toBe('');
});
