import { expect, it } from 'vitest';
import * as z from 'zod';
import { foedus } from '../../../cli/harness.ts';
import { describeWithStore } from '../../../support/store.ts';

const NEEDED = [
  ...['gml', 'war', 'atop', 'nmc', 'cow-states', 'contiguity', 'distance', 'majors', 'rivalry', 'nuclear', 'vdem', 'polity'],
  ...['sipri', 'nato', 'weo', 'world-bank'],
];

const interval = z.object({ value: z.number(), low: z.number(), high: z.number() });
const sections = z.object({
  sections: z.array(
    z.object({
      id: z.string(),
      forecasts: z.array(
        z.object({
          split: z.string(),
          model: z.string(),
          scores: z.object({ n: z.number(), events: z.number(), auc: z.number(), averagePrecision: z.number(), brier: z.number(), logScore: z.number() }),
          auc: interval,
          beyond: interval.optional(),
        }),
      ),
      facts: z.array(z.object({ id: z.string(), value: z.number() })),
      notes: z.array(z.string()),
      data: z.array(z.object({ sha256: z.string() })),
    }),
  ),
});

/** AUC of the plain logit that each split must reach. */
const MARKS = [
  ['onset', 'to-1990', 0.965],
  ['onset', 'to-1944', 0.935],
  ['initiation', 'to-1990', 0.915],
  ['initiation', 'to-1944', 0.855],
  ['joining', 'disputes', 0.85],
  ['joining', 'wars', 0.73],
  ['exit', 'tenfold', 0.72],
] as const;

describeWithStore('foedus validate, from the record', NEEDED, (folder) => {
  it('predicts what it was not fitted to, in one command', { timeout: 1_800_000 }, async () => {
    const { exit, out, err } = await foedus(['validate', '--json', '--boot', '20', '--workspace', folder]);
    expect({ exit, err }).toEqual({ exit: 0, err: '' });
    const { sections: found } = sections.parse(JSON.parse(out));
    expect(found.map(({ id }) => id)).toEqual(['onset', 'initiation', 'joining', 'exit', 'spending']);
    const forecast = (section: string, split: string, model: string): z.infer<typeof sections>['sections'][number]['forecasts'][number] => {
      const one = found.find(({ id }) => id === section)?.forecasts.find((those) => those.split === split && those.model === model);
      if (one === undefined) throw new Error(`${section} has no forecast ${split} of ${model}`);
      return one;
    };
    for (const [section, split, mark] of MARKS) expect(forecast(section, split, 'plain').auc.value, `${section} ${split}`).toBeGreaterThanOrEqual(mark);
    // The crisis game costs nothing beside a plain logit on the same columns.
    for (const [section, split] of [...MARKS.slice(2, 6), ['joining', 'to-1945'] as const])
      expect(forecast(section, split, 'structure').beyond?.value, `${section} ${split}`).toBeGreaterThanOrEqual(-0.002);
    for (const { id, forecasts, notes, data } of found) {
      expect(data.length, id).toBeGreaterThan(3);
      expect(
        notes.filter((note) => note.includes('did not end')),
        id,
      ).toEqual([]);
      for (const { model, scores, auc } of forecasts) {
        expect(auc.low, id).toBeLessThan(auc.high);
        // Better than the share of events alone would be.
        expect(scores.averagePrecision, id).toBeGreaterThan(scores.events / scores.n);
        if (model !== 'plain' || id === 'exit') continue;
        // ... and about as sure as the share of events alone, or surer.
        const share = scores.events / scores.n;
        expect(scores.logScore, id).toBeLessThan(1.15 * -(share * Math.log(share) + (1 - share) * Math.log(1 - share)));
      }
    }
    // A best response does worse than last year's share, and the page says so.
    expect(found.at(-1)?.facts.map(({ id }) => id)).toEqual(['mae.year', 'mae.path']);
  });
});
