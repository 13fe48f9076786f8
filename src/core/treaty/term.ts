/** How long a treaty lasts and how one leaves it, in sentences. */
import { articleName, both } from '../text/sentence.ts';
import type { Term, Treaty } from './schema.ts';

const UNITS = { Y: 'year', M: 'month', W: 'week', D: 'day' } as const;

/** An ISO 8601 duration in words: "10 years", "1 year and 6 months". */
export function durationWords(duration: string): string {
  const words = [...duration.matchAll(/(\d+)([YMWD])/g)].map(([, count = '', letter]) => {
    const unit = letter === 'Y' || letter === 'M' || letter === 'W' || letter === 'D' ? UNITS[letter] : '';
    return `${count} ${unit}${count === '1' ? '' : 's'}`;
  });
  return both(words);
}

/** "It lasts 5 years, renewed tacitly for 5 years at a time (article 6)." */
export function termSentence(term: Term): string {
  const lasts = {
    indefinite: 'It lasts without limit',
    fixed: `It lasts ${term.length === undefined ? 'a fixed time' : durationWords(term.length)}`,
    'until-condition': `It lasts until ${term.condition ?? 'a condition is met'}`,
    unspecified: 'It does not say how long it lasts',
  }[term.kind];
  const parts = [
    lasts,
    term.until === undefined ? '' : `its last agreed term running out on ${term.until}`,
    term.renewal === 'tacit'
      ? `renewed tacitly${each(term.renewal_length)}`
      : term.renewal === 'active'
        ? `renewed only by agreement${each(term.renewal_length)}`
        : '',
    term.at_war === undefined ? '' : 'and a party at war when it would end keeps it until peace',
  ].filter((part) => part !== '');
  return `${parts.join(', ')}${cited(term.article)}.${reviewSentence(term.review)}`;
}

function each(length: string | undefined): string {
  return length === undefined ? '' : ` for ${durationWords(length)} at a time`;
}

function cited(article: string | undefined): string {
  return article === undefined ? '' : ` (${articleName(article)})`;
}

function reviewSentence(review: Term['review']): string {
  if (review === undefined) return '';
  const when = [
    review.after === undefined ? '' : `after ${durationWords(review.after)}`,
    review.every === undefined ? '' : `every ${durationWords(review.every)}`,
    review.on === undefined ? '' : `on ${review.on}`,
  ].filter((part) => part !== '');
  return ` It is to be reviewed${when.length === 0 ? '' : ` ${when.join(', ')}`}${cited(review.article)}.`;
}

/** "A party may leave by 1 year's notice, given not before 20 years from entry into force (article 13)." */
export function exitSentence(exit: NonNullable<Treaty['exit']>): string {
  const note = exit.note === undefined ? '' : ` ${exit.note}`;
  if (exit.allowed === false) return `The text forbids leaving${cited(exit.article)}.${note}`;
  const notice = exit.notice === undefined ? '' : `, by notice of ${durationWords(exit.notice)}`;
  const earliest = exit.earliest === undefined ? '' : `, not before ${durationWords(exit.earliest)} from entry into force`;
  return `A party may leave${notice}${earliest}${cited(exit.article)}.${note}`;
}
