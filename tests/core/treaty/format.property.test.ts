import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { commentsOf } from '../../../src/core/treaty/comments.ts';
import { formatTreaty } from '../../../src/core/treaty/format.ts';
import { parseTreaty } from '../../../src/core/treaty/parse.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import { catalogFiles } from '../../support/catalog-files.ts';
import { treatyArbitrary } from '../../support/treaty-arbitrary.ts';

function read(text: string): Treaty {
  const result = parseTreaty(text, 'x.yaml');
  if (!result.ok) throw new Error(`${result.diagnostics.map((one) => one.message).join('\n')}\n${text}`);
  return result.parsed.treaty;
}

function format(text: string): string {
  const result = formatTreaty(text, 'x.yaml');
  if (!result.ok) throw new Error(`${result.diagnostics.map((one) => one.message).join('\n')}\n${text}`);
  return result.text;
}

const json = fc.tuple(treatyArbitrary, fc.constantFrom(0, 2)).map(([treaty, indent]) => JSON.stringify(treaty, null, indent));
const yaml = fc
  .tuple(treatyArbitrary, fc.constantFrom('any' as const, 'block' as const, 'flow' as const))
  .map(([treaty, collectionStyle]) => stringify(treaty, { lineWidth: 0, collectionStyle, aliasDuplicateObjects: false }));
const written = fc.oneof(json, yaml);

/** A text with comments put on lines of its own and behind values, here and there. */
function commented(text: string, draws: readonly number[]): string {
  const lines = text.split('\n');
  return lines
    .flatMap((line, i) => {
      const draw = draws[i % draws.length] ?? 0;
      const indent = ' '.repeat(line.length - line.trimStart().length);
      if (draw === 1) return [`${indent}# above ${i}`, line];
      if (draw === 2 && /^\s*(- )?[a-z_]+: [\w-]+$/.test(line)) return [`${line} # behind ${i}`];
      if (draw === 3) return ['', line];
      return [line];
    })
    .join('\n');
}

describe('formatting', () => {
  it('keeps what the treaty says, and is idempotent', () => {
    fc.assert(
      fc.property(written, (text) => {
        const once = format(text);
        expect(read(once)).toEqual(read(text));
        expect(format(once)).toBe(once);
      }),
      { numRuns: 80 },
    );
  });

  it('writes one form, whatever form the file had', () => {
    fc.assert(
      fc.property(treatyArbitrary, (treaty) => {
        const forms = [
          JSON.stringify(treaty),
          stringify(treaty, { aliasDuplicateObjects: false }),
          stringify(treaty, { collectionStyle: 'flow', lineWidth: 0, aliasDuplicateObjects: false }),
        ].map(format);
        expect(new Set(forms).size).toBe(1);
      }),
      { numRuns: 40 },
    );
  });

  it('does not depend on the order in which keys stand', () => {
    fc.assert(
      fc.property(treatyArbitrary, (treaty) => {
        const reversed = Object.fromEntries(Object.entries(treaty).toReversed());
        expect(format(JSON.stringify(reversed))).toBe(format(JSON.stringify(treaty)));
      }),
      { numRuns: 30 },
    );
  });

  it('keeps every comment', () => {
    const draws = fc.array(fc.nat({ max: 8 }), { minLength: 7, maxLength: 30 });
    const source = fc.oneof(...[yaml, ...(catalogFiles.length > 0 ? [fc.constantFrom(...catalogFiles.map((one) => one.text))] : [])]);
    fc.assert(
      fc.property(source, draws, (plain, drawn) => {
        const text = commented(plain, drawn);
        fc.pre(parseTreaty(text, 'x.yaml').ok);
        const once = format(text);
        expect(commentsOf(once).toSorted()).toEqual(commentsOf(text).toSorted());
        expect(read(once)).toEqual(read(text));
        expect(format(once)).toBe(once);
      }),
      { numRuns: 80 },
    );
  });
});

describe('the catalog', () => {
  it.each(catalogFiles)('$file is kept whole by formatting, and means the same as JSON', ({ text }) => {
    const treaty = read(text);
    const once = format(text);
    expect(read(once)).toEqual(treaty);
    expect(format(once)).toBe(once);
    expect(read(JSON.stringify(treaty))).toEqual(treaty);
  });
});
