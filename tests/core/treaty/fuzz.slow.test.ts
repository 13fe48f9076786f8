import { it } from 'vitest';
import { fuzzTreaties } from '../../support/fuzz-treaties.ts';

it('10,000 mutated treaties neither crash nor hang the parser, the formatter or the upgrade', () => fuzzTreaties(10_000, 1815));
