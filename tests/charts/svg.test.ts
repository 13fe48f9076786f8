import { expect, it } from 'vitest';
import { el, px, write } from '../../src/charts/svg.ts';

it('escapes texts and attributes, and rounds numbers', () => {
  const drawing = el('g', { id: 'a"b', x: 1 / 3 }, el('text', {}, '<script> & more'), el('path', { d: 'M0 0' }));
  expect(write(drawing)).toBe('<g id="a&quot;b" x="0.33">\n  <text>&lt;script&gt; &amp; more</text>\n  <path d="M0 0"/>\n</g>');
});

it('keeps what stands beside a text on its line', () => {
  expect(write(el('text', {}, 'one ', el('tspan', {}, 'two')))).toBe('<text>one <tspan>two</tspan></text>');
});

it('writes no negative zero', () => {
  expect(px(-0.001)).toBe('0');
});
