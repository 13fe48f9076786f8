import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTreaty } from '../../../src/core/treaty/parse.ts';
import { renderHtml, renderMarkdown } from '../../../src/core/treaty/render.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import { durationWords, exitSentence, termSentence } from '../../../src/core/treaty/term.ts';
import { treatyArbitrary } from '../../support/treaty-arbitrary.ts';
import { VALID } from './samples.ts';

const nameOf = (id: string): string => ({ USA: 'United States', GBR: 'United Kingdom' })[id] ?? id;

function sample(): Treaty {
  const result = parseTreaty(VALID, 'x.yaml');
  if (!result.ok) throw new Error('the sample is invalid');
  return result.parsed.treaty;
}

const HOSTILE = '<script>alert(1)</script> [x](javascript:alert(1)) *bold* | cell\n# heading';

describe('renderMarkdown', () => {
  it('reads as a treaty', () => {
    expect(renderMarkdown(sample(), nameOf)).toBe(`# Sample Treaty

Signed 1949-04-04. In force from 1949-08-24.

## Parties

| Party | Bound from | Until |
| --- | --- | --- |
| United States | 1949-08-24 |  |
| United Kingdom | 1949-08-24 |  |

## Obligations

### Article 5: defend

Each party must help defend any other party, judging for itself what that takes, if that party is attacked.

## Term and exit

- It lasts without limit.
- A party may leave, by notice of 1 year, not before 20 years from entry into force (article 13).

## Sources

- Sample Treaty, 1949
`);
  });

  it('says why there is no obligation', () => {
    expect(renderMarkdown({ ...sample(), obligations: [], no_obligation: 'Forces may be utilized.' }, nameOf)).toContain(
      '## Obligations\n\nForces may be utilized.',
    );
  });

  it('takes nothing in the file for markup', () => {
    const text = renderMarkdown({ ...sample(), name: HOSTILE, notes: [HOSTILE, '# no heading', '1. no list', '- no item'] }, nameOf);
    expect(text).not.toMatch(/(^|[^\\])<script>|\n# heading|\n- # |\n- 1\. |\n- - /);
    expect(text).toContain('\\<script\\>');
  });
});

describe('renderHtml', () => {
  it('tells where it differs from ATOP, and why', () => {
    const treaty: Treaty = { ...sample(), atop: 3180, atop_differences: [{ field: 'term', of: 'length', reason: 'Article 13 sets none' }] };
    expect(renderMarkdown(treaty, nameOf)).toContain('## Differences from ATOP 3180\n\n- Term (length): Article 13 sets none\n');
  });

  it('escapes everything', () => {
    fc.assert(
      fc.property(treatyArbitrary, fc.constantFrom(HOSTILE, '"><img src=x onerror=alert(1)>', "'&amp;"), (treaty, text) => {
        const html = renderHtml({ ...treaty, name: text, notes: [text], sources: [{ title: text, url: 'javascript:alert(1)' }] }, () => text);
        const tags = html.match(/<[^>]*>/g) ?? [];
        const foreign = tags.filter((tag) => !/^<\/?(article|h[1-3]|p|table|thead|tbody|tr|th|td|ul|li|blockquote)>$/.test(tag));
        expect(foreign).toEqual(['<article class="treaty" lang="en">']);
      }),
      { numRuns: 30 },
    );
  });

  it('links to the web alone', () => {
    const html = (url: string): string => renderHtml({ ...sample(), sources: [{ title: 'T', url }] }, nameOf);
    expect(html('https://example.org/?a=1&b=2')).toContain('<a href="https://example.org/?a=1&amp;b=2">T</a>');
    expect(html('javascript:alert(1)')).not.toContain('<a ');
  });
});

describe('term and exit in words', () => {
  it.each([
    ['P10Y', '10 years'],
    ['P1Y6M', '1 year and 6 months'],
    ['P1Y2M3W4D', '1 year, 2 months, 3 weeks and 4 days'],
  ])('%s: %s', (duration, words) => expect(durationWords(duration)).toBe(words));

  it.each<[string, string]>([
    [
      termSentence({ kind: 'fixed', length: 'P5Y', article: '6', renewal: 'tacit', renewal_length: 'P5Y', at_war: 'lasts-to-peace' }),
      'It lasts 5 years, renewed tacitly for 5 years at a time, and a party at war when it would end keeps it until peace (article 6).',
    ],
    [
      termSentence({ kind: 'indefinite', review: { after: 'P10Y', article: '12' } }),
      'It lasts without limit. It is to be reviewed after 10 years (article 12).',
    ],
    [termSentence({ kind: 'until-condition', condition: 'a common peace is made' }), 'It lasts until a common peace is made.'],
    [exitSentence({ allowed: false }), 'The text forbids leaving.'],
    [exitSentence({ notice: 'P6M' }), 'A party may leave, by notice of 6 months.'],
  ])('%s', (said, expected) => expect(said).toBe(expected));
});
