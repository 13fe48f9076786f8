import * as z from 'zod';
import { stateIdSchema } from '../treaty/schema-words.ts';
import { confidenceSchema, day, factId, factSourceSchema, prose } from './estimate.ts';

/** A share of a body that must agree, as the rule writes it: "2/3", or "1/2+" for more than one half. */
const shareSchema = z.string().regex(/^(\d+\/\d+\+?|all)$/, 'expected a share such as 2/3, 1/2+ (more than half) or all');

const partySchema = z.strictObject({
  name: prose,
  seats: z.int().nonnegative(),
  /** Supports the government. */
  government: z.boolean().optional(),
  /** Toward alliances and defense: -1 against, 0 divided or unknown, 1 for; an estimate of ours. */
  stance: z.number().min(-1).max(1).optional(),
});

const gateShape = z.strictObject({
  id: factId,
  body: prose.describe('The chamber, office or people that must agree: "Senate"'),
  kind: z.enum(['executive', 'chamber', 'referendum', 'court']),
  seats: z.int().positive().optional(),
  quota: z
    .strictObject({
      of: z.enum(['members', 'present', 'votes-cast']),
      share: shareSchema,
      quorum: shareSchema.optional(),
      note: prose.optional(),
    })
    .optional()
    .describe('Left out for an executive act and a review by a court'),
  negative: z.boolean().optional().describe('The treaty passes unless the body objects in time (UK, 21 sitting days)'),
  when: prose.optional().describe('For which treaties it is needed, where not for all'),
  parties: z.array(partySchema).optional(),
  as_of: day.optional().describe('Date of the seats'),
  source: prose.describe('Article of the constitution, statute or rule'),
});

const gateSchema = gateShape
  .refine(({ seats, parties = [] }) => seats === undefined || parties.reduce((sum, party) => sum + party.seats, 0) <= seats, {
    message: 'the parties have more seats than the body',
    path: ['parties'],
  })
  .refine(({ kind, quota }) => (quota !== undefined) === (kind === 'chamber' || kind === 'referendum'), {
    message: 'a chamber and a referendum have a quota, an executive and a court have none',
    path: ['quota'],
  })
  .refine(({ quota }) => quota === undefined || shareOf(quota.share).share <= 1, { message: 'a share of more than the whole', path: ['quota', 'share'] })
  .refine(({ parties, as_of }) => (parties === undefined) === (as_of === undefined), {
    message: 'seats of parties have a date, and only they',
    path: ['as_of'],
  });

/** How a state comes to be bound by a treaty: every gate must pass. */
export const institutionSchema = z.strictObject({
  state: stateIdSchema,
  since: day.optional(),
  until: day.optional(),
  gates: z.array(gateSchema).min(1),
  sources: z.array(factSourceSchema).min(1),
  note: prose.optional(),
  confidence: confidenceSchema.optional(),
});
/** One file of `catalog/institutions/`: a state, or several. */
export const institutionsSchema = z.array(institutionSchema).min(1);

export type Gate = z.infer<typeof gateSchema>;
export type Institution = z.infer<typeof institutionSchema>;

/** A share such as "2/3" as a number; "1/2+" is just over one half. */
export function shareOf(text: string): { readonly share: number; readonly strict: boolean } {
  if (text === 'all') return { share: 1, strict: false };
  const [upper = '1', lower = '1'] = text.replace('+', '').split('/');
  return { share: Number(upper) / Number(lower), strict: text.endsWith('+') };
}

/** How a state ratifies on a date; undefined where the catalog does not say. */
export function institutionOn(rows: readonly Institution[], state: string, date: string): Institution | undefined {
  return rows.find((row) => row.state === state && (row.since ?? '') <= date && (row.until === undefined || date < row.until));
}

/** How many years from their date seats may be used: about two parliaments. */
const SEATS_HOLD = 8;

/** Whether the parties of a gate may stand for those of a date: within eight years of the day their seats were counted. */
export function seatsHold({ as_of }: Pick<Gate, 'as_of'>, date: string): boolean {
  return as_of !== undefined && Math.abs(Number(as_of.slice(0, 4)) - Number(date.slice(0, 4))) <= SEATS_HOLD;
}

/** The gates of a state on a date, without parties whose seats are of another time. */
export function gatesOn({ gates }: Institution, date: string): readonly Gate[] {
  return gates.map((gate) => {
    if (gate.parties === undefined || seatsHold(gate, date)) return gate;
    const { parties: _, as_of: __, ...rest } = gate;
    return rest;
  });
}
