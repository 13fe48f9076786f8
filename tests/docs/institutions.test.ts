import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withInstitutions } from '../../src/app/institutions-reference.ts';
import { institutionsSchema } from '../../src/core/facts/institutions.ts';
import { statesSchema } from '../../src/core/states/schema.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

describe('docs/institutions.md', () => {
  it('is current (else: npm run schemas)', () => {
    const rows = readdirSync(new URL('../../catalog/institutions/', import.meta.url))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .flatMap((name) => institutionsSchema.parse(parse(read(`catalog/institutions/${name}`))));
    const page = read('docs/institutions.md');
    expect(page).toBe(withInstitutions(page, rows, statesSchema.parse(parse(read('catalog/states/states.yaml')))));
  });
});
