// `npm run schemas`: writes what is made from code: docs/schemas/ and docs/language/reference.md from the treaty language, the
// tables of docs/data/<source>.md from the manifests of the sources, that of docs/institutions.md from the catalog.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { build, built } from './build.mjs';
import { at } from './house.mjs';

if (!(await build())) process.exit(1);
const { jsonSchemas } = await built('app', 'json-schemas.js');
mkdirSync(at('docs', 'schemas'), { recursive: true });
for (const [name, schema] of Object.entries(jsonSchemas())) writeFileSync(at('docs', 'schemas', name), `${JSON.stringify(schema, null, 2)}\n`);

const { treatyReference } = await built('app', 'treaty-reference.js');
const example = readFileSync(at('docs', 'language', 'every-key.yaml'), 'utf8');
writeFileSync(at('docs', 'language', 'reference.md'), treatyReference(example));

const { withReference } = await built('app', 'source-reference.js');
const { sources } = await built('data', 'sources', 'index.js');
for (const source of sources) {
  const page = at('docs', 'data', `${source.id}.md`);
  if (existsSync(page)) writeFileSync(page, withReference(readFileSync(page, 'utf8'), source));
}

const { withInstitutions } = await built('app', 'institutions-reference.js');
const parsed = (name) => JSON.parse(readFileSync(at('dist', name), 'utf8'));
const institutions = at('docs', 'institutions.md');
writeFileSync(institutions, withInstitutions(readFileSync(institutions, 'utf8'), parsed('facts.json').institutions, parsed('catalog.json').states));
