import { describe, expect, it } from 'vitest';
import { snyderFigure } from '../../src/charts/snyder.ts';
import { TOKENS } from '../../src/charts/tokens.ts';
import { snydersDilemma, type SnyderCase } from '../../src/core/models/crisis/snyder.ts';
import { PROTEGE } from '../core/models/crisis/snyder-cases.ts';

const drawn = (given: SnyderCase, prices: readonly number[] = [0, 1, 2, 3, 4, 6], input = '{}'): string => {
  const most = Math.max(...prices);
  const between = Array.from({ length: 121 }, (_, i) => (most * i) / 120);
  return snyderFigure({ marked: snydersDilemma(given, prices), curve: snydersDilemma(given, between), input });
};
const textsOf = (svg: string, kind: string): string[] =>
  [...svg.matchAll(new RegExp(`<text class="${kind}"[^>]*>([^<]*)</text>`, 'g'))].map(([, text = '']) => text);

describe('the figure of the dilemma', () => {
  const svg = drawn(PROTEGE);

  it('states its finding, its peaks, its axes with units, and its source', () => {
    expect(textsOf(svg, 'finding').join(' ')).toBe('The firmest promise entraps the ally in 7.8% of years; if it ends where the protégé provokes, in 2.6%.');
    expect(textsOf(svg, 'remark').join(' ')).toMatch(
      /^Largest unconditional, at a price of 3\.8 \(9\.2%\); if unprovoked, at a price of 3\.2 \(3\.7%\)\. Beyond/,
    );
    for (const title of [...textsOf(svg, 'panel'), ...textsOf(svg, 'axis-title')]) expect(title).toMatch(/\((%|percentage points|0 to 1)\)$/);
    expect(textsOf(svg, 'source').join(' ')).toContain('Computed, not observed');
  });

  it('names lines and prices beside them, and needs no legend', () => {
    expect(textsOf(svg, 'label')).toEqual(expect.arrayContaining(['price 0', 'price 4', 'unconditional', 'if unprovoked']));
  });

  it('has a mark for each price, promise and panel, which tells its numbers', () => {
    expect([...svg.matchAll(/<circle /g)]).toHaveLength(6 * 2 * 3);
    expect(svg).toContain('unconditional, price 4: credibility 83%, entrapment 9.2% in a year, 75% given war, provocation 0.77');
  });

  it('tells the two promises apart without color, and takes colors from the tokens alone, light and dark', () => {
    expect(svg).toContain('class="curve dashed"');
    const known: readonly string[] = Object.values(TOKENS).flat();
    const used = [...svg.matchAll(/#[0-9a-f]{6}/g)].map(([color]) => color);
    expect(used.filter((color) => !known.includes(color))).toEqual([]);
    expect(svg).toMatch(/@media \(prefers-color-scheme:dark\)\{.*#12171c/);
  });

  it('is a picture with a name, and calls nothing from elsewhere', () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" .*role="img" aria-labelledby="snyder-title snyder-desc"/);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|url\(|<script|href/);
  });

  it('draws nothing out of its frame', () => {
    const height = Number(/viewBox="0 0 720 (\d+)"/.exec(svg)?.[1]);
    const points = [...svg.matchAll(/[ML](-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
    expect(points.length).toBeGreaterThan(300);
    expect(points.every(([x, y]) => x >= 0 && x <= 720 && y >= 0 && y <= height)).toBe(true);
  });
});

describe('other cases', () => {
  it('keeps its input, escaped', () => {
    expect(drawn(PROTEGE, [0, 1], '{"a":"</metadata><script>"}')).toContain('<metadata>{&quot;a&quot;:&quot;&lt;/metadata&gt;&lt;script&gt;&quot;}</metadata>');
  });

  it('says so where the condition changes nothing, and where entrapment only rises', () => {
    const { game, provocation } = PROTEGE;
    const calm = { ...PROTEGE, game: { ...game, challenger: { ...game.challenger, war_cost: 0.5 } }, provocation: { ...provocation, gain: 0, slope: 0 } };
    const svg = drawn(calm);
    expect(textsOf(svg, 'finding').join(' ')).toMatch(/^The firmest promise entraps the ally in [\d.]+% of years, with the condition or without\.$/);
    expect(textsOf(svg, 'remark')).toEqual(['It rises with the price as far as shown.']);
    // The names of lines that meet stay a line apart.
    const ys = [...svg.matchAll(/<text class="label" x="[\d.]+" y="([\d.]+)">(?:unconditional|if unprovoked)</g)].map(([, y]) => Number(y));
    expect((ys[1] ?? NaN) - (ys[0] ?? NaN)).toBeGreaterThanOrEqual(14.9);
  });

  it('draws a year without crises flat at zero', () => {
    const svg = drawn({ ...PROTEGE, provocation: { gain: 0, base: 0, slope: 0 } });
    expect(svg).not.toMatch(/NaN|Infinity/);
    expect(textsOf(svg, 'finding').join(' ')).toContain('0% of years');
  });

  it('a small chance is not shown as none', () => {
    expect(textsOf(drawn({ ...PROTEGE, provocation: { gain: 0, base: 1e-5, slope: 0 } }), 'finding').join(' ')).toContain('less than 0.01%');
  });

  it('needs two prices', () => {
    expect(() => drawn(PROTEGE, [1])).toThrow('two prices');
  });
});
