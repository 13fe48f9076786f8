/** What a treaty file may cost to read; past it a file is refused, so that no file can hang or exhaust the program. */
export interface Limits {
  /** Bytes of UTF-8. */
  readonly bytes: number;
  /** Levels of nesting. */
  readonly depth: number;
  /** Nodes that aliases may expand to, all together. */
  readonly expansion: number;
  /** Findings reported; the rest are cut. */
  readonly findings: number;
}

export const LIMITS: Limits = { bytes: 1_048_576, depth: 64, expansion: 1000, findings: 100 };

/** Whether a text is longer than a number of bytes in UTF-8. */
export function isLongerThan(text: string, bytes: number): boolean {
  if (text.length > bytes) return true;
  return text.length * 3 > bytes && new TextEncoder().encode(text).length > bytes;
}

/**
 * The offset at which a text nests deeper than `depth` levels, or -1. A single pass that knows no grammar: flow brackets
 * outside quotes, and ever deeper columns of block entries. It stands before the YAML parser, which recurses.
 */
export function tooDeepAt(text: string, depth: number): number {
  const flow = flowTooDeepAt(text, depth);
  const block = blockTooDeepAt(text, depth);
  return flow === -1 ? block : block === -1 ? flow : Math.min(flow, block);
}

function flowTooDeepAt(text: string, depth: number): number {
  let open = 0;
  let before = '\n';
  for (let i = 0; i < text.length; i += 1) {
    const char = text[i] ?? '';
    if (char === '[' || char === '{') {
      open += 1;
      if (open > depth) return i;
    } else if (char === ']' || char === '}') {
      open = Math.max(0, open - 1);
    } else if (open > 0 && (char === '"' || char === "'") && '[{,:'.includes(before)) {
      i = endOfQuote(text, i);
    }
    if (char.trim() !== '') before = char;
  }
  return -1;
}

function endOfQuote(text: string, start: number): number {
  const quote = text[start];
  for (let i = start + 1; i < text.length; i += 1) {
    if (quote === '"' && text[i] === '\\') i += 1;
    else if (text[i] === quote) return i;
  }
  return start;
}

function blockTooDeepAt(text: string, depth: number): number {
  const columns: number[] = [];
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next === -1 ? text.length : next;
    for (let i = start; i < end; i += 1) {
      const char = text[i] ?? '';
      if (char === ' ' || char === '\t' || char === '\r') continue;
      if (char === '#') break;
      while ((columns.at(-1) ?? -1) >= i - start) columns.pop();
      columns.push(i - start);
      if (columns.length > depth) return i;
      const isEntry = (char === '-' || char === '?' || char === ':') && ' \t'.includes(text[i + 1] ?? ' ');
      if (!isEntry) break;
    }
    start = end + 1;
  }
  return -1;
}
