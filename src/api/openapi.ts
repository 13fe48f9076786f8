import * as z from 'zod';
import { VERSION } from '../app/version.ts';
import { GROUPS, type Resource } from './resource.ts';

/** The OpenAPI 3.1 document of some resources, made from the schemas that requests and answers are read by. */

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
interface JsonObject {
  readonly [key: string]: Json;
}

const isObject = (value: Json | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Schemas that have an id, each once. */
type Components = Map<string, JsonObject>;

/** What statuses of problems mean, wherever they occur. */
const PROBLEMS: Readonly<Record<number, string>> = {
  400: 'The body is not JSON',
  403: 'No token or an old one, another host name, a page of another origin',
  404: 'There is none of that name',
  409: 'There is no answer yet, or none any more',
  412: 'Another revision stands by now',
  413: 'The body is too large',
  415: 'The body is not sent as application/json',
  422: 'The question cannot be answered: a wrong part, an unknown state, a source that is not in the store',
  428: 'The request does not say which revision it changes',
  500: 'An error of foedus itself',
  503: 'Others wait already; Retry-After says when to ask again',
  504: 'It took too long',
};

const STATUSES: Readonly<Record<number, string>> = { 200: 'Answered', 201: 'Kept', 202: 'A job was started', 204: 'Done; nothing to say' };

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    hints: z.array(z.string()).exactOptional().describe('More lines for the user'),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .exactOptional()
      .describe('Every part of the request that is wrong'),
  })
  .catchall(z.unknown())
  .meta({ id: 'Problem', description: 'An error (RFC 9457)' });

/** A part of a query, written as text, as the value it stands for: what `sent` in its metadata says. */
function asSent({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const { sent } = jsonSchema;
  if (typeof sent !== 'object' || sent === null) return;
  for (const key of ['sent', 'type', 'pattern', 'allOf']) delete jsonSchema[key];
  Object.assign(jsonSchema, sent);
}

/** References within one schema as references to the document's components. */
function referring(value: Json): Json {
  if (Array.isArray(value)) return value.map(referring);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? inner.replace('#/$defs/', '#/components/schemas/') : referring(inner),
    ]),
  );
}

/** A schema as JSON Schema (2020-12); parts that have an id are put aside and referred to. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Components): JsonObject {
  const made: Json = JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any', override: asSent })));
  const { $schema: _, $defs = {}, ...own } = isObject(made) ? made : {};
  for (const [id, definition] of Object.entries(isObject($defs) ? $defs : {})) {
    const one = referring(definition);
    if (!isObject(one)) continue;
    const held = components.get(id);
    if (held !== undefined && JSON.stringify(held) !== JSON.stringify(one)) throw new Error(`two schemas are called ${id}`);
    components.set(id, one);
  }
  const root = referring(own);
  return isObject(root) ? root : {};
}

/** Parts of the path, of the query and of the headers. */
function parametersOf({ path, asks, headers = {} }: Resource, components: Components): readonly Json[] {
  const described = (place: 'path' | 'query', schema: z.ZodType | undefined): Json[] => {
    if (schema === undefined) return [];
    const { properties, required } = schemaOf(schema, 'input', components);
    const needed = Array.isArray(required) ? required : [];
    return Object.entries(isObject(properties) ? properties : {})
      .filter(([name]) => place === 'query' || path.includes(`{${name}}`))
      .map(([name, inner]) => {
        const { description, ...one } = isObject(inner) ? inner : {};
        return { name, in: place, required: place === 'path' || needed.includes(name), ...(description !== undefined && { description }), schema: one };
      });
  };
  return [
    ...described('path', asks.parts),
    ...described('query', asks.query),
    ...Object.entries(headers).map(([name, description]) => ({ name, in: 'header', required: false, description, schema: { type: 'string' } })),
  ];
}

const BINARY = { type: 'string', format: 'binary' };

function responsesOf(resource: Resource, components: Components): JsonObject {
  const { asks, answer, files = [], status = 200, also = {}, problems = [] } = resource;
  const json = (schema: z.ZodType): JsonObject => ({ 'application/json': { schema: schemaOf(schema, 'output', components) } });
  const content = { ...(answer !== undefined && json(answer)), ...Object.fromEntries(files.map((type) => [type, { schema: BINARY }])) };
  const faults = [403, ...(asks.body === undefined ? [] : [400, 413, 415]), ...(Object.keys(asks).length === 0 ? [] : [422]), ...problems, 500];
  return Object.fromEntries([
    [String(status), { description: STATUSES[status] ?? 'Answered', ...(status !== 204 && { content }) }],
    ...(resource.method === 'PUT' ? [['201', { description: STATUSES[201] ?? '', content }] as const] : []),
    ...Object.entries(also).map(([code, schema]) => [code, { description: STATUSES[Number(code)] ?? 'Answered', content: json(schema) }] as const),
    ...[...new Set(faults)].map((code) => [String(code), { $ref: `#/components/responses/Problem${code}` }] as const),
  ]);
}

function operationOf(resource: Resource, components: Components): JsonObject {
  const { id, group, summary, description, asks } = resource;
  const parameters = parametersOf(resource, components);
  return {
    operationId: id,
    tags: [group],
    summary,
    ...(description !== undefined && { description }),
    ...(parameters.length > 0 && { parameters }),
    ...(asks.body !== undefined && {
      requestBody: { required: true, content: { 'application/json': { schema: schemaOf(asks.body, 'input', components) } } },
    }),
    responses: responsesOf(resource, components),
  };
}

/** The document that describes some resources under `/api`. */
export function openapi(resources: readonly Resource[]): JsonObject {
  const components: Components = new Map();
  const problem = schemaOf(problemSchema, 'output', components);
  const paths = new Map<string, Record<string, Json>>();
  for (const resource of resources) {
    paths.set(resource.path, { ...paths.get(resource.path), [resource.method.toLowerCase()]: operationOf(resource, components) });
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Foedus',
      version: VERSION,
      description: 'A workbench for alliance politics: treaties as data, linted, executed and assessed. Answers are what the command line prints with --json.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api' }],
    security: [{ token: [] }],
    tags: Object.entries(GROUPS).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(paths),
    components: {
      schemas: Object.fromEntries([...components].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      responses: Object.fromEntries(
        Object.entries(PROBLEMS).map(([code, description]) => [
          `Problem${code}`,
          { description, content: { 'application/problem+json': { schema: problem } } },
        ]),
      ),
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: 'What follows token= in the link that foedus serve prints' } },
    },
  };
}
