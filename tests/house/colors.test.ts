import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ciede2000, contrast, distance, luminance, VISIONS } from './color-math.ts';
import { ROOT } from './sources.ts';

/**
 * The palette of src/web/styles/tokens.css is computed, not judged: text reads at 4.5:1, outlines at 3:1 (WCAG 2.2),
 * and kinds that a map tells apart stay apart for every kind of color vision.
 */

const css = readFileSync(path.join(ROOT, 'src/web/styles/tokens.css'), 'utf8');
const tokens = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\((#\w{6}),\s*(#\w{6})\)/g)].map(([, name = '', light = '', dark = '']) => [name, { light, dark }]),
);
const MODES = ['light', 'dark'] as const;
type Mode = (typeof MODES)[number];

function color(name: string, mode: Mode): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`tokens.css has no color --${name}`);
  return token[mode];
}

const DUTIES = ['defend', 'join-offense', 'assist', 'consult', 'stay-neutral', 'not-attack'];
const fills = DUTIES.map((duty) => `duty-${duty}`);

it('measures color differences as Sharma, Wu and Dalal (2005) print them', () => {
  expect(ciede2000([50, 2.6772, -79.7751], [50, 0, -82.7485])).toBeCloseTo(2.0425, 4);
  expect(ciede2000([50, 2.5, 0], [73, 25, -18])).toBeCloseTo(27.1492, 4);
  expect(ciede2000([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514])).toBeCloseTo(0.9082, 4);
});

describe.each(MODES)('in the %s', (mode) => {
  const ratio = (a: string, b: string): number => contrast(color(a, mode), color(b, mode));

  it.each(['ink', 'ink-2', 'ink-3', 'fault', 'bal-cost-text', 'bal-gain-text', ...fills.map((fill) => `${fill}-text`)])(
    '--%s reads on every ground',
    (text) => {
      for (const ground of ['paper', 'surface', 'sunken']) expect(ratio(text, ground), ground).toBeGreaterThanOrEqual(4.5);
    },
  );

  it.each([
    ...fills.map((fill) => [fill, `${fill}-on`] as const),
    ...[1, 2, 3, 4, 5].map((bin) => [`prob-${bin}`, `prob-${bin}-on`] as const),
    ['side-attacker', 'surface'] as const,
    ['side-choice', 'ink'] as const,
    ['side-target', 'ink'] as const,
    ['side-free', 'ink'] as const,
    ['land', 'ink'] as const,
    ['inverse', 'on-inverse'] as const,
  ])('on --%s, --%s reads', (fill, label) => {
    expect(ratio(fill, label)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['outline', 'land'],
    ['outline', 'sea'],
    ['outline', 'paper'],
    ['line-strong', 'paper'],
  ])('--%s stands out from --%s', (line, ground) => {
    expect(ratio(line, ground)).toBeGreaterThanOrEqual(3);
  });

  it.each(VISIONS)('kinds stay apart for %s vision', (vision) => {
    const least = (names: readonly string[]): number =>
      Math.min(...names.flatMap((a, i) => names.slice(i + 1).map((b) => distance(color(a, mode), color(b, mode), vision))));
    expect(least(fills), 'six duties').toBeGreaterThanOrEqual(12);
    expect(least([...fills, 'side-attacker', 'side-choice', 'land']), 'duties, attacker, choice, land').toBeGreaterThanOrEqual(10);
    expect(least(['bal-cost-3', 'bal-cost-2', 'bal-cost-1', 'bal-zero', 'bal-gain-1', 'bal-gain-2', 'bal-gain-3']), 'balance ramp').toBeGreaterThanOrEqual(8);
    expect(least([1, 2, 3, 4, 5].map((bin) => `prob-${bin}`)), 'probability ramp').toBeGreaterThanOrEqual(10);
  });

  it('the probability ramp is monotone in luminance', () => {
    const ramp = [1, 2, 3, 4, 5].map((bin) => luminance(color(`prob-${bin}`, mode)));
    expect(ramp).toEqual(ramp.toSorted((a, b) => (mode === 'light' ? b - a : a - b)));
  });
});
