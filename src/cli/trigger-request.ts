import type { FieldNames, TriggerRequest } from '../app/trigger.ts';
import { UserError } from '../app/user-error.ts';
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

function wholeOf(input: Input, flag: string, most: number): number | undefined {
  const text = input.flag(flag);
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text) || Number(text) > most) throw new UserError(`--${flag}: '${text}' is no whole number from 0 to ${most}.`);
  return Number(text);
}

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
  const draws = wholeOf(input, 'draws', 100_000);
  const seed = wholeOf(input, 'seed', 999_999_999);
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
