import * as z from 'zod';
import {
  ADVERSARY_CLASSES,
  ATTACK_OBJECTS,
  AUTOMATICITIES,
  CODED_FIELDS,
  DOMAINS,
  INSTITUTIONS,
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
  title: prose.describe('Title of the work or document'),
  publisher: prose.optional().describe('Who published it; for a book, author and publisher'),
  year: z.int().min(1600).max(2100).optional().describe('Year of publication'),
  citation: prose.optional().describe('Volume and page: "LNTS 204, 57", "UNTS 34, 243", "Hertslet III, 2067"'),
  url: z.url().optional().describe('Where it can be read'),
  note: prose.optional().describe('What was taken from it'),
});

/** Which parties: all of them, a list, or those with a role. */
const whoSchema = z.union([z.literal('all'), z.array(stateIdSchema).min(1), z.strictObject({ role: id.describe('A role that parties of the file have') })]);
/** To whom: as `bound`, or `any` state whatever (a renunciation of force against everyone). A list may name states that are no parties. */
const toWhomSchema = z.union([
  z.literal('all'),
  z.literal('any'),
  z.array(stateIdSchema).min(1),
  z.strictObject({ role: id.describe('A role that parties of the file have') }),
]);

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
  note: prose.optional().describe('Remark for readers'),
};
export const areaPartSchema = z.strictObject(areaPartShape);
/** Where an attack must happen. Several `parts` are a union; the short form is a single part written in place. */
export const areaSchema = z.strictObject({
  article: article.optional(),
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
  article: article.optional(),
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
  means: prose.optional().describe('What is to be done, briefly: "with all its forces", "mobilize at once"'),
  against: z.array(stateIdSchema).min(1).optional().describe('Fight these alone, whoever else takes part'),
  consult_first: z.boolean().optional().describe('The parties consult before anything is done'),
  constitutional_processes: z.boolean().optional().describe('The text says "in accordance with its constitutional processes"'),
});

export const obligationSchema = z.strictObject({
  id: id.describe('Names the clause within the file; amendments and reservations refer to it'),
  article,
  kind: z.enum(OBLIGATION_KINDS).describe('What is promised: the ATOP types, and assistance (aid short of fighting)'),
  bound: whoSchema.describe('Who owes it: all parties, a list, or those with a role'),
  to: toWhomSchema.describe('To whom: all parties (each to each other), a list, those with a role, or any state whatever'),
  from: dateSchema.optional().describe('First day it binds, where later than the treaty'),
  until: dateSchema.optional().describe('First day it no longer binds'),
  trigger: triggerSchema.optional().describe('Left out for nonaggression, which holds always'),
  response: responseSchema.optional().describe('What is to be done, and how far the text leaves that open'),
  precision: prose.optional().describe('What is promised, in a paraphrase'),
  quote: prose.optional().describe('A short quotation of the operative words'),
  contested: prose.optional().describe('A reading that others hold, in one sentence; a verdict under this clause says so'),
  secret: z.boolean().optional().describe('The clause was kept secret'),
  confidence: confidence.optional(),
  note: prose.optional().describe('Remark for readers'),
});
export type Obligation = z.infer<typeof obligationSchema>;

export const partySchema = z.strictObject({
  state: stateIdSchema.describe('The party'),
  from: dateSchema.describe('First day the treaty binds it'),
  to: dateSchema.optional().describe('First day it is no longer bound'),
  role: id.optional().describe('A word of the file that clauses can name: bound: {role: guarantor}'),
  region: z.string().optional().describe('Part of the alliance it belongs to, for tables and figures'),
  confidence: confidence.optional(),
  note: prose.optional().describe('Remark for readers'),
});

const amendmentSchema = z.strictObject({
  date: dateSchema.describe('First day on which the change holds'),
  change: z
    .union([
      z.strictObject({
        obligation: id.describe('Id of the clause that changes'),
        add_domains: z.array(z.enum(DOMAINS)).min(1).optional().describe('Domains added to those the clause covers'),
        set: obligationSchema
          .partial()
          .omit({ id: true })
          .optional()
          .describe('Fields of the obligation that take these values from this date; trigger and response are replaced whole'),
        ends: z.boolean().optional().describe('The clause binds no longer from this date'),
      }),
      z.strictObject({ adds: obligationSchema.describe('A new clause, written as under obligations') }),
    ])
    .describe('A clause that changes or ends, or a clause that is added'),
  source: prose.describe('The document that made the change'),
  article: article.optional(),
  note: prose.optional().describe('Remark for readers'),
});

const reservationSchema = z.strictObject({
  state: stateIdSchema.describe('The state that made it'),
  obligation: id.describe('Id of the clause it narrows'),
  narrows: triggerSchema.partial().describe('Further conditions, for this state alone; all must hold beside the clause itself'),
  from: dateSchema.optional().describe('First day on which it holds'),
  until: dateSchema.optional().describe('First day on which it no longer holds'),
  source: prose.describe('Where the reservation or understanding was put down'),
});

const suspensionSchema = z.strictObject({
  bound: z.array(stateIdSchema).min(1).describe('Whose obligations rest'),
  to: z.array(stateIdSchema).min(1).optional().describe('Toward whom; all when left out'),
  obligation: id.optional().describe('Id of the clause that rests; every clause when left out'),
  from: dateSchema.describe('First day of the suspension'),
  until: dateSchema.optional().describe('First day on which the clause binds again'),
  source: prose.describe('The act that suspended it'),
  confidence: confidence.optional(),
});

const purposeSchema = z.strictObject({
  id: id.describe('Names the purpose within the file'),
  article: article.optional(),
  text: prose.describe('What the treaty is for'),
  metric: id.optional().describe('What is counted or measured, as lower-case words: armed-attacks'),
  target: z.union([z.number(), z.string()]).optional().describe('The value of the metric that counts as success'),
  review: z
    .union([z.enum(['yearly', 'biennial', 'quinquennial', 'ad-hoc']), durationSchema])
    .optional()
    .describe('How often it is read: a word, or a duration'),
  reading: prose.optional().describe('Where the reading comes from'),
});

const decisionsSchema = z.strictObject({
  body: prose.optional().describe('The body that decides'),
  rule: z
    .enum(['consensus', 'unanimity', 'two-thirds', 'majority', 'qualified-majority', 'hub-decides', 'none'])
    .describe('How it decides; none: the text names no procedure'),
  article: article.optional(),
  silence_procedure: z.boolean().optional().describe('A proposal passes unless a party objects in time'),
  attacker_votes: z.boolean().optional().describe('A party that attacks another keeps its vote'),
  note: prose.optional().describe('Remark for readers'),
});

const institutionsSchema = z.strictObject({
  integrated_command: z.boolean().optional().describe('A common military command in peacetime'),
  permanent_staff: z.boolean().optional().describe('A standing military staff'),
  secretariat: z.boolean().optional().describe('A standing civilian secretariat'),
  meetings: z.enum(['yearly', 'biennial', 'regular', 'ad-hoc', 'none']).optional().describe('How often the parties meet under the treaty'),
  exercises: z.enum(['yearly', 'regular', 'ad-hoc', 'none']).optional().describe('How often their forces exercise together'),
  bases: z.boolean().optional().describe('Forces of one party are stationed on the land of another'),
  intelligence_sharing: z.boolean().optional().describe('The parties share intelligence under it'),
  dispute_settlement: z.boolean().optional().describe('It gives a procedure for disputes among the parties'),
  beyond_text: z
    .array(z.enum(INSTITUTIONS))
    .min(1)
    .optional()
    .describe('Which of these rest on practice or later agreements, and not on the text of the treaty'),
  note: prose.optional().describe('Remark for readers'),
});

const pledgeSchema = z.strictObject({
  id: id.describe('Names the pledge within the file'),
  article: article.optional(),
  metric: id.optional().describe('What is pledged: defense-share-of-gdp, equipment-share-of-defense, troops, payment ...'),
  at_least: z.number().optional().describe('The least value promised, in the unit of the metric; a share is between 0 and 1'),
  unit: z.string().optional().describe('Unit of the value, where it is no share'),
  bound: whoSchema.optional().describe('Who pledged; all parties when left out'),
  agreed: dateSchema.optional().describe('Day on which it was agreed'),
  by: dateSchema.optional().describe('Day by which it is to be met'),
  reading: prose.optional().describe('Where the yearly figure is published'),
  incentive: prose.optional().describe('What follows from meeting or missing it'),
  source: prose.optional().describe('The document that made the pledge'),
});
const burdenSchema = z.strictObject({
  pledges: z.array(pledgeSchema).optional().describe('What each promised to bring'),
  common_funding: z
    .strictObject({
      formula: z.enum(['agreed-shares', 'gdp-shares', 'equal', 'host-pays', 'each-its-own', 'other']).describe('How common costs are shared'),
      source: prose.optional().describe('Where the rule stands'),
      note: prose.optional().describe('Remark for readers'),
    })
    .optional()
    .describe('Costs borne in common'),
});

const interoperabilitySchema = z.strictObject({
  standards: z.string().optional().describe('The common standards: stanag'),
  level: z.int().min(0).max(4).optional().describe('C2 level on the LISI scale, 0 to 4'),
  note: prose.optional().describe('Remark for readers'),
});

const conditionalitySchema = z.strictObject({
  id: id.describe('Names the condition within the file'),
  article: article.optional(),
  demands: prose.describe('What is demanded'),
  on: whoSchema.optional().describe('Of whom; all parties when left out'),
  kind: z.enum(['reform', 'values', 'procurement', 'command', 'basing', 'non-alignment', 'payment', 'other']).optional().describe('What sort of demand it is'),
  verified_by: prose.optional().describe('Who checks it, and how'),
  until: z.union([dateSchema, prose]).optional().describe('When it ends: a date, or the event in words'),
});

const termSchema = z.strictObject({
  kind: z.enum(['indefinite', 'fixed', 'until-condition', 'unspecified']).describe('How long it lasts; unspecified: the text is silent'),
  article: article.optional(),
  length: durationSchema.optional().describe('Length of a fixed term'),
  until: dateSchema.optional().describe('Day on which the last agreed term runs out'),
  condition: prose.optional().describe('What ends it, for until-condition'),
  renewal: z.enum(['tacit', 'active', 'none']).optional().describe('tacit: goes on unless somebody objects; active: only where it is agreed'),
  renewal_length: durationSchema.optional().describe('How long each renewal lasts'),
  renewals: z
    .array(
      z.strictObject({
        date: dateSchema.describe('Day of the renewal'),
        until: dateSchema.optional().describe('Day on which the renewed term runs out'),
        source: prose.optional().describe('The act of renewal'),
      }),
    )
    .optional()
    .describe('Renewals that took place'),
  review: z
    .strictObject({
      article: article.optional(),
      after: durationSchema.optional().describe('How long after entry into force'),
      every: durationSchema.optional().describe('How often from then on'),
      on: dateSchema.optional().describe('On this day'),
    })
    .optional()
    .describe('When the parties look at the treaty again'),
  at_war: z.literal('lasts-to-peace').optional().describe('A party at war at expiry keeps the alliance until peace (1902)'),
});

const exitSchema = z.strictObject({
  article: article.optional(),
  allowed: z.boolean().optional().describe('false where the text forbids leaving; left out where it gives a way'),
  earliest: durationSchema.optional().describe('How long after entry into force notice may first be given'),
  notice: durationSchema.optional().describe('How long after notice the exit takes effect'),
  note: prose.optional().describe('Remark for readers'),
});

const differenceSchema = z.strictObject({
  field: z.enum(CODED_FIELDS).describe('Where the two differ'),
  of: z.string().min(1).max(40).optional().describe('Of which state, promise, date or institution; the whole field when left out'),
  reason: prose.describe('Why: what the text says that ATOP codes otherwise, or what ATOP counts that this file does not'),
});

export const treatySchema = z
  .strictObject({
    language: z.literal(LANGUAGE_VERSION).describe('Version of the treaty language'),
    id: id.describe('Name of the treaty for programs; the file is called by it'),
    atop: z.int().min(1000).max(9999).optional().describe('ATOP alliance number (Leeds and others 2002)'),
    atop_differences: z.array(differenceSchema).min(1).optional().describe('Where this file differs from the coding of ATOP, and why'),
    name: prose.describe('Full name'),
    short: z.string().min(1).max(60).optional().describe('Name used in sentences: "North Atlantic Treaty"'),
    form: z
      .enum(['alliance', 'guarantee', 'entente', 'nonaggression-pact', 'arrangement', 'organization'])
      .optional()
      .describe('What it is; members of an alliance count as allied (ATOP) even where no clause binds in a given case'),
    signed: dateSchema.describe('Day of signature'),
    in_force: dateSchema.optional().describe('Left out for a treaty that never entered into force'),
    ended: z
      .strictObject({
        date: dateSchema.describe('First day it no longer binds'),
        how: z.enum(['expired', 'denounced', 'replaced', 'abrogated', 'dissolved', 'party-ended', 'lapsed']).describe('How it ended'),
        source: prose.optional().describe('The act that ended it, or where that is told'),
        confidence: confidence.optional(),
      })
      .optional()
      .describe('Left out for a treaty that is in force'),
    secrecy: z.enum(['public', 'secret', 'secret-articles']).describe('Whether the treaty, or a part of it, was kept secret'),
    sources: z.array(sourceSchema).min(1).describe('Where the text can be read; every article cited stands in one of them'),
    parties: z.array(partySchema).min(1).describe('Who is bound, each with its dates; a state that left and came back is listed twice'),
    at_war_at_signing: z.array(stateIdSchema).optional().describe('States at war when it was signed, for `against: not-at-war-at-signing`'),
    purposes: z.array(purposeSchema).optional().describe('What the treaty is for, and how one would know'),
    obligations: z.array(obligationSchema).describe('Empty where the text promises nothing; say so in no_obligation'),
    no_obligation: prose.optional().describe('Why no clause is encoded: "forces may be utilized" is no promise'),
    amendments: z.array(amendmentSchema).optional().describe('Changes of clauses, by date'),
    reservations: z.array(reservationSchema).optional().describe('Narrower conditions for one state'),
    suspensions: z.array(suspensionSchema).optional().describe('Times in which obligations rested'),
    decisions: decisionsSchema.optional().describe('How the parties decide together'),
    institutions: institutionsSchema.optional().describe('What stands behind the treaty in peacetime'),
    burden: burdenSchema.optional().describe('Who brings and pays what'),
    interoperability: interoperabilitySchema.optional().describe('How far forces can act together'),
    conditionality: z.array(conditionalitySchema).optional().describe('Strings attached: what is demanded of a party beside the obligations'),
    term: termSchema.optional().describe('How long it lasts, is renewed and reviewed'),
    exit: exitSchema.optional().describe('How a party leaves'),
    notes: z.array(prose).optional().describe('Remarks for readers'),
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
