import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { OBJECTIVE_IDS } from '../../core/explore/design/objectives.ts';
import { dayOf } from '../dates.ts';
import { knownState } from '../known-state.ts';
import { UserError } from '../user-error.ts';
import { defineVerb, formatOf } from './define.ts';
import { date, id, notes, seed, state, treaty } from './parts.ts';
import { treatyAsked } from './treaties.ts';

const number = z.number().nullable();
const objective = z.enum(OBJECTIVE_IDS);
const numbers = z.partialRecord(objective, number);
const interval = z.looseObject({ value: number, low: number.exactOptional(), high: number.exactOptional() });

const point = z
  .looseObject({
    id: z.string(),
    title: z.string().describe('What it is, in words'),
    changes: z.array(z.object({ clause: z.string(), title: z.string(), from: z.string(), to: z.string() })),
    sentences: z.array(z.string()).describe('The difference to the given text'),
    objectives: z.partialRecord(objective, interval),
    better: numbers.exactOptional().describe('Chance, over the draws, of being better than the given text'),
    holds: z.number().exactOptional().describe('Share of draws in which it meets every demand'),
    misses: z.array(z.string()).describe('Demands it does not meet, at the central values'),
    members: z.array(z.object({ state: z.string(), net: number })),
    challenges: z.number(),
    wars: z.number(),
    choices: z.array(z.int()),
    text: z.string().describe('The treaty as a file'),
  })
  .meta({ id: 'DesignPoint' });

const clause = z.string().max(300);

/** What was looked at, kept by the question: asked again, it is taken up. */
const KEPT = 'designs';

export const design = defineVerb({
  name: 'design',
  summary: 'Better ways to write a treaty: the front of what its clauses can do, each point in words and as a text',
  description:
    'Writes clauses otherwise and compares deterrence, the net of the member that gains least, entrapment, ratification and lock-in. Every way to write it is assessed where that is within the budget; else NSGA-II looks for the front. Takes seconds to minutes: ask for a job. What was looked at is kept in the workspace where `keep` says so: the same question, stopped and put again, goes on, or with `conclude` answers with what there is.',
  input: z.strictObject({
    treaty: treaty.exactOptional(),
    between: z.array(state).min(2).max(40).exactOptional().describe('A new pact between states, in place of a treaty'),
    date,
    fix: z.array(clause).max(100).exactOptional().describe('Clauses that do not move, or CLAUSE=VALUE at which they are held'),
    vary: z.array(clause).max(100).exactOptional().describe('CLAUSE=A,B: the values to try'),
    only: z.array(clause).max(100).exactOptional().describe('These clauses alone move'),
    floor: z.number().min(0).max(1).default(0.5).describe('Least chance that all members ratify'),
    require: z.array(clause).max(20).exactOptional().describe('Demands of your own, such as deterrence>=1'),
    objectives: z.array(objective).min(1).exactOptional().describe('Compare these alone'),
    method: z.enum(['exhaustive', 'nsga2', 'random']).exactOptional(),
    budget: z.int().min(1).max(1_000_000).default(1000).describe('Ways to write it that are assessed'),
    points: z.int().min(1).max(100).default(10).describe('Points of the front that are told in full'),
    draws: z.int().min(0).max(10_000).default(50).describe('For the ranges of the points; 0 for none'),
    seed: seed.default(1),
    keep: z.boolean().exactOptional().describe('Keep what is looked at in the workspace, and go on from what it holds'),
    conclude: z.boolean().exactOptional().describe('With keep: look at nothing more, and answer with what there is'),
    format: formatOf('md', 'csv'),
  }),
  answer: z
    .looseObject({
      treaty: id,
      name: z.string(),
      date: z.string(),
      method: z.enum(['exhaustive', 'nsga2', 'random']),
      space: z.number().describe('Ways there are to write it'),
      evaluations: z.int(),
      stopped: z.boolean(),
      objectives: z.array(z.looseObject({ id: objective, title: z.string(), meaning: z.string(), better: z.enum(['high', 'low']) })),
      demands: z.array(z.object({ id: z.string(), words: z.string() })),
      clauses: z.array(
        z.looseObject({
          id: z.string(),
          title: z.string(),
          held: z.boolean(),
          values: z.array(z.looseObject({ id: z.string(), words: z.string(), given: z.boolean(), objectives: numbers })),
        }),
      ),
      given: point,
      points: z.array(point),
      front: z.array(z.looseObject({ objectives: numbers, choices: z.array(z.int()), id: z.string().exactOptional() })),
      payoffs: z.array(z.object({ objective, objectives: numbers })),
      conflicts: z.array(z.object({ a: objective, b: objective, correlation: z.number() })),
      comparison: z.object({ found: z.number(), random: z.number(), evaluations: z.int() }).exactOptional(),
      infeasible: z
        .looseObject({ closest: point, binding: z.array(z.object({ id: z.string(), words: z.string(), reaches: z.string() })), worseOff: z.array(z.string()) })
        .exactOptional(),
      notes,
    })
    .meta({ id: 'Design' }),
  files: ['md', 'csv'],
  apart: true,
  run: async ({ treaty: name, between, date: day, keep = false, conclude = false, format: _format, ...asked }, place) => {
    if ((name === undefined) === (between === undefined)) throw new UserError('design: name a treaty, or the states of a new pact as between.');
    const named = name === undefined ? undefined : await treatyAsked(name, place);
    const on = dayOf(day ?? named?.date ?? place.today(), 'date');
    const [{ designTreaty }, { designCsv, designMarkdown }, { nameOn }] = await Promise.all([
      import('../design.ts'),
      import('../design-files.ts'),
      import('../../core/states/names.ts'),
    ]);
    const { fix, vary, only } = asked;
    const folder = path.join(place.workspace, KEPT);
    const hash = createHash('sha256')
      .update(JSON.stringify([named?.treaty ?? between, on, fix, vary, only]))
      .digest('hex')
      .slice(0, 24);
    if (keep) {
      mkdirSync(folder, { recursive: true });
      dropOldest(folder, `${hash}.json`);
    }
    const found = await designTreaty({
      ...asked,
      treaty: named?.treaty ?? { between: (between ?? []).map((one) => knownState(place.catalog(), one, 'between')) },
      date: on,
      conclude,
      workspace: place.workspace,
      ...(keep && { resume: path.join(folder, `${hash}.json`) }),
      ...(place.onProgress !== undefined && {
        onProgress: ({ phase, done, total }) => place.onProgress?.(PART[phase] + (SHARE[phase] * done) / Math.max(1, total), 1000),
      }),
      ...(place.signal !== undefined && { signal: place.signal }),
    });
    const nameOf = (one: string): string => {
      const known = place.catalog().states.find((entry) => entry.id === one);
      return known === undefined ? one : nameOn(known, on);
    };
    return {
      value: found,
      name: `${found.treaty}-design`,
      files: {
        md: (file) => writeFile(file, designMarkdown(found, nameOf)),
        csv: (file) => writeFile(file, designCsv(found)),
      },
    };
  },
});

/** Of designs that are kept. */
const MOST_KEPT = 20;

/** Makes room for one more: the oldest go. */
function dropOldest(folder: string, wanted: string): void {
  const others = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== wanted);
  const dated = others.map((file) => ({ file, at: statSync(path.join(folder, file)).mtimeMs })).toSorted((a, b) => b.at - a.at);
  for (const { file } of dated.slice(MOST_KEPT - 1)) rmSync(path.join(folder, file), { force: true });
}

/** Where each part of the work begins, of a thousand, and how much of it there is. */
const PART = { search: 0, random: 400, draws: 700 } as const;
const SHARE = { search: 400, random: 300, draws: 300 } as const;
