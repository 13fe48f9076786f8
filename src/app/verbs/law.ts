import { writeFile } from 'node:fs/promises';
import * as z from 'zod';
import { CALENDAR_KINDS } from '../../core/law/calendar.ts';
import { ACTIONS, CASCADE_MODES, EVENT_KINDS, INTENSITIES } from '../../core/law/types.ts';
import { csv } from '../../core/formats/csv.ts';
import { inForceOn } from '../../core/treaty/resolve.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import { ATTACK_OBJECTS, DOMAINS } from '../../core/treaty/vocabulary.ts';
import { calendarIcs, treatyCalendar } from '../calendar.ts';
import { conflictsOn } from '../conflicts.ts';
import { dayOf } from '../dates.ts';
import { selectTreaties } from '../find-treaty.ts';
import { knownState } from '../known-state.ts';
import { obligationMatrix } from '../matrix.ts';
import { triggerAnswer } from '../trigger.ts';
import { UserError } from '../user-error.ts';
import { verdictJson } from '../verdict-json.ts';
import { verdictSchema } from '../verdict-schema.ts';
import { defineVerb, formatOf } from './define.ts';
import { date, id, inPlay, seed, state, treaty } from './parts.ts';
import { treatiesInPlay, treatyAsked } from './treaties.ts';

export const trigger = defineVerb({
  name: 'trigger',
  summary: 'Who owes what to whom in an event, under which article, and why others do not',
  description: 'Holds every treaty that could matter against the event: each is answered by a duty or by the reasons for none.',
  input: z.strictObject({
    attackers: z.array(state).min(1).max(50).describe('State ids such as RUS; NONSTATE for an attacker that is no state'),
    target: state,
    date,
    place: id.exactOptional().describe("A territory of the gazetteer, or a state's home; the target's home when left out"),
    at: z.strictObject({ lat: z.number(), lon: z.number() }).exactOptional().describe('A point, where no place will do'),
    domain: z.enum(DOMAINS).exactOptional(),
    object: z.enum(ATTACK_OBJECTS).exactOptional(),
    kind: z.enum(EVENT_KINDS).exactOptional(),
    intensity: z.enum(INTENSITIES).exactOptional(),
    beganBy: z.array(state).max(50).exactOptional().describe('Who fired first or provoked it; the attackers when left out'),
    atWar: z
      .array(z.strictObject({ attacker: state, target: state }))
      .max(200)
      .exactOptional()
      .describe('Wars under way'),
    cascade: z.enum(CASCADE_MODES).exactOptional().describe('What follows: by the letter, by choice, or as is likely'),
    refuses: z.array(state).max(250).exactOptional().describe('States that do not perform what they owe'),
    draws: z.int().min(0).max(2000).exactOptional().describe('For the ranges of an expected cascade'),
    seed: seed.exactOptional(),
    ...inPlay,
  }),
  answer: verdictSchema,
  run: async ({ treaties = [], only = [], ...question }, place) => {
    const inplay = treaties.length + only.length === 0 ? {} : await treatiesInPlay({ treaties, only }, place);
    return { value: verdictJson(await triggerAnswer(place.catalog(), place.world(), { date: place.today(), ...question, ...inplay })) };
  },
});

export const matrix = defineVerb({
  name: 'matrix',
  summary: 'For every ordered pair of states on a date, who would be obliged',
  description: "Each pair is an attack by the first on the second's home territory, by land and unprovoked.",
  input: z.strictObject({ date, attacker: state.exactOptional(), target: state.exactOptional(), ...inPlay, format: formatOf('csv') }),
  answer: z
    .object({
      date: z.string(),
      states: z.array(z.string()),
      pairs: z.int().describe('Ordered pairs of different states'),
      rows: z
        .array(
          z.object({
            attacker: z.string(),
            target: z.string(),
            duties: z.array(z.object({ action: z.enum(ACTIONS), toward: z.string(), treaty: z.string(), article: z.string(), states: z.array(z.string()) })),
          }),
        )
        .describe('Pairs in which somebody would owe something'),
    })
    .meta({ id: 'Matrix' }),
  files: ['csv'],
  apart: true,
  run: async ({ date: day, attacker, target, ...named }, place) => {
    const catalog = place.catalog();
    const { drafts, only } = await treatiesInPlay(named, place);
    const all = selectTreaties(catalog, drafts, []);
    const chosen = selectTreaties(catalog, drafts, only);
    const value = obligationMatrix(chosen, place.world(), {
      background: only.length === 0 ? [] : all.filter((one) => !chosen.includes(one)),
      date: dayOf(day ?? place.today(), 'date'),
      ...(attacker !== undefined && { attacker: knownState(catalog, attacker, 'attacker') }),
      ...(target !== undefined && { target: knownState(catalog, target, 'target') }),
    });
    const lines = value.rows.flatMap((row) =>
      row.duties.map(({ action, toward, treaty: under, article, states }) => [row.attacker, row.target, action, toward, under, article, states.join(' ')]),
    );
    return {
      value,
      name: `matrix-${value.date}`,
      files: { csv: (file) => writeFile(file, csv([['attacker', 'target', 'action', 'toward', 'treaty', 'article', 'states'], ...lines])) },
    };
  },
});

export const calendar = defineVerb({
  name: 'calendar',
  summary: 'Reviews, renewals, exit windows, notice deadlines and pledge dates',
  description: 'Without treaties, every treaty in force today, ten years ahead. For a treaty that is over, its whole life.',
  input: z.strictObject({
    treaties: z.array(treaty).max(100).exactOptional(),
    from: z.string().max(10).exactOptional().describe('First day'),
    to: z.string().max(10).exactOptional().describe('First day left out'),
    format: formatOf('csv', 'ics'),
  }),
  answer: z
    .object({
      entries: z.array(z.object({ date: z.string(), treaty: z.string(), kind: z.enum(CALENDAR_KINDS), article: z.string().exactOptional(), text: z.string() })),
    })
    .meta({ id: 'Calendar' }),
  files: ['csv', 'ics'],
  run: async ({ treaties: names = [], from, to }, place) => {
    const today = place.today();
    const [first, end] = [from === undefined ? undefined : dayOf(from, 'from'), to === undefined ? undefined : dayOf(to, 'to')];
    if (first !== undefined && end !== undefined && first >= end) throw new UserError(`to: ${end} is not after ${first}.`);
    const treaties: Treaty[] = [];
    for (const name of names) treaties.push((await treatyAsked(name, place)).treaty);
    if (names.length === 0) treaties.push(...place.catalog().treaties.filter((one) => inForceOn(one, today)));
    const entries = treatyCalendar(treaties, { today, ...(first !== undefined && { from: first }), ...(end !== undefined && { to: end }) });
    const lines = entries.map(({ date: on, treaty: under, kind, article, text }) => [on, under, kind, article ?? '', text]);
    return {
      value: { entries },
      name: 'calendar',
      files: {
        ics: (file) => writeFile(file, calendarIcs(entries, treaties, today)),
        csv: (file) => writeFile(file, csv([['date', 'treaty', 'kind', 'article', 'text'], ...lines])),
      },
    };
  },
});

const promised = z.looseObject({ treaty: z.string(), article: z.string() });

export const conflicts = defineVerb({
  name: 'conflicts',
  summary: 'Promises in force on a date that cannot both be kept',
  description: 'by-letter: both fall due in one war. who-began: one or the other falls due, by who began the war.',
  input: z.strictObject({ date, state: state.exactOptional(), ...inPlay }),
  answer: z
    .object({
      date: z.string(),
      conflicts: z.array(z.object({ kind: z.string(), date: z.string(), state: z.string(), help: promised, restraint: promised, because: z.string() })),
    })
    .meta({ id: 'Conflicts' }),
  apart: true,
  run: async ({ date: day, state: of, ...named }, place) => {
    const on = dayOf(day ?? place.today(), 'date');
    const catalog = place.catalog();
    const inplay = await treatiesInPlay(named, place);
    const found = conflictsOn(catalog, place.world(), { date: on, ...inplay, ...(of !== undefined && { state: knownState(catalog, of, 'state') }) });
    return { value: { date: on, conflicts: found } };
  },
});
