import * as z from 'zod';
import { stateIdSchema } from '../treaty/schema-words.ts';
import { ATTACK_OBJECTS, DOMAINS } from '../treaty/vocabulary.ts';
import { ACTIONS, EVENT_KINDS, INTENSITIES, NONSTATE, REASONS } from './types.ts';

/**
 * A crisis of the past, held against the law: the question it puts, what the treaties required, what states did.
 * One file of `catalog/events/` each. Every object is strict.
 */

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'expected a day such as 1914-07-28');
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens');
const prose = z.string().min(1).max(4000);
const belligerent = z.union([z.literal(NONSTATE), stateIdSchema]);

const pointSchema = z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) });

/** The event as asked: what `foedus trigger` takes as flags. The date is the crisis's own unless given. */
export const questionSchema = z
  .strictObject({
    attackers: z.array(belligerent).min(1),
    target: stateIdSchema,
    date: day.optional(),
    place: z.string().min(1).optional().describe("A territory of the gazetteer or a state's home; the target's home when left out"),
    at: pointSchema.optional().describe('A point, where no named place will do'),
    domain: z.enum(DOMAINS).optional(),
    object: z.enum(ATTACK_OBJECTS).optional(),
    kind: z.enum(EVENT_KINDS).optional(),
    intensity: z.enum(INTENSITIES).optional(),
    began_by: z.array(belligerent).min(1).optional().describe('Who fired first or provoked it; the attackers when left out'),
    at_war: z
      .array(z.tuple([belligerent, stateIdSchema]))
      .optional()
      .describe('Wars under way: [attacker, target]'),
  })
  .refine((question) => question.place === undefined || question.at === undefined, { message: 'give place or at, not both', path: ['at'] });

const owedSchema = z.strictObject({
  state: stateIdSchema,
  action: z.enum(ACTIONS),
  toward: stateIdSchema.optional(),
  treaty: id,
  article: z.string().optional(),
  note: prose.optional(),
});

const notOwedSchema = z.strictObject({
  state: stateIdSchema,
  toward: stateIdSchema.optional(),
  treaty: id,
  reason: z.enum(REASONS),
  note: prose.optional(),
});

const cascadeSchema = z.strictObject({
  mode: z.enum(['letter', 'chosen']),
  refuses: z.array(stateIdSchema).optional(),
  belligerents: z.array(belligerent).optional().describe('Who is at war when the cascade rests'),
});

export const DEEDS = ['fought', 'joined-attacker', 'aided', 'consulted', 'stayed-out', 'refused', 'attacked'] as const;

const deedSchema = z.strictObject({
  state: stateIdSchema,
  what: z.enum(DEEDS),
  date: day.optional(),
  note: prose.optional(),
});

/** One move of a replay: who moves against whom; `choice` where nobody owed it. */
const stepSchema = z.strictObject({
  date: day,
  title: prose,
  attacker: belligerent,
  target: stateIdSchema,
  began_by: z.array(belligerent).min(1).optional(),
  choice: z.boolean().optional(),
  note: prose.optional(),
});

const sourceSchema = z.strictObject({
  title: prose,
  publisher: prose.optional(),
  year: z.int().min(1600).max(2100).optional(),
  citation: prose.optional(),
  url: z.url().optional(),
  note: prose.optional(),
});

export const crisisSchema = z
  .strictObject({
    id,
    name: prose,
    date: day,
    question: questionSchema,
    expect: z.strictObject({
      owed: z.array(owedSchema),
      not_owed: z.array(notOwedSchema),
      cascade: cascadeSchema.optional(),
    }),
    did: z.array(deedSchema),
    steps: z.array(stepSchema).min(1).optional().describe('The replay, in order, for "As in 1914"'),
    sources: z.array(sourceSchema).min(1),
    note: prose.optional(),
  })
  .meta({ id: 'Crisis', title: 'Foedus crisis', description: 'A crisis of the past held against the treaties of its day' });

export type CrisisEvent = z.infer<typeof crisisSchema>;
export type Question = z.infer<typeof questionSchema>;
