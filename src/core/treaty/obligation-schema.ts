import * as z from 'zod';
import { idSchema, dateSchema, stateIdSchema, confidenceSchema, articleSchema, proseSchema, whoSchema, toWhomSchema } from './schema-words.ts';
import { ADVERSARY_CLASSES, ATTACK_OBJECTS, AUTOMATICITIES, DOMAINS, OBLIGATION_KINDS, TERRITORY_CLASSES, TRIGGER_EVENTS } from './vocabulary.ts';

/** What a clause promises: by whom to whom, when it is triggered, where, and what is then owed. */

const regionList = z
  .array(z.string().min(1).max(64))
  .min(1)
  .describe('Region ids (europe, north-atlantic, north-of-tropic-of-cancer), territory ids of the gazetteer (okinawa) or state ids (TUR: all it administers)');

const areaPartShape = {
  objects: z.array(z.enum(ATTACK_OBJECTS)).min(1).optional().describe('Objects of attack this part speaks of; all when left out'),
  territory: z
    .enum(TERRITORY_CLASSES)
    .optional()
    .describe(
      'Whose land the place must be: own (default for an attack on territory or population), metropolitan, dependent, parties (of any party), nobody (the high seas), any (default for forces, vessels and aircraft)',
    ),
  include: regionList.optional().describe('The place must lie in one of these; anywhere when left out'),
  exclude: regionList.optional().describe('The place must lie in none of these'),
  from: dateSchema.optional().describe('First day on which this part holds'),
  until: dateSchema.optional().describe('First day on which this part no longer holds'),
  note: proseSchema.optional().describe('Remark for readers'),
};
export const areaPartSchema = z.strictObject(areaPartShape);
/** Where an attack must happen. Several `parts` are a union; the short form is a single part written in place. */
export const areaSchema = z.strictObject({
  article: articleSchema.optional(),
  ...areaPartShape,
  parts: z.array(areaPartSchema).min(1).optional().describe('Several parts, each with the keys above but article; the place must satisfy one'),
});

/** One alternative of an adversary list. */
const adversarySchema = z.union([
  z.enum(ADVERSARY_CLASSES),
  stateIdSchema,
  z.strictObject({ allied_with: stateIdSchema.describe('Any state allied with this one on the date, or this one itself') }),
  z.strictObject({
    state: stateIdSchema.optional().describe('The adversary; any but its supporter when left out'),
    with: stateIdSchema.describe('Counts only while supported by this state: "Italy supported by Germany"'),
  }),
]);
export type AdversarySpec = z.infer<typeof adversarySchema>;

const exceptSchema = z.strictObject({
  states: z.array(stateIdSchema).min(1).describe('The states excepted'),
  when: z.enum(['always', 'attacked-by-party']).describe('always, or only where the beneficiary attacked one of them (attacked-by-party)'),
  article: articleSchema.optional(),
});

const requirementSchema = z.strictObject({
  state: stateIdSchema.describe('The state that must act first'),
  acts: z.enum(['assists', 'at-war']).describe('What it must do. assists: fights beside the beneficiary; at-war: is at war with the adversary at all'),
});

export const triggerSchema = z.strictObject({
  event: z
    .union([z.enum(TRIGGER_EVENTS), z.array(z.enum(TRIGGER_EVENTS)).min(1)])
    .describe('What must happen to the beneficiary; one event or a list of alternatives'),
  domains: z.array(z.enum(DOMAINS)).min(1).optional().describe('Domains covered; land, sea and air when left out'),
  objects: z
    .array(z.enum(ATTACK_OBJECTS))
    .min(1)
    .optional()
    .describe('Objects covered; every object when left out. A text that says "territory" or "invasion" lists territory alone'),
  area: areaSchema.optional().describe("Where; the beneficiary's own territory, and its forces anywhere, when left out"),
  against: z
    .union([adversarySchema, z.array(adversarySchema).min(1)])
    .optional()
    .describe('Adversaries covered; any when left out. Several are alternatives'),
  except: exceptSchema.optional().describe('Adversaries against whom nothing is owed'),
  attackers_at_least: z.int().min(1).max(10).optional().describe('Owed only when at least this many powers fight the beneficiary'),
  unprovoked: z.boolean().optional().describe('Owed only where the beneficiary did not begin it or provoke it'),
  parties_included: z.boolean().optional().describe('The text also covers an attack by one party on another'),
  on_request: z.boolean().optional().describe('Owed only when the beneficiary asks or consents'),
  requires: z.array(requirementSchema).optional().describe('All of these must act first'),
});
export type Trigger = z.infer<typeof triggerSchema>;

const responseSchema = z.strictObject({
  automaticity: z
    .enum(AUTOMATICITIES)
    .optional()
    .describe('automatic (the text fixes what is owed) or discretionary (each judges what it does); automatic when left out'),
  force: z.enum(['required', 'not-required', 'excluded']).optional().describe('Whether the text asks for armed force, leaves it open, or rules it out'),
  means: proseSchema.optional().describe('What is to be done, briefly: "with all its forces", "mobilize at once"'),
  against: z.array(stateIdSchema).min(1).optional().describe('Fight these alone, whoever else takes part'),
  consult_first: z.boolean().optional().describe('The parties consult before anything is done'),
  constitutional_processes: z.boolean().optional().describe('The text says "in accordance with its constitutional processes"'),
});

export const obligationSchema = z.strictObject({
  id: idSchema.describe('Names the clause within the file; amendments and reservations refer to it'),
  article: articleSchema,
  kind: z.enum(OBLIGATION_KINDS).describe('What is promised: the ATOP types, and assistance (aid short of fighting)'),
  bound: whoSchema.describe('Who owes it: all parties, a list, or those with a role'),
  to: toWhomSchema.describe('To whom: all parties (each to each other), a list, those with a role, or any state whatever'),
  from: dateSchema.optional().describe('First day it binds, where later than the treaty'),
  until: dateSchema.optional().describe('First day it no longer binds'),
  trigger: triggerSchema.optional().describe('Left out for nonaggression, which holds always'),
  response: responseSchema.optional().describe('What is to be done, and how far the text leaves that open'),
  precision: proseSchema.optional().describe('What is promised, in a paraphrase'),
  quote: proseSchema.optional().describe('A short quotation of the operative words'),
  contested: proseSchema.optional().describe('A reading that others hold, in one sentence; a verdict under this clause says so'),
  secret: z.boolean().optional().describe('The clause was kept secret'),
  confidence: confidenceSchema.optional(),
  note: proseSchema.optional().describe('Remark for readers'),
});
export type Obligation = z.infer<typeof obligationSchema>;
export type Area = z.infer<typeof areaSchema>;
export type AreaPart = z.infer<typeof areaPartSchema>;
