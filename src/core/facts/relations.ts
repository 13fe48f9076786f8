import * as z from 'zod';
import { stateIdSchema } from '../treaty/schema-words.ts';
import { confidenceSchema, day, estimateSchema, prose } from './estimate.ts';

const spanShape = { from: day.optional(), until: day.optional() };

/** `catalog/relations/rivalries.yaml`: two states that each plan for war with the other. */
export const rivalriesSchema = z.array(
  z.strictObject({ a: stateIdSchema, b: stateIdSchema, ...spanShape, source: prose, confidence: confidenceSchema.optional(), note: prose.optional() }),
);
/** `catalog/relations/nuclear.yaml`: who has nuclear weapons. */
export const nuclearSchema = z.array(z.strictObject({ state: stateIdSchema, ...spanShape, source: prose, note: prose.optional() }));
/** `catalog/relations/presence.yaml`: forces, bases and practice of one state on the land of another: signals that a promise is meant. */
export const presenceSchema = z.array(
  z.strictObject({
    host: stateIdSchema,
    guest: stateIdSchema,
    ...spanShape,
    treaty: z.string().optional().describe('The treaty under which it stands, where one does'),
    troops: z.number().nonnegative().optional().describe('Thousands, rounded'),
    bases: z.boolean().optional(),
    nuclear_sharing: z.boolean().optional(),
    integrated_command: z.boolean().optional(),
    exercises: z.enum(['yearly', 'regular', 'ad-hoc']).optional(),
    tripwire: estimateSchema.optional().describe('What standing aside would lose, in logits, 0 to 3; declared, as the record holds no test of it'),
    source: prose,
    confidence: confidenceSchema.optional(),
    note: prose.optional(),
  }),
);

export type Rivalry = z.infer<typeof rivalriesSchema>[number];
export type Nuclear = z.infer<typeof nuclearSchema>[number];
export type Presence = z.infer<typeof presenceSchema>[number];

/** A land border, with the years in which it was one. */
export interface Border {
  readonly a: string;
  readonly b: string;
  readonly from?: string;
  readonly until?: string;
}

interface Dated {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

/** Whether a dated fact holds on a day. */
export function holdsOn({ from, until }: Dated, date: string): boolean {
  return (from === undefined || from <= date) && (until === undefined || date < until);
}

/** `catalog/relations/borders.csv`, header `a,b,from,until`; blank: from before 1815, to today. */
export function parseBorders(text: string, file: string): { readonly rows: readonly Border[]; readonly faults: readonly string[] } {
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/);
  const rows: Border[] = [];
  const faults: string[] = [];
  if (header !== 'a,b,from,until') faults.push(`${file}:1: expected the header a,b,from,until`);
  lines.forEach((line, index) => {
    const [a = '', b = '', from = '', until = ''] = line.split(',');
    const fault = (what: string): void => void faults.push(`${file}:${index + 2}: ${what}`);
    if (!stateIdSchema.safeParse(a).success || !stateIdSchema.safeParse(b).success || a === b) fault(`'${a},${b}' are no two states`);
    else if ([from, until].some((text_) => text_ !== '' && !day.safeParse(text_).success)) fault(`'${from},${until}' are no dates`);
    else rows.push({ a, b, ...(from !== '' && { from }), ...(until !== '' && { until }) });
  });
  return { rows, faults };
}

/** Whether two states share a land border on a day. */
export function areBordering(rows: readonly Border[], a: string, b: string, date: string): boolean {
  return rows.some((row) => ((row.a === a && row.b === b) || (row.a === b && row.b === a)) && holdsOn(row, date));
}
