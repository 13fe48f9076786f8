/** An entry of a bibliography. */
export interface BibEntry {
  readonly key: string;
  /** `article`, `book`, `misc`, `incollection`. */
  readonly type: string;
  /** By BibTeX's names, in their order; `title` keeps its capitals. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Fields whose text is taken letter for letter. */
const VERBATIM: ReadonlySet<string> = new Set(['url', 'doi']);

const escape = (text: string): string => text.replaceAll(/[&%$#_]/g, (sign) => `\\${sign}`);

function field([name, value]: readonly [string, string]): string {
  if (VERBATIM.has(name)) return `  ${name} = {${value}},\n`;
  return `  ${name} = ${name === 'title' ? `{{${escape(value)}}}` : `{${escape(value)}}`},\n`;
}

/** A bibliography as a BibTeX file in UTF-8, the entries parted by empty lines. */
export function bibtex(entries: readonly BibEntry[]): string {
  return entries.map(({ key, type, fields }) => `@${type}{${key},\n${Object.entries(fields).map(field).join('')}}\n`).join('\n');
}
