import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/core/diagnostics.ts';
import { applyFixes, lintSources } from '../../../src/core/lint/index.ts';
import { catalogFiles } from '../../support/catalog-files.ts';
import { world } from './linting.ts';

const edits = fc.array(
  fc.record({ start: fc.nat(40), length: fc.nat(6), text: fc.string({ maxLength: 4 }) }).map(({ start, length, text }): Diagnostic => ({
    rule: 'x/y',
    severity: 'error',
    message: '',
    file: 'f',
    range: { start, end: start + length },
    path: [],
    fix: { title: '', edits: [{ range: { start, end: start + length }, text }] },
  })),
  { maxLength: 8 },
);

describe('applyFixes', () => {
  it('keeps every character that no edit covers, in order', () => {
    fc.assert(
      fc.property(edits, (diagnostics) => {
        const text = Array.from({ length: 46 }, (_, i) => String.fromCodePoint(0x4e00 + i)).join('');
        const covered = new Set(diagnostics.flatMap(({ range }) => Array.from({ length: range.end - range.start }, (_, i) => range.start + i)));
        const kept = [...text].filter((_, i) => !covered.has(i)).join('');
        const result = [...applyFixes(text, diagnostics)].filter((char) => kept.includes(char)).join('');
        expect(result).toBe(kept);
      }),
    );
  });
});

const shortFiles = catalogFiles.filter(({ text }) => text.length < 6000);

describe('lint', () => {
  it('never throws on a catalog file cut or changed at random, and every place lies in its text', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shortFiles),
        fc.nat(),
        fc.nat(30),
        fc.constantFrom('', 'FRA', '1800', 'all', ' any', '[]', '{}', 'P1Y', '"', '- ', '\n'),
        ({ file, text }, at, length, by) => {
          const start = at % text.length;
          const changed = text.slice(0, start) + by + text.slice(start + length);
          const { diagnostics } = lintSources([{ file, text: changed }], { world });
          for (const { range } of diagnostics) {
            expect(range.start).toBeGreaterThanOrEqual(0);
            expect(range.end).toBeGreaterThanOrEqual(range.start);
            expect(range.end).toBeLessThanOrEqual(changed.length);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('never throws on two files that name states there are not', () => {
    const word = fc.constantFrom('AUH', 'XQZ', 'FRA', 'GMY');
    fc.assert(
      fc.property(
        fc.constantFrom(...shortFiles),
        fc.constantFrom(...shortFiles),
        word,
        word,
        fc.constantFrom('AUH', 'DEU', 'RUS', 'GBR', 'ITA'),
        (a, b, first, second, from) => {
          const sources = [
            { file: 'a', text: a.text.replaceAll(from, first) },
            { file: 'b', text: b.text.replaceAll(from, second) },
          ];
          expect(lintSources(sources, { world }).diagnostics.every(({ file }) => file === 'a' || file === 'b')).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('fixes settle: a second run of them changes nothing', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...shortFiles),
        fc.constantFrom(['FRA', 'FRN'], ['DEU', 'GMY'], ['europe', 'Europe'], ['[land', '[land, land']),
        ({ file, text }, [from = '', to = '']) => {
          const once = (source: string) => applyFixes(source, lintSources([{ file, text: source }], { world }).diagnostics);
          const fixed = once(text.replaceAll(from, to));
          expect(once(fixed)).toBe(fixed);
        },
      ),
      { numRuns: 60 },
    );
  });
});
