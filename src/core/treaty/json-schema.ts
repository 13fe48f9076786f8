/** The treaty language as JSON Schema, for editors and other programs. */
import * as z from 'zod';
import { treatySchema } from './schema.ts';
import { LANGUAGE_VERSION } from './vocabulary.ts';

export interface JsonSchema {
  readonly $schema: string;
  readonly $id: string;
  readonly [keyword: string]: unknown;
}

/**
 * JSON Schema, draft 2020-12, of a treaty file read as JSON. It refuses unknown keys, as the parser does; the parser
 * alone knows impossible dates, and takes a year alone (`signed: 1894`) for text, which here must be quoted.
 */
export function treatyJsonSchema(): JsonSchema {
  const { $schema: _draft, ...schema } = z.toJSONSchema(treatySchema, { target: 'draft-2020-12' });
  return { $schema: 'https://json-schema.org/draft/2020-12/schema', $id: `foedus:treaty/${LANGUAGE_VERSION}`, ...schema };
}
