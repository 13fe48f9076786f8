import * as z from 'zod';
import { dayOf } from '../dates.ts';
import { formNamed } from '../form-named.ts';
import { knownState } from '../known-state.ts';
import { setByHand } from '../set-by-hand.ts';
import { form, interval, number, settings, settingsOf } from './answers.ts';
import { defineVerb } from './define.ts';
import { date, id, seed, state, treaty } from './parts.ts';
import { treatyAsked } from './treaties.ts';

const assumption = { id: z.string(), kind: z.enum(['estimated', 'declared']), value: z.number(), low: z.number(), high: z.number() };

export const sensitivity = defineVerb({
  name: 'sensitivity',
  summary: 'What an answer of an assessment hangs on: tornado, Sobol indices, and where it turns',
  description:
    "Every assumption at the ends of its range, one at a time; the values at which each turns the answer; and the answer's variance by Sobol indices, first order and total. κ, nuclear ν, occasions, tripwires and the currency are always among them. Takes seconds to minutes with the number of samples.",
  input: z.strictObject({
    treaty,
    of: z
      .string()
      .max(40)
      .default('spared')
      .describe('spared, wars-spared, honors, difference, prevail, prevails, abandonment, entrapment, net:STATE or honors:STATE'),
    against: treaty.exactOptional().describe('Of the answer less that of this treaty'),
    date,
    contingencies: z.array(id).max(100).exactOptional().describe('These alone'),
    as: form.exactOptional(),
    without: state.exactOptional().describe('With this member gone'),
    set: settings.exactOptional().describe('Clauses and parameters set by hand'),
    turns_at: z.number().exactOptional().describe('The value at which the answer turns; one half for a chance and 0 for all else when left out'),
    samples: z.int().min(0).max(1_000_000).default(128).describe('Rows of the Sobol design, best a power of two; 0 for none'),
    seed: seed.default(1),
  }),
  answer: z
    .looseObject({
      treaty: z.string(),
      date: z.string(),
      of: z.string(),
      unit: z.enum(['chance', 'a year', '% of GDP']),
      central: number,
      tornado: z.array(z.looseObject({ ...assumption, at: z.object({ low: number, high: number }), swing: number, always: z.boolean() })),
      turns: z.object({
        threshold: z.number(),
        side: z.enum(['above', 'below', 'at']),
        assumptions: z.array(
          z.looseObject({
            ...assumption,
            crossings: z.array(z.object({ value: z.number(), residual: z.number(), as: z.enum(['rises', 'falls']), within: z.boolean() })),
          }),
        ),
      }),
      sobol: z
        .looseObject({
          mean: number,
          sd: number,
          groups: z.array(z.looseObject({ id: z.string(), names: z.array(z.string()), first: interval, total: interval })),
          together: number,
          rows: z.int(),
          evaluations: z.int(),
        })
        .exactOptional(),
      sentences: z.array(z.string()),
      stoppedIn: z.enum(['tornado', 'break-even', 'Sobol']).exactOptional(),
      samples: z.int(),
      seed: z.int(),
      converged: z.boolean(),
      method: z.string(),
      versions: z.object({ facts: z.string(), parameters: z.string() }),
    })
    .meta({ id: 'Sensitivity' }),
  apart: true,
  run: async ({ treaty: name, of, against, date: day, contingencies, as = 'pact', without, set = {}, turns_at, samples, seed: first }, place) => {
    const named = await treatyAsked(name, place);
    const other = against === undefined ? undefined : await treatyAsked(against, place);
    const { sensitivityOf } = await import('../sensitivity.ts');
    const value = await sensitivityOf({
      ...setByHand(named.treaty, settingsOf(set), 'set'),
      of,
      date: dayOf(day ?? named.date ?? place.today(), 'date'),
      samples,
      seed: first,
      form: formNamed(as, 'as'),
      workspace: place.workspace,
      ...(other !== undefined && { against: other.treaty }),
      ...(contingencies !== undefined && { contingencies }),
      ...(without !== undefined && { gone: knownState(place.catalog(), without, 'without') }),
      ...(turns_at !== undefined && { threshold: turns_at }),
      ...(place.onProgress !== undefined && { onProgress: place.onProgress }),
      ...(place.signal !== undefined && { signal: place.signal }),
    });
    return { value };
  },
});
