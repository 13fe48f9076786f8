import type { FieldNames, TriggerRequest } from '../app/trigger.ts';
import { UserError } from '../app/user-error.ts';
import { wholeNumber } from '../app/whole-number.ts';
import { CASCADE_MODES, EVENT_KINDS, INTENSITIES, type Fighting } from '../core/law/types.ts';
import type { IsoDate } from '../core/states/types.ts';
import { ATTACK_OBJECTS, DOMAINS } from '../core/treaty/vocabulary.ts';
import type { Input } from './command.ts';

/** How the fields of a question are called on the command line. */
export const TRIGGER_FIELDS: FieldNames = {
  attackers: '--attacker',
  target: '--target',
  date: '--date',
  place: '--place',
  at: '--at',
  beganBy: '--began-by',
  atWar: '--at-war',
  cascade: '--cascade',
  refuses: '--refuses',
  draws: '--draws',
  seed: '--seed',
};

function pointOf(text: string): { lat: number; lon: number } {
  const match = /^\s*([+-]?\d+(?:\.\d+)?)\s*,\s*([+-]?\d+(?:\.\d+)?)\s*$/.exec(text);
  if (match === null) throw new UserError(`--at: '${text}' is not a point; write latitude and longitude in degrees, such as --at -51.7,-57.9.`);
  return { lat: Number(match[1]), lon: Number(match[2]) };
}

function warOf(text: string): Fighting {
  const [attacker = '', target = '', ...rest] = text.split(':');
  if (attacker === '' || target === '' || rest.length > 0) throw new UserError(`--at-war: '${text}' is not a pair; write A:B, such as --at-war DEU:FRA.`);
  return { attacker, target };
}

/** Draws beyond these take minutes and change no digit. */
const MOST_DRAWS = 100_000;

/** The question that the flags of `foedus trigger` ask. Their words are checked here, what they name later. */
export function triggerRequest(input: Input, today: IsoDate): TriggerRequest {
  const one = <T extends string>(name: string, choices: readonly T[]): T | undefined => choices.find((choice) => choice === input.flag(name));
  const at = input.flag('at');
  const place = input.flag('place');
  const kind = one('kind', EVENT_KINDS);
  const domain = one('domain', DOMAINS);
  const object = one('object', ATTACK_OBJECTS);
  const intensity = one('intensity', INTENSITIES);
  const cascade = one('cascade', CASCADE_MODES);
  const [draws, seed] = [wholeNumber(input.flag('draws'), '--draws'), wholeNumber(input.flag('seed'), '--seed')];
  if (draws !== undefined && draws > MOST_DRAWS) throw new UserError(`--draws: ${draws} are more than the ${MOST_DRAWS} there may be.`);
  return {
    attackers: input.flags('attacker'),
    target: input.flag('target') ?? '',
    date: input.flag('date') ?? today,
    ...(place !== undefined && { place }),
    ...(at !== undefined && { at: pointOf(at) }),
    ...(kind !== undefined && { kind }),
    ...(domain !== undefined && { domain }),
    ...(object !== undefined && { object }),
    ...(intensity !== undefined && { intensity }),
    ...(cascade !== undefined && { cascade }),
    ...(draws !== undefined && { draws }),
    ...(seed !== undefined && { seed }),
    beganBy: input.flags('began-by'),
    atWar: input.flags('at-war').map(warOf),
    refuses: input.flags('refuses'),
    only: input.flags('only'),
  };
}
