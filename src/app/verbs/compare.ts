import * as z from 'zod';
import { CHANGE_LABELS } from '../../core/treaty/rank-change.ts';
import { dayOrYearOf } from '../dates.ts';
import { formNamed } from '../form-named.ts';
import { knownState } from '../known-state.ts';
import { form, interval, settings, settingsOf } from './answers.ts';
import { defineVerb } from './define.ts';
import { id, seed, state, treaty } from './parts.ts';
import { treatyAsked } from './treaties.ts';

const row = z.looseObject({
  id: z.string().describe('spared, net:USA, russia-estonia/challenge'),
  title: z.string(),
  unit: z.enum(['chance', 'a year', '% of GDP', 'days']),
  state: z.string().exactOptional(),
  contingency: z.string().exactOptional(),
  values: z.array(interval.nullable()).describe('One for each subject; null where it has none'),
  differences: z.array(interval.nullable()).describe('Each less the first, draw by draw'),
});

const change = z.looseObject({ clause: z.string(), sentence: z.string(), label: z.enum(CHANGE_LABELS), reason: z.string().exactOptional() });

export const compare = defineVerb({
  name: 'compare',
  summary: 'Treaties, dates, forms and drafts side by side, with what their clauses do otherwise',
  description:
    'Assesses each in draws common to all, and takes every difference from the first draw by draw, with 90 % ranges; clauses that differ are stronger, weaker, broader, narrower or different. Takes seconds to minutes with the number of draws.',
  input: z.strictObject({
    treaties: z.array(treaty).min(1).max(8).describe('The first is what all others are taken from'),
    dates: z.array(z.string().max(10)).min(1).max(8).exactOptional().describe('For treaties without a day of their own; today when left out'),
    as: z.array(form).min(1).max(8).exactOptional().describe('Bind the same partners as pact, hub:USA or pairs'),
    changes: z.array(settings).max(7).exactOptional().describe('Each is compared as the first treaty with these clauses'),
    contingencies: z.array(id).max(100).exactOptional().describe('These alone'),
    without: state.exactOptional().describe('With this member gone'),
    set: z.record(z.string().max(200), z.number()).exactOptional().describe('Parameters set by hand, for all'),
    draws: z.int().min(0).max(100_000).default(200).describe('For the ranges; 0 for none'),
    seed: seed.default(1),
  }),
  answer: z
    .looseObject({
      subjects: z.array(
        z.looseObject({ label: z.string(), treaty: z.string(), date: z.string(), form: z.string(), inForce: z.boolean(), members: z.array(z.string()) }),
      ),
      rows: z.array(row),
      cases: z.array(row).describe('Contingencies that every subject can be asked'),
      texts: z.array(z.object({ subject: z.int(), changes: z.array(change) })),
      draws: z.int(),
      stoppedOf: z.int().exactOptional(),
      seed: z.int(),
      converged: z.boolean(),
      method: z.string(),
      versions: z.object({ facts: z.string(), parameters: z.string() }),
    })
    .meta({ id: 'Comparison' }),
  apart: true,
  run: async ({ treaties, dates, as = ['pact'], changes = [], contingencies, without, set = {}, draws, seed: first }, place) => {
    const named = [];
    for (const name of treaties) named.push(await treatyAsked(name, place));
    const { compareTreaties } = await import('../compare.ts');
    const value = await compareTreaties({
      treaties: named,
      dates: dates === undefined ? [place.today()] : dates.map((day) => dayOrYearOf(day, 'dates')),
      forms: as.map((one) => formNamed(one, 'as')),
      changes: changes.map(settingsOf),
      draws,
      seed: first,
      set,
      workspace: place.workspace,
      ...(contingencies !== undefined && { contingencies }),
      ...(without !== undefined && { without: knownState(place.catalog(), without, 'without') }),
      ...(place.onProgress !== undefined && { onProgress: place.onProgress }),
      ...(place.signal !== undefined && { signal: place.signal }),
    });
    return { value };
  },
});
