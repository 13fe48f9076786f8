// `npm run schemas`: writes the published JSON Schemas into docs/schemas/.
import { mkdirSync, writeFileSync } from 'node:fs';
import { build, built } from './build.mjs';
import { at } from './house.mjs';

if (!(await build())) process.exit(1);
const { jsonSchemas } = await built('app', 'json-schemas.js');
mkdirSync(at('docs', 'schemas'), { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas())) writeFileSync(at('docs', 'schemas', name), `${JSON.stringify(schema, null, 2)}\n`);
