/** Treaties at random, built from the schema itself: whatever it allows may come up. */
import fc, { type Arbitrary } from 'fast-check';
import * as z from 'zod';
import { treatySchema, type Treaty } from '../../src/core/treaty/schema.ts';

type Schema = z.core.$ZodType;

/** Words of every closed form the language knows; a schema takes those it accepts. Some are numbers or nulls to YAML. */
const WORDS = [
  ...['nato', 'sample-treaty', 'a', '1894', '1e3', 'null', 'true', 'no', '0x10', 'x-1'],
  ...['1949-04-04', '1894-01', '2024-02-29', '1600-12-31'],
  ...['P10Y', 'P6M', 'P1Y2M3W4D'],
  ...['USA', 'FRA', 'NOR', 'AUH', 'YES'],
  ...['https://example.org/treaty?a=1&b=2,3#c'],
];

/** Prose that tempts a writer of YAML into mistakes. */
const TEMPTING = [
  'such action as it deems necessary',
  'a: b',
  'a #b',
  '# not a comment',
  '- not a list',
  '{not: a map}',
  '[not, a list]',
  '*not-an-alias',
  '&not-an-anchor',
  '!not-a-tag',
  '? not a key',
  '> not folded',
  '| not literal',
  '%not a directive',
  '@reserved',
  '`reserved',
  '"quoted"',
  "it's 'quoted'",
  'ends with a colon:',
  ' leads with a space',
  'ends with a space ',
  'two  spaces',
  'tab\there',
  'line one\nline two',
  'line one\n\nline three\n',
  '  indented\nthen not',
  '---',
  '...',
  '12',
  '~',
  'Null',
  '0o17',
  '1_000',
  '.inf',
  '<<',
  '=',
  'État « neutre » 中立 🕊',
  `${'a sentence of many words that will not fit on any single line of the file '.repeat(3)}end`,
  `${'a sentence: with a colon, and commas that will not fit on any single line of the file '.repeat(3)}end`,
  'unbroken'.repeat(30),
];

const prose = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...TEMPTING) },
  { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }) },
);

const accepts =
  (schema: Schema) =>
  (value: unknown): boolean =>
    z.safeParse(schema, value).success;
/** The parser takes these for a file that is no text. */
const isText = (value: string): boolean => !/[\u0000\uFFFD]|\p{Cs}/u.test(value);

function arbitraryFor(schema: Schema): Arbitrary<unknown> {
  if (schema instanceof z.core.$ZodOptional) return arbitraryFor(schema._zod.def.innerType);
  if (schema instanceof z.core.$ZodUnion) return fc.oneof(...schema._zod.def.options.map(arbitraryFor));
  if (schema instanceof z.core.$ZodEnum) return fc.constantFrom(...Object.values(schema._zod.def.entries));
  if (schema instanceof z.core.$ZodLiteral) return fc.constantFrom(...schema._zod.def.values);
  if (schema instanceof z.core.$ZodBoolean) return fc.boolean();
  if (schema instanceof z.core.$ZodArray) return fc.array(arbitraryFor(schema._zod.def.element), { minLength: 1, maxLength: 3 });
  if (schema instanceof z.core.$ZodObject) return objectFor(schema._zod.def.shape);
  if (schema instanceof z.core.$ZodString) {
    return accepts(schema)('any text') ? prose.filter((text) => isText(text) && accepts(schema)(text)) : fc.constantFrom(...WORDS.filter(accepts(schema)));
  }
  if (schema instanceof z.core.$ZodNumber) return fc.constantFrom(...[0, 1, 2, 4, 0.02, -3, 1e21, 1894, 3180].filter(accepts(schema)));
  throw new Error(`no arbitrary for ${schema._zod.def.type}`);
}

/** Optional fields are mostly left out, so that treaties stay small enough to read in a failure. */
function objectFor(shape: Readonly<Record<string, Schema>>): Arbitrary<object> {
  const fields = Object.entries(shape).map(([key, field]): [string, Arbitrary<unknown>] => {
    const arbitrary = arbitraryFor(field);
    const optional = field instanceof z.core.$ZodOptional;
    return [key, optional ? fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary }) : arbitrary];
  });
  return fc.record(Object.fromEntries(fields)).map((value) => Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)));
}

/** Valid treaties. */
export const treatyArbitrary: Arbitrary<Treaty> = arbitraryFor(treatySchema).map((value) => treatySchema.parse(value));
