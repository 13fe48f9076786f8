import * as z from 'zod';
import { triggerSchema, obligationSchema } from './obligation-schema.ts';
import { idSchema, dateSchema, durationSchema, stateIdSchema, confidenceSchema, articleSchema, proseSchema, sourceSchema, whoSchema } from './schema-words.ts';
import { CODED_FIELDS, DOMAINS, INSTITUTIONS, LANGUAGE_VERSION } from './vocabulary.ts';

/**
 * The schema of the treaty language: the single source of the TypeScript types, the published JSON Schema,
 * the reference page and the parser's errors. Every object is strict: an unknown key is an error.
 */

export const partySchema = z.strictObject({
  state: stateIdSchema.describe('The party'),
  from: dateSchema.describe('First day the treaty binds it'),
  to: dateSchema.optional().describe('First day it is no longer bound'),
  role: idSchema.optional().describe('A word of the file that clauses can name: bound: {role: guarantor}'),
  region: z.string().optional().describe('Part of the alliance it belongs to, for tables and figures'),
  confidence: confidenceSchema.optional(),
  note: proseSchema.optional().describe('Remark for readers'),
});

const amendmentSchema = z.strictObject({
  date: dateSchema.describe('First day on which the change holds'),
  change: z
    .union([
      z.strictObject({
        obligation: idSchema.describe('Id of the clause that changes'),
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
  source: proseSchema.describe('The document that made the change'),
  article: articleSchema.optional(),
  note: proseSchema.optional().describe('Remark for readers'),
});

const reservationSchema = z.strictObject({
  state: stateIdSchema.describe('The state that made it'),
  obligation: idSchema.describe('Id of the clause it narrows'),
  narrows: triggerSchema.partial().describe('Further conditions, for this state alone; all must hold beside the clause itself'),
  from: dateSchema.optional().describe('First day on which it holds'),
  until: dateSchema.optional().describe('First day on which it no longer holds'),
  source: proseSchema.describe('Where the reservation or understanding was put down'),
});

const suspensionSchema = z.strictObject({
  bound: z.array(stateIdSchema).min(1).describe('Whose obligations rest'),
  to: z.array(stateIdSchema).min(1).optional().describe('Toward whom; all when left out'),
  obligation: idSchema.optional().describe('Id of the clause that rests; every clause when left out'),
  from: dateSchema.describe('First day of the suspension'),
  until: dateSchema.optional().describe('First day on which the clause binds again'),
  source: proseSchema.describe('The act that suspended it'),
  confidence: confidenceSchema.optional(),
});

const purposeSchema = z.strictObject({
  id: idSchema.describe('Names the purpose within the file'),
  article: articleSchema.optional(),
  text: proseSchema.describe('What the treaty is for'),
  metric: idSchema.optional().describe('What is counted or measured, as lower-case words: armed-attacks'),
  target: z.union([z.number(), z.string()]).optional().describe('The value of the metric that counts as success'),
  review: z
    .union([z.enum(['yearly', 'biennial', 'quinquennial', 'ad-hoc']), durationSchema])
    .optional()
    .describe('How often it is read: a word, or a duration'),
  reading: proseSchema.optional().describe('Where the reading comes from'),
});

const decisionsSchema = z.strictObject({
  body: proseSchema.optional().describe('The body that decides'),
  rule: z
    .enum(['consensus', 'unanimity', 'two-thirds', 'majority', 'qualified-majority', 'hub-decides', 'none'])
    .describe('How it decides; none: the text names no procedure'),
  article: articleSchema.optional(),
  silence_procedure: z.boolean().optional().describe('A proposal passes unless a party objects in time'),
  attacker_votes: z.boolean().optional().describe('A party that attacks another keeps its vote'),
  note: proseSchema.optional().describe('Remark for readers'),
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
  note: proseSchema.optional().describe('Remark for readers'),
});

const pledgeSchema = z.strictObject({
  id: idSchema.describe('Names the pledge within the file'),
  article: articleSchema.optional(),
  metric: idSchema.optional().describe('What is pledged: defense-share-of-gdp, equipment-share-of-defense, troops, payment ...'),
  at_least: z.number().optional().describe('The least value promised, in the unit of the metric; a share is between 0 and 1'),
  unit: z.string().optional().describe('Unit of the value, where it is no share'),
  bound: whoSchema.optional().describe('Who pledged; all parties when left out'),
  agreed: dateSchema.optional().describe('Day on which it was agreed'),
  by: dateSchema.optional().describe('Day by which it is to be met'),
  reading: proseSchema.optional().describe('Where the yearly figure is published'),
  incentive: proseSchema.optional().describe('What follows from meeting or missing it'),
  source: proseSchema.optional().describe('The document that made the pledge'),
});
const burdenSchema = z.strictObject({
  pledges: z.array(pledgeSchema).optional().describe('What each promised to bring'),
  common_funding: z
    .strictObject({
      formula: z.enum(['agreed-shares', 'gdp-shares', 'equal', 'host-pays', 'each-its-own', 'other']).describe('How common costs are shared'),
      source: proseSchema.optional().describe('Where the rule stands'),
      note: proseSchema.optional().describe('Remark for readers'),
    })
    .optional()
    .describe('Costs borne in common'),
});

const interoperabilitySchema = z.strictObject({
  standards: z.string().optional().describe('The common standards: stanag'),
  level: z.int().min(0).max(4).optional().describe('C2 level on the LISI scale, 0 to 4'),
  note: proseSchema.optional().describe('Remark for readers'),
});

const conditionalitySchema = z.strictObject({
  id: idSchema.describe('Names the condition within the file'),
  article: articleSchema.optional(),
  demands: proseSchema.describe('What is demanded'),
  on: whoSchema.optional().describe('Of whom; all parties when left out'),
  kind: z.enum(['reform', 'values', 'procurement', 'command', 'basing', 'non-alignment', 'payment', 'other']).optional().describe('What sort of demand it is'),
  verified_by: proseSchema.optional().describe('Who checks it, and how'),
  until: z.union([dateSchema, proseSchema]).optional().describe('When it ends: a date, or the event in words'),
});

const termSchema = z.strictObject({
  kind: z.enum(['indefinite', 'fixed', 'until-condition', 'unspecified']).describe('How long it lasts; unspecified: the text is silent'),
  article: articleSchema.optional(),
  length: durationSchema.optional().describe('Length of a fixed term'),
  until: dateSchema.optional().describe('Day on which the last agreed term runs out'),
  condition: proseSchema.optional().describe('What ends it, for until-condition'),
  renewal: z.enum(['tacit', 'active', 'none']).optional().describe('tacit: goes on unless somebody objects; active: only where it is agreed'),
  renewal_length: durationSchema.optional().describe('How long each renewal lasts'),
  renewals: z
    .array(
      z.strictObject({
        date: dateSchema.describe('Day of the renewal'),
        until: dateSchema.optional().describe('Day on which the renewed term runs out'),
        source: proseSchema.optional().describe('The act of renewal'),
      }),
    )
    .optional()
    .describe('Renewals that took place'),
  review: z
    .strictObject({
      article: articleSchema.optional(),
      after: durationSchema.optional().describe('How long after entry into force'),
      every: durationSchema.optional().describe('How often from then on'),
      on: dateSchema.optional().describe('On this day'),
    })
    .optional()
    .describe('When the parties look at the treaty again'),
  at_war: z.literal('lasts-to-peace').optional().describe('A party at war at expiry keeps the alliance until peace (1902)'),
});

const exitSchema = z.strictObject({
  article: articleSchema.optional(),
  allowed: z.boolean().optional().describe('false where the text forbids leaving; left out where it gives a way'),
  earliest: durationSchema.optional().describe('How long after entry into force notice may first be given'),
  notice: durationSchema.optional().describe('How long after notice the exit takes effect'),
  note: proseSchema.optional().describe('Remark for readers'),
});

const differenceSchema = z.strictObject({
  field: z.enum(CODED_FIELDS).describe('Where the two differ'),
  of: z.string().min(1).max(40).optional().describe('Of which state, promise, date or institution; the whole field when left out'),
  reason: proseSchema.describe('Why: what the text says that ATOP codes otherwise, or what ATOP counts that this file does not'),
});

export const treatySchema = z
  .strictObject({
    language: z.literal(LANGUAGE_VERSION).describe('Version of the treaty language'),
    id: idSchema.describe('Name of the treaty for programs; the file is called by it'),
    atop: z.int().min(1000).max(9999).optional().describe('ATOP alliance number (Leeds and others 2002)'),
    atop_differences: z.array(differenceSchema).min(1).optional().describe('Where this file differs from the coding of ATOP, and why'),
    name: proseSchema.describe('Full name'),
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
        source: proseSchema.optional().describe('The act that ended it, or where that is told'),
        confidence: confidenceSchema.optional(),
      })
      .optional()
      .describe('Left out for a treaty that is in force'),
    secrecy: z.enum(['public', 'secret', 'secret-articles']).describe('Whether the treaty, or a part of it, was kept secret'),
    sources: z.array(sourceSchema).min(1).describe('Where the text can be read; every article cited stands in one of them'),
    parties: z.array(partySchema).min(1).describe('Who is bound, each with its dates; a state that left and came back is listed twice'),
    at_war_at_signing: z.array(stateIdSchema).optional().describe('States at war when it was signed, for `against: not-at-war-at-signing`'),
    purposes: z.array(purposeSchema).optional().describe('What the treaty is for, and how one would know'),
    obligations: z.array(obligationSchema).describe('Empty where the text promises nothing; say so in no_obligation'),
    no_obligation: proseSchema.optional().describe('Why no clause is encoded: "forces may be utilized" is no promise'),
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
    notes: z.array(proseSchema).optional().describe('Remarks for readers'),
    confidence: confidenceSchema.optional(),
  })
  .meta({ id: 'Treaty', title: 'Foedus treaty', description: 'A treaty in the Foedus treaty language' });

export type Treaty = z.infer<typeof treatySchema>;
export type Party = z.infer<typeof partySchema>;
export type Amendment = z.infer<typeof amendmentSchema>;
export type Reservation = z.infer<typeof reservationSchema>;
export type Suspension = z.infer<typeof suspensionSchema>;
export type Term = z.infer<typeof termSchema>;
