/** The YAML parser's complaints, in the words of someone who wants to fix the file. */
import type { YAMLError } from 'yaml';

const MESSAGES: { readonly [code in YAMLError['code']]?: string } = {
  ALIAS_PROPS: 'An alias takes no anchor or tag',
  BAD_ALIAS: 'A name is missing after * or &',
  BAD_DIRECTIVE: 'Unknown directive: a treaty file needs none',
  BAD_DQ_ESCAPE: 'Unknown escape in a double-quoted text: write \\\\ for a backslash',
  BAD_INDENT: 'Wrong indentation, or a bracket that is never closed',
  BAD_SCALAR_START: 'Text cannot start with this character: put it in quotes',
  BLOCK_AS_IMPLICIT_KEY: 'A second colon, or a deeper key, where a value was expected: put text with a colon in quotes',
  BLOCK_IN_FLOW: 'A block stands inside brackets: use commas there',
  KEY_OVER_1024_CHARS: 'A key of more than 1024 characters',
  MULTILINE_IMPLICIT_KEY: 'A key must stand on one line and be followed by a colon',
  MULTIPLE_DOCS: "A second document starts here: write one treaty per file, without '---' between",
  TAB_AS_INDENT: 'A tab used as indentation: use spaces',
};

/** One line that says what is wrong. */
export function syntaxMessage({ code, message }: YAMLError): string {
  if (message.startsWith('Missing closing') && message.endsWith('quote')) return 'A quote is never closed';
  return MESSAGES[code] ?? message.slice(0, 160).replace(/\s+/g, ' ');
}
