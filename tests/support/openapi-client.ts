import { Ajv2020 } from 'ajv/dist/2020.js';
import * as z from 'zod';

/** A client made from an OpenAPI document at run time. It sends only what the document describes, and refuses answers that it does not. */

interface Asked {
  readonly parameters?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** Of a JSON answer. */
  readonly value: unknown;
}

export interface Client {
  readonly document: Readonly<Record<string, unknown>>;
  readonly operations: readonly { readonly id: string; readonly summary?: string | undefined }[];
  readonly called: ReadonlySet<string>;
  /** @throws where the request or the answer is not as the document says */
  readonly call: (id: string, asked?: Asked) => Promise<Answered>;
}

const operationSchema = z.object({
  operationId: z.string(),
  summary: z.string().optional(),
  parameters: z.array(z.object({ name: z.string(), in: z.enum(['path', 'query', 'header']), required: z.boolean() })).default([]),
  requestBody: z.object({ content: z.record(z.string(), z.unknown()) }).optional(),
  responses: z.record(z.string(), z.looseObject({ $ref: z.string().optional(), content: z.record(z.string(), z.unknown()).optional() })),
});

const documentSchema = z.looseObject({
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
});

const pointer = (...parts: readonly string[]): string => parts.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

export async function clientOf(address: string, token: string): Promise<Client> {
  const authorization = `Bearer ${token}`;
  const raw: unknown = await (await fetch(address, { headers: { authorization } })).json();
  const document = documentSchema.parse(raw);
  const base = new URL(document.servers[0]?.url ?? '/', address).href;
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false });
  const whole = z.record(z.string(), z.unknown()).parse(raw);
  ajv.addSchema(whole, 'document');
  const operations = new Map(
    Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [operation.operationId, { path, method, operation }] as const),
    ),
  );
  const called = new Set<string>();

  function check(where: string, value: unknown, what: string): void {
    const validate = ajv.getSchema(`document#${where}`);
    if (validate === undefined) throw new Error(`${what}: the document has no schema at ${where}`);
    if (validate(value) !== true) throw new Error(`${what} is not as the document says: ${ajv.errorsText(validate.errors?.slice(0, 5))}`);
  }

  async function call(id: string, { parameters = {}, headers = {}, body }: Asked = {}): Promise<Answered> {
    const found = operations.get(id);
    if (found === undefined) throw new Error(`the document has no operation ${id}`);
    const { path, method, operation } = found;
    const known = new Map(operation.parameters.map((one) => [one.name, one]));
    const query = new URLSearchParams();
    let filled = path;
    for (const [name, value] of Object.entries(parameters)) {
      const place = known.get(name)?.in;
      if (place === 'path') filled = filled.replace(`{${name}}`, encodeURIComponent(value));
      else if (place === 'query') query.set(name, value);
      else throw new Error(`${id} has no parameter ${name}`);
    }
    for (const name of Object.keys(headers)) if (known.get(name)?.in !== 'header') throw new Error(`${id} has no header ${name}`);
    if (filled.includes('{')) throw new Error(`${id}: ${filled} lacks a part`);
    if (body !== undefined) check(pointer('paths', path, method, 'requestBody', 'content', 'application/json', 'schema'), body, `the question to ${id}`);
    const response = await fetch(`${base}${filled}${query.size > 0 ? `?${query}` : ''}`, {
      method: method.toUpperCase(),
      headers: { authorization, connection: 'close', ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    called.add(id);
    return read(id, response, { path, method, operation });
  }

  async function read(id: string, response: Response, { path, method, operation }: Found): Promise<Answered> {
    const text = await response.text();
    const { status, headers } = response;
    const described = operation.responses[status];
    if (described === undefined) throw new Error(`${id} answers ${status}, which the document does not say: ${text.slice(0, 300)}`);
    const type = (headers.get('content-type') ?? '').split(';')[0] ?? '';
    const value: unknown = type.endsWith('json') ? JSON.parse(text) : undefined;
    const at = described.$ref === undefined ? pointer('paths', path, method, 'responses', String(status)) : described.$ref.replace(/^#/, '');
    if (status !== 204 && value !== undefined) check(`${at}${pointer('content', type, 'schema')}`, value, `the answer of ${id} (${status})`);
    else if (status !== 204 && !Object.keys(described.content ?? {}).includes(type)) throw new Error(`${id} answers ${type}, which the document does not say`);
    return { status, headers, text, value };
  }

  return { document: whole, operations: [...operations].map(([id, { operation }]) => ({ id, summary: operation.summary })), called, call };
}

interface Found {
  readonly path: string;
  readonly method: string;
  readonly operation: z.output<typeof operationSchema>;
}
