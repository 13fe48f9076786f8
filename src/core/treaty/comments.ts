import { Lexer } from 'yaml';

/** Marks a scalar's content in the lexer's output: what follows is no comment, whatever it looks like. */
const SCALAR = '\u001F';

/** The comments of a YAML text in their order, trimmed. */
export function commentsOf(text: string): string[] {
  const comments: string[] = [];
  let previous = '';
  for (const token of new Lexer().lex(text)) {
    if (token.startsWith('#') && previous !== SCALAR) comments.push(token.trim());
    previous = token;
  }
  return comments;
}
