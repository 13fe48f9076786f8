import * as z from 'zod';
import { ACTIONS, CASCADE_MODES, EVENT_KINDS, INTENSITIES, REASONS } from '../core/law/types.ts';
import { ATTACK_OBJECTS, AUTOMATICITIES, DOMAINS } from '../core/treaty/vocabulary.ts';
import { VERDICT_FORMAT } from './verdict-json.ts';

/** The published schema of a verdict's JSON. Fields are added within a format, never changed or taken away. */

const state = z.string().describe('A state id such as FRA, or NONSTATE');
const sentences = z.array(z.string());

const duty = z.object({
  state,
  action: z.enum(ACTIONS),
  toward: state.describe('Whom it is owed'),
  against: z.array(state).describe('Against whom it is to be done; empty for consultation and non-aggression'),
  treaty: z.string(),
  article: z.string(),
  obligation: z.string().describe("Id of the treaty's clause"),
  automaticity: z.enum(AUTOMATICITIES),
  because: sentences.describe('The facts and articles that led here'),
  contested: z.string().exactOptional().describe('Another reading that is held'),
  onRequest: z.literal(true).exactOptional().describe('The beneficiary must ask first'),
});

const notOwed = z.object({
  state,
  toward: state,
  treaty: z.string(),
  article: z.string(),
  obligation: z.string(),
  reason: z.enum(REASONS).describe('The first condition that failed'),
  reasons: z.array(z.enum(REASONS)).describe('Every condition that failed'),
  because: sentences,
  contested: z.string().exactOptional(),
});

const conflict = z.object({ state, duties: z.array(z.int().min(0)).describe('Positions in `duties`'), because: z.string() });

export const verdictSchema = z
  .object({
    format: z.literal(VERDICT_FORMAT).describe('Version of this shape'),
    event: z.object({
      kind: z.enum(EVENT_KINDS),
      attackers: z.array(state).min(1),
      target: state,
      date: z.string(),
      place: z.object({
        state: state.nullable().describe('Whose home it is, else who administers it first'),
        kind: z.enum(['home', 'territory', 'point']),
        id: z.string().nullable(),
        name: z.string(),
        lat: z.number(),
        lon: z.number(),
        administered: z.array(state),
        claimed: z.array(state),
        metropolitan: z.boolean(),
      }),
      domain: z.enum(DOMAINS),
      intensity: z.enum(INTENSITIES),
      object: z.enum(ATTACK_OBJECTS),
      beganBy: z.array(state),
      atWar: z.array(z.object({ attacker: state, target: state })),
    }),
    duties: z.array(duty),
    notOwed: z.array(notOwed),
    conflicts: z.array(conflict),
    cascade: z
      .object({
        mode: z.enum(CASCADE_MODES),
        steps: z.array(z.object({ state, side: z.enum(['attacker', 'target']), duties: z.array(duty) })),
        belligerents: z.array(state),
        sides: z.object({ attacker: z.array(state), target: z.array(state) }),
        neutrals: z.array(state),
        broken: z.array(z.object({ state, action: z.enum(ACTIONS), toward: state, treaty: z.string(), article: z.string(), because: sentences })),
        conflicts: z.array(conflict).describe("Positions in the cascade's own `duties`"),
        duties: z.array(duty).describe("Every duty that arose, the event's own first"),
        expected: z
          .array(
            z.object({
              state,
              side: z.enum(['attacker', 'target']),
              chance: z
                .object({
                  value: z.number().min(0).max(1),
                  low: z.number().exactOptional(),
                  high: z.number().exactOptional(),
                  half: z.tuple([z.number(), z.number()]).exactOptional(),
                })
                .describe('Of coming into the war, given that there is one; low and high are the ends of its 90 % range, half those of its 50 % range'),
              bound: z
                .array(z.object({ treaty: z.string(), article: z.string() }))
                .describe('What binds it to that side; empty where it would come of its own accord'),
            }),
          )
          .describe('Mode expected: every state that might come, the likeliest first')
          .exactOptional(),
        expected_not_assessed: z.array(state).describe('Mode expected: bound states whose power is not known; no step is theirs').exactOptional(),
        expected_method: z.string().describe('Mode expected: how the chances were come by').exactOptional(),
      })
      .exactOptional(),
  })
  .meta({ id: 'Verdict', title: 'Foedus verdict', description: 'What `foedus trigger --json` prints and `POST /api/trigger` answers' });
