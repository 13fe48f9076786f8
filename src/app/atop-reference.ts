import { UserError } from './user-error.ts';

/** Which of ATOP's alliances a word names. */
export type AtopReference = { readonly all: true } | { readonly id: number; readonly phase?: number };

const PREFIX = 'atop:';

/** Whether a word names alliances of ATOP: `atop:3180`. */
export function isAtopReference(word: string): boolean {
  return word.startsWith(PREFIX);
}

/**
 * Reads `atop:3180` (an alliance), `atop:1350.2` (one of its phases) or `atop:all`.
 * @throws {UserError} where it is none of them
 */
export function atopReference(word: string): AtopReference {
  const rest = word.slice(PREFIX.length);
  if (rest === 'all') return { all: true };
  const match = /^(\d{4})(?:\.(\d))?$/.exec(rest);
  if (match === null) throw new UserError(`'${word}' names no alliance of ATOP; write atop:3180, atop:1350.2 for a phase, or atop:all.`);
  return { id: Number(match[1]), ...(match[2] !== undefined && { phase: Number(match[2]) }) };
}
