import * as z from 'zod';
import { crisisSchema } from '../core/law/crisis-schema.ts';
import { treatyJsonSchema } from '../core/treaty/json-schema.ts';
import { verdictSchema } from './verdict-schema.ts';

/** The JSON Schemas (2020-12) that docs/schemas/ publishes, by file name. */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return {
    'treaty.schema.json': treatyJsonSchema(),
    'crisis.schema.json': z.toJSONSchema(crisisSchema),
    'verdict.schema.json': z.toJSONSchema(verdictSchema),
  };
}
