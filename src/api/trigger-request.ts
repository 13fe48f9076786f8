import * as z from 'zod';
import { CASCADE_MODES, EVENT_KINDS, INTENSITIES } from '../core/law/types.ts';
import { ATTACK_OBJECTS, DOMAINS } from '../core/treaty/vocabulary.ts';

const state = z.string().min(1).max(16);
const id = z.string().min(1).max(64);

/** The body of `POST /api/trigger`. */
export const triggerRequestSchema = z.strictObject({
  attackers: z.array(state).min(1).max(50),
  target: state,
  date: z.string(),
  place: id.exactOptional(),
  at: z.strictObject({ lat: z.number(), lon: z.number() }).exactOptional(),
  domain: z.enum(DOMAINS).exactOptional(),
  object: z.enum(ATTACK_OBJECTS).exactOptional(),
  kind: z.enum(EVENT_KINDS).exactOptional(),
  intensity: z.enum(INTENSITIES).exactOptional(),
  beganBy: z.array(state).max(50).exactOptional(),
  atWar: z
    .array(z.strictObject({ attacker: state, target: state }))
    .max(200)
    .exactOptional(),
  cascade: z.enum(CASCADE_MODES).exactOptional(),
  draws: z.int().min(0).max(2000).exactOptional(),
  seed: z.int().min(0).max(999_999_999).exactOptional(),
  refuses: z.array(state).max(250).exactOptional(),
  only: z.array(id).max(500).exactOptional(),
});
