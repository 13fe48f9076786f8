import * as z from 'zod';
import { FORM } from '../form-named.ts';

/** Numbers that may be undefined, which JSON writes as null. */
export const number = z.number().nullable();

export const interval = z
  .looseObject({ value: number, low: number.exactOptional(), high: number.exactOptional() })
  .meta({ id: 'Interval', description: 'A central value and its 90 % range, where it was drawn' });

/** Which terms of a treaty a member is bound by, and with whom. */
export const form = z.string().regex(FORM, 'is no form; write pact, pairs or hub:USA');

/** Clauses of a treaty and parameters of models, set by hand. */
export const settings = z.record(z.string().max(200), z.union([z.string().max(200), z.number(), z.boolean(), z.null()]));

/** Such settings as they are written on the command line. */
export const settingsOf = (given: z.output<typeof settings>): readonly { readonly name: string; readonly value: string }[] =>
  Object.entries(given).map(([name, value]) => ({ name, value: String(value) }));
