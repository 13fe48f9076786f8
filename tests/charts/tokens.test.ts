import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { TOKENS } from '../../src/charts/tokens.ts';
import { ROOT } from '../house/sources.ts';

const css = readFileSync(path.join(ROOT, 'src/web/styles/tokens.css'), 'utf8');

it.each(Object.entries(TOKENS))('%s is the color of the pages, %j', (name, [light, dark]) => {
  expect(css).toContain(`--${name}: light-dark(${light}, ${dark});`);
});
