/** How a text is written in a treaty file: plain where nothing can mistake it, else quoted, folded or literal. */
import type { Scalar } from 'yaml';

/** Columns a line may fill. */
export const WIDTH = 110;

type Style = 'PLAIN' | 'QUOTE_DOUBLE' | 'BLOCK_FOLDED' | 'BLOCK_LITERAL';

/** Words that some YAML reader takes for something else than text. */
const RESERVED = /^(true|false|null|yes|no|on|off|y|n)$/i;
const NUMBER_LIKE = /^[-+.]?[\d.][\d_.,:xob]*([eE][-+]?\d+)?$/;
const PLAIN_START = /^[\p{L}\d(/]/u;
const FLOW = /[,[\]{}]/;

function isPlain(text: string, inFlow: boolean): boolean {
  if (!PLAIN_START.test(text) || RESERVED.test(text) || NUMBER_LIKE.test(text)) return false;
  if (/[\p{C}\u0085\u2028\u2029]|: | #|:$|\s$|\t| {2}/u.test(text)) return false;
  return !inFlow || !(FLOW.test(text) || text.includes(':') || text.includes('"'));
}

/**
 * The style of a text.
 * @param quoted written in double quotes whatever it says (articles, years)
 * @param room columns left on its line, or undefined inside brackets
 */
export function styleOf(text: string, quoted: boolean, room: number | undefined): Style {
  const plain = !quoted && isPlain(text, room === undefined);
  if (room !== undefined && !quoted) {
    if (/^\S[^\n]*(\n+[^\s][^\n]*)+$/.test(text) && isPrintable(text)) return 'BLOCK_LITERAL';
    if (text.length + (plain ? 0 : 2) > room && isFoldable(text)) return 'BLOCK_FOLDED';
  }
  return plain ? 'PLAIN' : 'QUOTE_DOUBLE';
}

function isPrintable(text: string): boolean {
  return !/[^\P{C}\n]|[\u0085\u2028\u2029\uFEFF]|[ \t](\n|$)/u.test(text);
}

function isFoldable(text: string): boolean {
  return !text.includes('\n') && isPrintable(text) && /^\S/.test(text) && / /.test(text) && !/ {2}|\t/.test(text);
}

/** Columns a scalar takes inside brackets; `bare` for one that is no text. */
export function flowLength(text: string, bare: boolean, quoted: boolean): number {
  if (bare && !quoted) return text.length;
  return styleOf(text, quoted, undefined) === 'PLAIN' ? text.length : JSON.stringify(text).length;
}

/** Writes a scalar the one way its value is written. */
export function restyle(scalar: Scalar, quoted: boolean, room: number | undefined): void {
  delete scalar.source;
  delete scalar.format;
  delete scalar.minFractionDigits;
  if (typeof scalar.value === 'string') scalar.type = styleOf(scalar.value, quoted, room);
}
