import * as z from 'zod';
import {
  ADVERSARY_CLASSES,
  ATTACK_OBJECTS,
  AUTOMATICITIES,
  DOMAINS,
  LANGUAGE_VERSION,
  OBLIGATION_KINDS,
  TERRITORY_CLASSES,
  TRIGGER_EVENTS,
} from './vocabulary.ts';

/**
 * The schema of the treaty language: the single source of the TypeScript types, the published JSON Schema,
 * the reference page and the parser's errors. Every object is strict: an unknown key is an error.
 */

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens')
  .max(64);

/** `YYYY-MM-DD`, or `YYYY-MM` or `YYYY` where the day or month is not known. Proleptic Gregorian. */
export const dateSchema = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'expected a date such as 1949-04-04 (or 1894-01, or 1894)')
  .meta({ id: 'Date', description: 'A proleptic Gregorian date: YYYY-MM-DD, or YYYY-MM or YYYY where the rest is not known' });

/** ISO 8601 duration in years, months, weeks or days. */
export const durationSchema = z
  .string()
  .regex(/^P(?=\d)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?$/, 'expected an ISO 8601 duration such as P10Y, P6M or P90D')
  .meta({ id: 'Duration', description: 'An ISO 8601 duration in years, months, weeks and days: P20Y, P6M, P90D' });

export const stateIdSchema = z
  .string()
  .regex(/^[A-Z]{3}$/, 'expected a three-letter state id such as FRA')
  .meta({ id: 'StateId', description: "ISO 3166 alpha-3 of a state that exists or its legal continuation, else the registry's own code (AUH, CSK, YUG)" });

const confidence = z.enum(['high', 'medium', 'low']).describe('How sure the encoder is of this; leave out where the text is plain');
const article = z.string().min(1).max(60).describe('Article of the treaty as printed there: "5", "42(7)", "secret protocol 1"');
const prose = z.string().min(1).max(4000);

const sourceSchema = z.strictObject({
  title: prose,
  publisher: prose.optional(),
  year: z.int().min(1600).max(2100).optional(),
  citation: prose.optional().describe('Volume and page: "LNTS 204, 57", "UNTS 34, 243", "Hertslet III, 2067"'),
  url: z.url().optional(),
  note: prose.optional(),
});

/** Which parties: all of them, a list, or those with a role. */
const whoSchema = z.union([z.literal('all'), z.array(stateIdSchema).min(1), z.strictObject({ role: id })]);
/** To whom: as `bound`, or `any` state whatever (a renunciation of force against everyone). A list may name states that are no parties. */
const toWhomSchema = z.union([z.literal('all'), z.literal('any'), z.array(stateIdSchema).min(1), z.strictObject({ role: id })]);

const regionList = z
  .array(z.string().min(1).max(64))
  .min(1)
  .describe('Region ids (europe, north-atlantic, north-of-tropic-of-cancer), territory ids of the gazetteer (okinawa) or state ids (TUR: all it administers)');

const areaPartShape = {
  objects: z.array(z.enum(ATTACK_OBJECTS)).min(1).optional().describe('Objects of attack this part speaks of; all when left out'),
  territory: z.enum(TERRITORY_CLASSES).optional().describe('Whose land counts for an attack on territory: own (default), metropolitan, dependent, any'),
  include: regionList.optional().describe('The place must lie in one of these; anywhere when left out'),
  exclude: regionList.optional().describe('... and in none of these'),
  from: dateSchema.optional(),
  until: dateSchema.optional().describe('First day on which this part no longer holds'),
  note: prose.optional(),
};
export const areaPartSchema = z.strictObject(areaPartShape);
/** Where an attack must happen. Several `parts` are a union; the short form is a single part written in place. */
export const areaSchema = z.strictObject({
  article: article.optional(),
  ...areaPartShape,
  parts: z.array(areaPartSchema).min(1).optional(),
});

/** One alternative of an adversary list. */
const adversarySchema = z.union([
  z.enum(ADVERSARY_CLASSES),
  stateIdSchema,
  z.strictObject({ state: stateIdSchema, with: stateIdSchema.describe('counts only while supported by this state: "Italy supported by Germany"') }),
  z.strictObject({ allied_with: stateIdSchema.describe('any state allied with this one on the date, or this one itself') }),
]);
export type AdversarySpec = z.infer<typeof adversarySchema>;

const exceptSchema = z.strictObject({
  states: z.array(stateIdSchema).min(1),
  when: z.enum(['always', 'attacked-by-party']).describe('always, or only where the beneficiary attacked one of them'),
  article: article.optional(),
});

const requirementSchema = z.strictObject({
  state: stateIdSchema.describe('the state that must act first'),
  acts: z.enum(['assists', 'at-war']).describe('assists: fights beside the beneficiary; at-war: is at war with the adversary at all'),
});

export const triggerSchema = z.strictObject({
  event: z.union([z.enum(TRIGGER_EVENTS), z.array(z.enum(TRIGGER_EVENTS)).min(1)]),
  domains: z.array(z.enum(DOMAINS)).min(1).optional().describe('Domains covered; land, sea and air when left out'),
  objects: z.array(z.enum(ATTACK_OBJECTS)).min(1).optional().describe('Objects covered; every object when left out. A text that says "territory" or "invasion" lists territory alone'),
  area: areaSchema.optional().describe("Where; the beneficiary's own territory, and its forces anywhere, when left out"),
  against: z.union([adversarySchema, z.array(adversarySchema).min(1)]).optional().describe('Adversaries covered; any when left out. Several are alternatives'),
  except: exceptSchema.optional(),
  attackers_at_least: z.int().min(1).max(10).optional().describe('Owed only when at least this many powers fight the beneficiary'),
  unprovoked: z.boolean().optional().describe('Owed only where the beneficiary did not begin it or provoke it'),
  parties_included: z.boolean().optional().describe('The text also covers an attack by one party on another'),
  on_request: z.boolean().optional().describe('Owed only when the beneficiary asks or consents'),
  requires: z.array(requirementSchema).min(1).optional().describe('All of these must act first'),
});
export type Trigger = z.infer<typeof triggerSchema>;

const responseSchema = z.strictObject({
  automaticity: z.enum(AUTOMATICITIES).optional().describe('automatic (the text fixes what is owed) or discretionary (each judges what it does); automatic when left out'),
  force: z.enum(['required', 'not-required', 'excluded']).optional(),
  means: prose.optional().describe('What is to be done, briefly: "with all its forces", "mobilize at once"'),
  against: z.array(stateIdSchema).min(1).optional().describe('Fight these alone, whoever else takes part'),
  consult_first: z.boolean().optional(),
  constitutional_processes: z.boolean().optional().describe('"in accordance with its constitutional processes"'),
});

export const obligationSchema = z.strictObject({
  id,
  article,
  kind: z.enum(OBLIGATION_KINDS),
  bound: whoSchema,
  to: toWhomSchema,
  from: dateSchema.optional().describe('First day it binds, where later than the treaty'),
  until: dateSchema.optional().describe('First day it no longer binds'),
  trigger: triggerSchema.optional().describe('Left out for nonaggression, which holds always'),
  response: responseSchema.optional(),
  precision: prose.optional().describe('What is promised, in a paraphrase'),
  quote: prose.optional().describe('A short quotation of the operative words'),
  contested: prose.optional().describe('A reading that others hold, in one sentence; a verdict under this clause says so'),
  secret: z.boolean().optional(),
  confidence: confidence.optional(),
  note: prose.optional(),
});
export type Obligation = z.infer<typeof obligationSchema>;

export const partySchema = z.strictObject({
  state: stateIdSchema,
  from: dateSchema.describe('First day the treaty binds it'),
  to: dateSchema.optional().describe('First day it is no longer bound'),
  role: id.optional(),
  region: z.string().optional(),
  confidence: confidence.optional(),
  note: prose.optional(),
});

const amendmentSchema = z.strictObject({
  date: dateSchema,
  change: z.union([
    z.strictObject({
      obligation: id,
      add_domains: z.array(z.enum(DOMAINS)).min(1).optional(),
      set: obligationSchema.partial().omit({ id: true }).optional().describe('Fields of the obligation that take these values from this date; trigger and response are replaced whole'),
      ends: z.boolean().optional(),
    }),
    z.strictObject({ adds: obligationSchema }),
  ]),
  source: prose,
  article: article.optional(),
  note: prose.optional(),
});

const reservationSchema = z.strictObject({
  state: stateIdSchema,
  obligation: id,
  narrows: triggerSchema.partial().describe('Further conditions, for this state alone; all must hold beside the clause itself'),
  from: dateSchema.optional(),
  until: dateSchema.optional(),
  source: prose,
});

const suspensionSchema = z.strictObject({
  bound: z.array(stateIdSchema).min(1).describe('whose obligations rest'),
  to: z.array(stateIdSchema).min(1).optional().describe('... toward these; toward all when left out'),
  obligation: id.optional(),
  from: dateSchema,
  until: dateSchema.optional(),
  source: prose,
  confidence: confidence.optional(),
});

const purposeSchema = z.strictObject({
  id,
  article: article.optional(),
  text: prose,
  metric: id.optional(),
  target: z.union([z.number(), z.string()]).optional(),
  review: z.union([z.enum(['yearly', 'biennial', 'quinquennial', 'ad-hoc']), durationSchema]).optional(),
  reading: prose.optional().describe('Where the reading comes from'),
});

const decisionsSchema = z.strictObject({
  body: prose.optional(),
  rule: z.enum(['consensus', 'unanimity', 'two-thirds', 'majority', 'qualified-majority', 'hub-decides', 'none']),
  article: article.optional(),
  silence_procedure: z.boolean().optional(),
  attacker_votes: z.boolean().optional(),
  note: prose.optional(),
});

const institutionsSchema = z.strictObject({
  integrated_command: z.boolean().optional(),
  permanent_staff: z.boolean().optional(),
  secretariat: z.boolean().optional(),
  meetings: z.enum(['yearly', 'biennial', 'regular', 'ad-hoc', 'none']).optional(),
  exercises: z.enum(['yearly', 'regular', 'ad-hoc', 'none']).optional(),
  bases: z.boolean().optional(),
  intelligence_sharing: z.boolean().optional(),
  dispute_settlement: z.boolean().optional(),
  note: prose.optional(),
});

const pledgeSchema = z.strictObject({
  id,
  article: article.optional(),
  metric: id.optional().describe('defense-share-of-gdp, equipment-share-of-defense, troops, payment ...'),
  at_least: z.number().optional(),
  unit: z.string().optional(),
  bound: whoSchema.optional(),
  agreed: dateSchema.optional(),
  by: dateSchema.optional(),
  reading: prose.optional().describe('Where the yearly figure is published'),
  incentive: prose.optional().describe('What follows from meeting or missing it'),
  source: prose.optional(),
});
const burdenSchema = z.strictObject({
  pledges: z.array(pledgeSchema).optional(),
  common_funding: z.strictObject({ formula: z.enum(['agreed-shares', 'gdp-shares', 'equal', 'host-pays', 'each-its-own', 'other']), source: prose.optional(), note: prose.optional() }).optional(),
});

const interoperabilitySchema = z.strictObject({
  standards: z.string().optional(),
  level: z.int().min(0).max(4).optional().describe('C2 level on the LISI scale, 0 to 4'),
  note: prose.optional(),
});

const conditionalitySchema = z.strictObject({
  id,
  article: article.optional(),
  demands: prose,
  on: whoSchema.optional(),
  kind: z.enum(['reform', 'values', 'procurement', 'command', 'basing', 'non-alignment', 'payment', 'other']).optional(),
  verified_by: prose.optional(),
  until: z.union([dateSchema, prose]).optional(),
});

const termSchema = z.strictObject({
  kind: z.enum(['indefinite', 'fixed', 'until-condition', 'unspecified']),
  article: article.optional(),
  length: durationSchema.optional(),
  until: dateSchema.optional().describe('Day on which the last agreed term runs out'),
  condition: prose.optional(),
  renewal: z.enum(['tacit', 'active', 'none']).optional(),
  renewal_length: durationSchema.optional(),
  renewals: z.array(z.strictObject({ date: dateSchema, until: dateSchema.optional(), source: prose.optional() })).optional(),
  review: z.strictObject({ article: article.optional(), after: durationSchema.optional(), every: durationSchema.optional(), on: dateSchema.optional() }).optional(),
  at_war: z.literal('lasts-to-peace').optional().describe('A party at war at expiry keeps the alliance until peace (1902)'),
});

const exitSchema = z.strictObject({
  article: article.optional(),
  allowed: z.boolean().optional().describe('false: the text forbids leaving; left out: the text gives a way'),
  earliest: durationSchema.optional().describe('How long after entry into force notice may first be given'),
  notice: durationSchema.optional(),
  note: prose.optional(),
});

export const treatySchema = z
  .strictObject({
    language: z.literal(LANGUAGE_VERSION),
    id,
    atop: z.int().min(1000).max(9999).optional().describe('ATOP alliance number (Leeds and others 2002)'),
    name: prose,
    short: z.string().min(1).max(60).optional().describe('Name used in sentences: "North Atlantic Treaty"'),
    form: z
      .enum(['alliance', 'guarantee', 'entente', 'nonaggression-pact', 'arrangement', 'organization'])
      .optional()
      .describe('What it is; members of an alliance count as allied (ATOP) even where no clause binds in a given case'),
    signed: dateSchema,
    in_force: dateSchema.optional().describe('Left out for a treaty that never entered into force'),
    ended: z.strictObject({ date: dateSchema.describe('First day it no longer binds'), how: z.enum(['expired', 'denounced', 'replaced', 'abrogated', 'dissolved', 'party-ended', 'lapsed']), source: prose.optional(), confidence: confidence.optional() }).optional(),
    secrecy: z.enum(['public', 'secret', 'secret-articles']),
    sources: z.array(sourceSchema).min(1),
    parties: z.array(partySchema).min(1),
    at_war_at_signing: z.array(stateIdSchema).optional().describe('For `against: not-at-war-at-signing`'),
    purposes: z.array(purposeSchema).optional(),
    obligations: z.array(obligationSchema).describe('Empty where the text promises nothing; say so in no_obligation'),
    no_obligation: prose.optional().describe('Why no clause is encoded: "forces may be utilized" is no promise'),
    amendments: z.array(amendmentSchema).optional(),
    reservations: z.array(reservationSchema).optional(),
    suspensions: z.array(suspensionSchema).optional(),
    decisions: decisionsSchema.optional(),
    institutions: institutionsSchema.optional(),
    burden: burdenSchema.optional(),
    interoperability: interoperabilitySchema.optional(),
    conditionality: z.array(conditionalitySchema).optional(),
    term: termSchema.optional(),
    exit: exitSchema.optional(),
    notes: z.array(prose).optional(),
    confidence: confidence.optional(),
  })
  .meta({ id: 'Treaty', title: 'Foedus treaty', description: 'A treaty in the Foedus treaty language' });

export type Treaty = z.infer<typeof treatySchema>;
export type Party = z.infer<typeof partySchema>;
export type Area = z.infer<typeof areaSchema>;
export type AreaPart = z.infer<typeof areaPartSchema>;
export type Amendment = z.infer<typeof amendmentSchema>;
export type Reservation = z.infer<typeof reservationSchema>;
export type Suspension = z.infer<typeof suspensionSchema>;
export type Term = z.infer<typeof termSchema>;
export type Who = z.infer<typeof whoSchema>;
export type ToWhom = z.infer<typeof toWhomSchema>;
