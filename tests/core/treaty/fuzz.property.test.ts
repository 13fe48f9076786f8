import { it } from 'vitest';
import { fuzzTreaties } from '../../support/fuzz-treaties.ts';

it('1,000 mutated treaties neither crash nor hang the parser, the formatter or the upgrade', { timeout: 300_000 }, () => fuzzTreaties(1000, 1648));
