import { writeFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Standing } from '../../core/assess/review.ts';
import { dayOf } from '../dates.ts';
import { formNamed } from '../form-named.ts';
import { knownState } from '../known-state.ts';
import { setByHand } from '../set-by-hand.ts';
import { form, interval, number, settings, settingsOf } from './answers.ts';
import { defineVerb, formatOf, type VerbPlace } from './define.ts';
import { date, id, seed, state, treaty } from './parts.ts';
import { treatyAsked } from './treaties.ts';

const withWithout = z.looseObject({ with: interval, without: interval, difference: interval }).meta({ id: 'WithWithout' });

const ally = z.looseObject({
  state: z.string(),
  side: z.enum(['target', 'challenger']),
  promises: z.array(z.object({ treaty: z.string(), article: z.string(), action: z.string() })),
  party: z.boolean(),
  honors: withWithout.describe('Chance of joining, given war'),
  derivation: z.array(z.object({ parameter: z.string(), value: number })),
});

const contingency = z.looseObject({
  id: z.string(),
  title: z.string(),
  challenger: z.string(),
  target: z.string(),
  domain: z.string(),
  rate: z.looseObject({ value: z.number(), low: z.number(), high: z.number(), basis: z.string() }).describe('Challenges a year'),
  challenge: withWithout,
  resist: withWithout,
  war: withWithout,
  prevail: withWithout.describe("Chance that the target's side prevails, given war"),
  abandonment: interval.exactOptional(),
  allies: z.array(ally),
  notAssessed: z.array(z.string()),
});

const member = z.looseObject({
  state: z.string(),
  deterrence: interval,
  joining: interval,
  entrapment: interval,
  pooling: number.exactOptional(),
  burden: number.exactOptional(),
  net: interval.describe('% of its own GDP a year'),
});

/** The treaty and the day of a question. */
async function subjectOf(name: string, day: string | undefined, place: VerbPlace) {
  const named = await treatyAsked(name, place);
  return { treaty: named.treaty, date: dayOf(day ?? named.date ?? place.today(), 'date') };
}

export const assess = defineVerb({
  name: 'assess',
  summary: 'What a treaty changes: deterrence, credibility, abandonment and entrapment, with it and without it',
  description:
    'Asks the law every contingency that challenges a member, solves each as a crisis game with the treaty and without, and gives 90 % ranges over draws of every parameter and assumption. Takes seconds to minutes with the number of draws.',
  input: z.strictObject({
    treaty,
    date,
    contingencies: z.array(id).max(100).exactOptional().describe('These alone'),
    as: form.exactOptional().describe('Bind the same partners as a pact, as hub:USA, or as pairs'),
    without: state.exactOptional().describe('With this member gone'),
    set: settings.exactOptional().describe('Clauses (exit.notice: P6M) and parameters (join.kappa: 1) set by hand'),
    draws: z.int().min(0).max(100_000).default(1000).describe('For the ranges; 0 for none'),
    seed: seed.default(1),
    influence: z.boolean().exactOptional().describe('Also every assumption moved to the ends of its range'),
  }),
  answer: z
    .looseObject({
      treaty: z.string(),
      date: z.string(),
      inForce: z.boolean(),
      members: z.array(z.string()),
      contingencies: z.array(contingency),
      balance: z.array(member).describe('What it is worth to each member'),
      response: z.looseObject({ rule: z.string(), members: z.int(), expectedDays: number }),
      notAsked: z.array(z.object({ id: z.string(), reason: z.string() })),
      capabilities: z.looseObject({ method: z.string(), year: z.int() }),
      method: z.string(),
      draws: z.int(),
      seed: z.int(),
      converged: z.boolean(),
      versions: z.object({ facts: z.string(), parameters: z.string() }),
    })
    .meta({ id: 'Assessment' }),
  apart: true,
  run: async ({ treaty: name, date: day, contingencies, as = 'pact', without, set = {}, draws, seed: first, influence = false }, place) => {
    const subject = await subjectOf(name, day, place);
    const gone = without === undefined ? undefined : knownState(place.catalog(), without, 'without');
    const [{ assessTreaty }, os] = await Promise.all([import('../assess.ts'), import('node:os')]);
    const value = await assessTreaty({
      ...setByHand(subject.treaty, settingsOf(set), 'set'),
      date: subject.date,
      draws,
      seed: first,
      influence,
      threads: Math.min(2, os.availableParallelism()),
      form: formNamed(as, 'as'),
      workspace: place.workspace,
      ...(contingencies !== undefined && { contingencies }),
      ...(gone !== undefined && { gone }),
      ...(place.onProgress !== undefined && { onProgress: place.onProgress }),
      ...(place.signal !== undefined && { signal: place.signal }),
    });
    return { value };
  },
});

export const burden = defineVerb({
  name: 'burden',
  summary: 'Who pays and who rides: spending against ability, pledge, and what each would choose',
  input: z.strictObject({ treaty, date }),
  answer: z
    .looseObject({
      members: z.array(
        z.looseObject({
          state: z.string(),
          gdp: z.number().describe('Billion current US dollars'),
          defense: z.number(),
          population: z.number().describe('Millions'),
          share: z.number().describe('Defense of GDP, 0 to 1'),
          year: z.int(),
          nash: number.describe('What it would choose under the treaty'),
          apart: number.describe('... without it'),
          efficient: number.describe('What all would choose together'),
          pledge: z.number().exactOptional(),
        }),
      ),
      notAssessed: z.array(z.object({ state: z.string(), lacks: z.string() })),
      baseYear: z.int(),
      method: z.string(),
      warnings: z.array(z.string()),
    })
    .meta({ id: 'Burden' }),
  apart: true,
  run: async ({ treaty: name, date: day }, place) => {
    const subject = await subjectOf(name, day, place);
    const { burden: burdenOf } = await import('../burden.ts');
    return { value: burdenOf(subject.treaty, subject.date) };
  },
});

const STANDINGS: readonly Standing[] = ['met', 'at-risk', 'missed', 'no-reading'];

const reading = z.looseObject({
  state: z.string(),
  standing: z.enum(STANDINGS),
  value: z.number().exactOptional(),
  year: z.int().exactOptional(),
  source: z.string().exactOptional(),
});

export const review = defineVerb({
  name: 'review',
  summary: 'Pledges and purposes of a treaty: met, at risk, missed',
  description: "The yearly review on a date, member by member, from the catalog's figures.",
  input: z.strictObject({ treaty, date }),
  answer: z
    .looseObject({
      treaty: z.string(),
      date: z.string(),
      pledges: z.array(z.looseObject({ id: z.string(), readings: z.array(reading), counts: z.record(z.string(), z.int()) })),
      purposes: z.array(z.looseObject({ id: z.string(), text: z.string(), standing: z.enum(STANDINGS), how: z.string() })),
    })
    .meta({ id: 'Review' }),
  run: async ({ treaty: name, date: day }, place) => {
    const subject = await subjectOf(name, day, place);
    const { review: reviewOf } = await import('../review.ts');
    return { value: reviewOf(subject.treaty, subject.date) };
  },
});

export const models = defineVerb({
  name: 'models',
  summary: 'The models that run on plain numbers',
  input: z.strictObject({}),
  answer: z.object({ models: z.array(z.object({ name: z.string(), title: z.string() })) }).meta({ id: 'Models' }),
  run: async () => {
    const { listModels } = await import('../model.ts');
    return { value: { models: listModels() } };
  },
});

export const model = defineVerb({
  name: 'model',
  summary: 'One model on plain numbers of your own, for teaching and for programs',
  input: z.strictObject({
    name: z.string().max(64).describe('One of models'),
    input: z.record(z.string(), z.unknown()).describe('Its numbers, as the page of the model shows them'),
    format: formatOf('svg'),
  }),
  answer: z.record(z.string(), z.unknown()).meta({ id: 'ModelAnswer' }),
  files: ['svg'],
  apart: true,
  run: async ({ name, input }) => {
    const { answerOf } = await import('../model.ts');
    const { value, figure } = answerOf(name, { name: 'input', text: JSON.stringify(input) });
    return { value, name, ...(figure !== undefined && { files: { svg: (file: string) => writeFile(file, figure()) } }) };
  },
});
