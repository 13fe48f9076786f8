import { parse, stringify } from 'yaml';
import * as z from 'zod';
import { treatyJsonSchema } from '../core/treaty/json-schema.ts';

/**
 * The reference page of the treaty language, docs/language/reference.md: every key of the published JSON Schema, section
 * by section, each section headed by its part of one example file that uses every key.
 */

/** What the page needs of a JSON Schema. */
export interface Node {
  readonly $ref?: string | undefined;
  readonly type?: string | readonly string[] | undefined;
  readonly description?: string | undefined;
  readonly const?: unknown;
  readonly enum?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Node>> | undefined;
  readonly required?: readonly string[] | undefined;
  readonly items?: Node | undefined;
  readonly anyOf?: readonly Node[] | undefined;
  readonly pattern?: string | undefined;
  readonly format?: string | undefined;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
  readonly maxLength?: number | undefined;
}

const nodeSchema: z.ZodType<Node> = z.lazy(() =>
  z.object({
    $ref: z.string().optional(),
    type: z.union([z.string(), z.array(z.string())]).optional(),
    description: z.string().optional(),
    const: z.unknown().optional(),
    enum: z.array(z.string()).optional(),
    properties: z.record(z.string(), nodeSchema).optional(),
    required: z.array(z.string()).optional(),
    items: nodeSchema.optional(),
    anyOf: z.array(nodeSchema).optional(),
    pattern: z.string().optional(),
    format: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    maxLength: z.number().optional(),
  }),
);

/** The most that free text may hold. */
const PROSE = 4000;

/** Sections whose keys are also written elsewhere, by the path there. */
const SAME_AS: Readonly<Record<string, string>> = {
  'amendments.change.set': 'obligations',
  'amendments.change.adds': 'obligations',
  'reservations.narrows': 'obligations.trigger',
  'obligations.trigger.area.parts': 'obligations.trigger.area',
};

/** Keys that take small mappings as one way among others; these have no section. */
const IN_PLACE: readonly string[] = ['bound', 'to', 'on', 'against'];

/** One mapping of the language: where it stands, and its keys. */
export interface Section {
  /** Keys from the top of the file; lists are passed through. */
  readonly path: readonly string[];
  readonly description: string | undefined;
  readonly isList: boolean;
  /** The mappings that may stand here. */
  readonly shapes: readonly Node[];
}

/** Every mapping of the treaty language, the file itself first. */
export function sections(): readonly Section[] {
  const { Treaty } = z.object({ $defs: z.record(z.string(), nodeSchema) }).parse(treatyJsonSchema()).$defs;
  return Treaty === undefined ? [] : sectionsOf([], Treaty);
}

function sectionsOf(path: readonly string[], node: Node): readonly Section[] {
  const shapes = mappingsIn(node);
  const inner = shapes
    .flatMap((shape) => Object.entries(shape.properties ?? {}))
    .filter(([key, child]) => mappingsIn(child).length > 0 && !IN_PLACE.includes(key) && SAME_AS[[...path, key].join('.')] === undefined);
  return [
    { path, description: node.description, isList: node.type === 'array', shapes },
    ...inner.flatMap(([key, child]) => sectionsOf([...path, key], child)),
  ];
}

/** The mappings that a value may be, lists and alternatives opened. */
function mappingsIn(node: Node): readonly Node[] {
  if (node.anyOf !== undefined) return node.anyOf.flatMap(mappingsIn);
  if (node.items !== undefined) return mappingsIn(node.items);
  return node.properties === undefined ? [] : [node];
}

/**
 * The page.
 * @param example the text of docs/language/every-key.yaml, a treaty that uses every key
 */
export function treatyReference(example: string): string {
  const treaty: unknown = parse(example);
  const all = sections();
  const paths = new Set(all.map(({ path }) => path.join('.')));
  const pages = all.map((section) => sectionPage(section, sampleOf(section, treaty, paths)));
  return `${INTRODUCTION}\n${pages.join('\n')}\n${SHARED}`;
}

const INTRODUCTION = `# Reference of the treaty language

<!-- Written by \`npm run schemas\` from src/core/treaty/schema.ts and docs/language/every-key.yaml. Do not edit. -->

Every key a treaty file may have. A key that is not here is an error. The [tutorial](index.md) shows how a file grows;
[how a clause is executed](semantics.md) says what each condition does. The examples are parts of one invented treaty
that uses every key, [every-key.yaml](every-key.yaml). Editors complete and check from the
[JSON Schema](../schemas/treaty.schema.json).
`;

const SHARED = `## Dates

\`YYYY-MM-DD\` in the proleptic Gregorian calendar; \`YYYY-MM\` or \`YYYY\` where the rest is not known. An unknown day or
month counts as the first. \`from\` is the first day on which something holds, \`to\` and \`until\` the first day on which it no
longer does.

## Durations

ISO 8601, in years, months, weeks and days: \`P20Y\`, \`P6M\`, \`P1Y6M\`, \`P90D\`.

## States

Three capital letters: ISO 3166 alpha-3, or the registry's own code for a state that is gone. See [States](../states.md).

## Ids

Lower-case words joined by hyphens, at most 64 characters: \`collective-defense\`.

## Texts

A text holds at most ${String(PROSE)} characters, unless a table says otherwise.
`;

/** A heading whose anchor is the same on GitHub and on the site. */
const titleOf = (path: readonly string[]): string => path.join(': ').replaceAll('_', ' ');

function sectionPage({ path, description, isList, shapes }: Section, sample: string): string {
  const title = path.length === 0 ? 'The file' : titleOf(path);
  const said = path.length === 0 || description === undefined ? '' : `${isList ? 'A list. ' : ''}${description}.\n\n`;
  const tables = shapes.map((shape) => tableOf(path, shape));
  const between = '\n\nor\n\n';
  return `## ${title}\n\n${said}\`\`\`yaml\n${sample}\`\`\`\n\n${tables.join(between)}\n`;
}

function tableOf(path: readonly string[], shape: Node): string {
  const rows = Object.entries(shape.properties ?? {}).map(([key, node]) => {
    const required = shape.required?.includes(key) === true ? 'yes' : '';
    return `| \`${key}\` | ${typeOf(node, [...path, key])} | ${required} | ${meaningOf(key, node)} |`;
  });
  return ['| key | value | required | meaning |', '|---|---|---|---|', ...rows].join('\n');
}

function meaningOf(key: string, node: Node): string {
  const inPlace = IN_PLACE.includes(key) ? mappingsIn(node) : [];
  const parts = new Map(inPlace.flatMap((shape) => Object.entries(shape.properties ?? {}).map(([part, { description = '' }]) => [part, description] as const)));
  const sentences = [node.description ?? '', ...[...parts].map(([part, said]) => `\`${part}\`: ${lowered(said)}`)];
  return sentences.join('. ').replaceAll('|', '\\|');
}

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);

const NAMED: Readonly<Record<string, string>> = {
  '#/$defs/Date': '[date](#dates)',
  '#/$defs/Duration': '[duration](#durations)',
  '#/$defs/StateId': '[state](#states)',
};

function typeOf(node: Node, path: readonly string[]): string {
  if (node.$ref !== undefined) return NAMED[node.$ref] ?? node.$ref;
  if (node.anyOf !== undefined) return unionType(node.anyOf, path);
  if (node.items !== undefined) return `list of: ${typeOf(node.items, path)}`;
  if (node.const !== undefined) return `\`${String(node.const)}\``;
  if (node.enum !== undefined) return node.enum.map((value) => `\`${value}\``).join(', ');
  if (node.properties !== undefined) return mappingType(node.properties, path);
  if (typeof node.type === 'object') return node.type.map((type) => typeOf({ ...node, type }, path)).join(' or ');
  if (node.type === 'boolean') return '`true`, `false`';
  if (node.type === 'integer' || node.type === 'number') return numberType(node);
  if (node.format === 'uri') return 'address';
  if (node.pattern !== undefined) return '[id](#ids)';
  return node.maxLength === undefined || node.maxLength === PROSE ? '[text](#texts)' : `text, at most ${String(node.maxLength)} characters`;
}

function unionType(nodes: readonly Node[], path: readonly string[]): string {
  const types = nodes.map((one) => typeOf(one, path));
  const single = types.slice(0, -1).join(' or ');
  return types.at(-1) === `list of: ${single}` ? `${single}; or a list of these` : types.join(' or ');
}

function mappingType(properties: Readonly<Record<string, Node>>, path: readonly string[]): string {
  if (IN_PLACE.includes(path.at(-1) ?? '')) return `\`{${Object.keys(properties).join(', ')}}\``;
  const title = titleOf(SAME_AS[path.join('.')]?.split('.') ?? path);
  return `keys of [${title}](#${title.replaceAll(/\W+/g, '-')})`;
}

function numberType({ type, minimum, maximum }: Node): string {
  const kind = type === 'integer' ? 'whole number' : 'number';
  return minimum === undefined || maximum === undefined ? kind : `${kind}, ${String(minimum)} to ${String(maximum)}`;
}

const REST = '...';

/** The part of the example that a section describes; what has a section of its own is left to it. */
function sampleOf({ path, isList }: Section, treaty: unknown, paths: ReadonlySet<string>): string {
  const found = valuesAt(path, treaty).map((value) => shortened(value, path, paths));
  const key = path.at(-1);
  const shown = key === undefined ? found : isList ? [{ [key]: found }] : telling(found).map((value) => ({ [key]: value }));
  return shown
    .map((value) => stringify(value, { lineWidth: 0 }))
    .join('\n')
    .replaceAll(`"${REST}"`, REST);
}

/** The values at a path, lists passed through. */
export function valuesAt(path: readonly string[], value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(path, item));
  const [key, ...rest] = path;
  if (key === undefined) return [value];
  return isRecord(value) && value[key] !== undefined ? valuesAt(rest, value[key]) : [];
}

function shortened(value: unknown, path: readonly string[], paths: ReadonlySet<string>): unknown {
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, paths.has([...path, key].join('.')) ? REST : inner]));
}

/** As few of the values as show every key that any of them has, the fullest first. */
function telling(values: readonly unknown[]): readonly unknown[] {
  const seen = new Set<string>();
  return values
    .filter(isRecord)
    .toSorted((a, b) => Object.keys(b).length - Object.keys(a).length)
    .filter((value) => Object.keys(value).filter((key) => !seen.has(key) && seen.add(key)).length > 0);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);
