import { formatTreaty } from './format.ts';
import type { Treaty } from './schema.ts';

/**
 * A treaty as the text of its file, in canonical form.
 * @throws {RangeError} where the value is no treaty
 */
export function treatyText(treaty: Treaty): string {
  const result = formatTreaty(JSON.stringify(treaty), `${treaty.id}.yaml`);
  if (result.ok) return result.text;
  throw new RangeError(`${treaty.id}: ${result.diagnostics.map(({ message }) => message).join('; ')}`);
}
