import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { treatyJsonSchema } from '../../../src/core/treaty/json-schema.ts';
import { parseTreaty } from '../../../src/core/treaty/parse.ts';
import { catalogFiles } from '../../support/catalog-files.ts';
import { treatyArbitrary } from '../../support/treaty-arbitrary.ts';
import { VALID, withFault } from './samples.ts';

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
formats(ajv);
const validate = ajv.compile(treatyJsonSchema());

describe('treatyJsonSchema', () => {
  it('names its draft and itself', () => {
    expect(treatyJsonSchema()).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: 'foedus:treaty/1' });
  });

  it('describes itself to editors', () => expect(JSON.stringify(treatyJsonSchema())).toContain('"description":"A treaty in the Foedus treaty language"'));

  it.each(catalogFiles)('takes $file', ({ file, text }) => {
    const result = parseTreaty(text, file);
    expect(result.diagnostics.filter((one) => one.severity === 'error')).toEqual([]);
    validate(result.ok ? result.parsed.treaty : null);
    expect(validate.errors).toBeNull();
  });

  it('takes whatever the language allows', () => {
    fc.assert(
      fc.property(treatyArbitrary, (treaty) => {
        validate(treaty);
        expect(validate.errors).toBeNull();
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['obligations:', 'obligatons:'],
    ['exit: {', 'colour: red\nexit: {'],
    ['id: defend', 'id: defend\n    bounds: all'],
    ['against: any', 'against: { state: DEU, with: ITA, and: FRA }'],
    ['kind: defense', 'kind: defence'],
    ['bound: all', 'bound: [usa]'],
    ['article: "5"', 'article: 5'],
    ['notice: P1Y', 'notice: 1 year'],
    ['notice: P1Y', 'notice: P'],
    ['language: 1', 'language: 2'],
    ['signed: 1949-04-04\n', ''],
  ])('refuses %j written %j', (from, to) => expect(validate(parse(withFault(from, to)))).toBe(false));

  it('takes the sample', () => expect(validate(parse(VALID))).toBe(true));
});
