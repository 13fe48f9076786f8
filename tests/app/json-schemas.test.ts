import { readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { jsonSchemas } from '../../src/app/json-schemas.ts';
import { loadCatalog } from '../../src/app/load-catalog.ts';
import { foedus } from '../cli/harness.ts';

const schemas = jsonSchemas();
const check = (name: string) => new Ajv2020({ strict: false, allErrors: true, validateFormats: false }).compile(schemas[name] ?? {});

describe('published schemas', () => {
  it.each(Object.keys(schemas))('docs/schemas/%s is current (else: npm run schemas)', (name) => {
    expect(JSON.parse(readFileSync(`docs/schemas/${name}`, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schemas[name])));
  });

  it('no other is published', () => {
    expect(readdirSync('docs/schemas').sort()).toEqual(Object.keys(schemas).sort());
  });

  it('every treaty of the catalog holds to the treaty schema', () => {
    const validate = check('treaty.schema.json');
    const faulty = loadCatalog().treaties.filter((treaty) => !validate(treaty));
    expect(faulty.map(({ id }) => id)).toEqual([]);
  });

  it('the treaty schema refuses an unknown key', () => {
    const validate = check('treaty.schema.json');
    expect(validate({ ...loadCatalog().treaties[0], more: 1 })).toBe(false);
  });

  it.each([
    [['--attacker', 'RUS', '--target', 'EST', '--date', '2025-01-01', '--cascade', 'letter']],
    [['--attacker', 'AUH', '--target', 'SRB', '--date', '1914-07-28', '--cascade', 'letter']],
    [['--attacker', 'RUS', '--target', 'EST', '--date', '2025-01-01', '--cascade', 'expected', '--draws', '5']],
    [['--attacker', 'NONSTATE', '--target', 'USA', '--date', '2001-09-11', '--domain', 'air', '--object', 'population']],
  ])('a verdict holds to the verdict schema: %j', async (flags) => {
    const { out } = await foedus(['trigger', ...flags, '--json']);
    const validate = check('verdict.schema.json');
    expect(validate(JSON.parse(out)), JSON.stringify(validate.errors)).toBe(true);
  });
});
