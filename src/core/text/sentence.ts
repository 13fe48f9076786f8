/** Parts of sentences, in one place for the treaty's prose, the law's reasons and what is printed. */

/** "a", "a and b", "a, b and c". */
export function both(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

/** "a", "a or b", "a, b or c". */
export function either(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}

/** The text with its first letter a capital. */
export function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

const DIGITS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'] as const;

/** A count in words to twelve, in figures beyond. */
export function countWord(count: number): string {
  return DIGITS[count] ?? String(count);
}

/** "one state", "three states". */
export function countOf(count: number, one: string, many: string): string {
  return `${countWord(count)} ${count === 1 ? one : many}`;
}

/** "article 5", "article IV(1)"; an article that already names itself ("letters", "secret protocol 1") stays as it is. */
export function articleName(article: string): string {
  return /^(\d|[IVXL]+\b)/.test(article) ? `article ${article}` : article;
}

const TAKES_THE =
  /^(United|Netherlands|Philippines|Soviet|Ottoman|Papal|Two Sicilies|Bahamas|Gambia|Maldives|Comoros|Seychelles|Orange)|(Republic|Kingdom|Empire|Union|States|Emirates|Islands|Sicilies|Federation)$/;

/** A state's name inside a sentence: "the United Kingdom", "Poland". */
export function inSentence(name: string): string {
  return TAKES_THE.test(name) ? `the ${name}` : name;
}

/** "Estonia's", "the United States'". */
export const possessive = (name: string): string => (name.endsWith('s') ? `${name}'` : `${name}'s`);
