import { it } from 'vitest';
import { killImports } from '../../support/kill-import.ts';

it('imports killed at two random moments leave the old store or the new one, readable meanwhile', async () => {
  await killImports(2);
}, 120_000);
