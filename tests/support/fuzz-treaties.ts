import fc from 'fast-check';
import { expect } from 'vitest';
import { positionAt } from '../../src/core/diagnostics.ts';
import { formatTreaty } from '../../src/core/treaty/format.ts';
import { parseTreaty } from '../../src/core/treaty/parse.ts';
import { upgradeTreaty } from '../../src/core/treaty/upgrade.ts';
import { catalogFiles } from './catalog-files.ts';
import { VALID } from '../core/treaty/samples.ts';

/** One change to a text, its place given as a share of the length. */
type Mutation = (text: string, at: number, char: string) => string;

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  flip: (text, at, char) => splice(text, at, 1, char),
  insert: (text, at, char) => splice(text, at, 0, char),
  cut: (text, at) => splice(text, at, Math.ceil(text.length / 50), ''),
  truncate: (text, at) => text.slice(0, Math.floor(at * text.length)),
  repeat: (text, at) => {
    const start = Math.floor(at * text.length);
    return splice(text, at, 0, text.slice(start, start + 200).repeat(20));
  },
  'delete line': (text, at) => lines(text, at, () => []),
  'double line': (text, at) => lines(text, at, (line) => [line, line]),
  'indent line': (text, at) => lines(text, at, (line) => [`  ${line}`]),
  'dedent line': (text, at) => lines(text, at, (line) => [line.replace(/^ {2}/, '')]),
  'swap lines': (text, at) => {
    const all = text.split('\n');
    const i = Math.min(Math.floor(at * all.length), all.length - 2);
    return [...all.slice(0, i), all[i + 1] ?? '', all[i] ?? '', ...all.slice(i + 2)].join('\n');
  },
};

const CHARS = [
  ...'{}[]:,-?&*!|>\'"%@`#\\ \n\t~=<0aZé中',
  '\u0000',
  '\uFFFD',
  '\uD800',
  '\r',
  '\uFEFF',
  '\u2028',
  '---\n',
  '...\n',
  '<<: ',
  '__proto__: ',
  '&a [*a]',
  '!!binary ',
];

function splice(text: string, at: number, length: number, put: string): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + put + text.slice(start + length);
}

function lines(text: string, at: number, change: (line: string) => string[]): string {
  const all = text.split('\n');
  const i = Math.floor(at * all.length);
  return all.flatMap((line, j) => (j === i ? change(line) : [line])).join('\n');
}

const mutation = fc.tuple(fc.constantFrom(...Object.keys(MUTATIONS)), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.constantFrom(...CHARS));
const mutated = fc
  .tuple(fc.constantFrom(VALID, ...catalogFiles.map((one) => one.text)), fc.array(mutation, { minLength: 1, maxLength: 6 }))
  .map(([text, changes]) => changes.reduce((now, [name, at, char]) => MUTATIONS[name]?.(now, at, char) ?? now, text));

/** Mutated treaty files, `runs` of them, neither crash nor hang the parser, the formatter or the upgrade. */
export function fuzzTreaties(runs: number, seed: number): void {
  let refused = 0;
  fc.assert(
    fc.property(mutated, (text) => {
      const start = performance.now();
      const result = parseTreaty(text, 'x.yaml');
      expect(performance.now() - start).toBeLessThan(1000);
      if (!result.ok) {
        refused += 1;
        expect(result.diagnostics.length).toBeGreaterThan(0);
      }
      for (const { range, message, severity } of result.diagnostics) {
        expect(message).toMatch(/^[^\n]{5,}$/);
        expect(severity === 'error').toBe(!result.ok);
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeGreaterThanOrEqual(range.start);
        expect(range.end).toBeLessThanOrEqual(text.length);
        expect(positionAt(text, range.start).column).toBeGreaterThan(0);
      }
      const formatted = formatTreaty(text, 'x.yaml');
      expect(formatted.ok).toBe(result.ok);
      if (formatted.ok) expect(formatTreaty(formatted.text, 'x.yaml')).toMatchObject({ ok: true, changed: false });
      upgradeTreaty(text, 'x.yaml');
      expect('polluted' in {}).toBe(false);
    }),
    { numRuns: runs, seed },
  );
  expect(refused).toBeGreaterThan(runs / 10);
}
