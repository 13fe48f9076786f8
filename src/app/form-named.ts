import type { Form } from '../core/assess/forms.ts';
import { UserError } from './user-error.ts';

/** How a form is written: `pact`, `pairs`, `hub:USA`. */
export const FORM = /^(pact|pairs|hub:[A-Z]{3})$/;

/** How partners are bound, as it is written: `pact`, `pairs`, `hub:USA`. @throws {UserError} for any other word */
export function formNamed(text: string, where = '--as'): Form {
  if (text === 'pact' || text === 'pairs') return { kind: text };
  const hub = /^hub:([A-Za-z]{3})$/.exec(text)?.[1];
  if (hub === undefined) throw new UserError(`${where}: '${text}' is no form; write pact, pairs or hub:STATE.`);
  return { kind: 'hub', hub: hub.toUpperCase() };
}
