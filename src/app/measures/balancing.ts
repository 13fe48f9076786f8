import * as z from 'zod';
import { alignmentOf, countAlignments, type AllianceChoice, type Threats } from '../../core/measures/balancing.ts';
import { readCapabilities } from '../dyads/read-record.ts';
import { UserError } from '../user-error.ts';
import { defineMeasure, type Facts, type Measured, type Question } from './define.ts';
import { placesOf, readInput } from './read-input.ts';
import { coverageNotes, readMajors, readPacts, readRivals, yearsWithin, type Pacts } from './record.ts';
import { stateNumbers } from './state-numbers.ts';
import { versionsNote } from './versions.ts';

const METHOD =
  'After Walt (1987): a new pact with the prevailing threat, or with a state bound to it, is bandwagoning; with any other state balancing; neither where the state has no threat. ' +
  'An upper bound on balancing: that a pact is not with the threat does not show that it is against it.';

const THREATS = {
  rival: "The threat is the strongest of the state's strategic rivals (Thompson) by CINC.",
  leader: 'The threat to every other major power is the one with the highest CINC (after Levy and Thompson 2010).',
} as const;

const inputSchema = z.strictObject({
  states: z.array(z.string()).min(1),
  choices: z.array(z.strictObject({ state: z.string(), partner: z.string(), year: z.int() })).min(1),
  threats: z.array(z.strictObject({ state: z.string(), threat: z.string() })),
  pacts: z.array(z.tuple([z.string(), z.string()])).default([]),
});

function fromInput(input: NonNullable<Question['input']>): Measured {
  const { states, choices, threats, pacts } = readInput(input, inputSchema);
  const place = placesOf(states, input.name);
  const threatTo = new Map(threats.map(({ state, threat }) => [place(state), place(threat)]));
  const tied = new Set(pacts.flatMap(([a, b]) => [`${place(a)} ${place(b)}`, `${place(b)} ${place(a)}`]));
  const judged: Threats = { threatTo: (state) => threatTo.get(state), allied: (a, b) => tied.has(`${a} ${b}`) };
  return {
    rows: choices.map(({ state, partner, year }) => ({
      year,
      state,
      partner,
      alignment: alignmentOf({ state: place(state), partner: place(partner), year }, judged),
    })),
    notes: [METHOD],
  };
}

/** Pacts that a pair of states has in a year and had not the year before, from the side of each. */
const newPacts = ({ all, tied }: Pacts): AllianceChoice[] =>
  all
    .filter(({ a, b, year }) => !tied(a, b, year - 1))
    .flatMap(({ a, b, year }) => [
      { state: a, partner: b, year },
      { state: b, partner: a, year },
    ]);

async function fromStore(question: Question, facts: Facts): Promise<Measured> {
  const kind = question.threat === 'leader' ? 'leader' : 'rival';
  return facts.store(async (store) => {
    const [capabilities, pacts] = [await readCapabilities(store), await readPacts(store, ['defense', 'offense'])];
    const strongest = (states: readonly number[], year: number): number | undefined =>
      states.filter((state) => !Number.isNaN(capabilities.of(state, year))).toSorted((a, b) => capabilities.of(b, year) - capabilities.of(a, year))[0];
    const majors = kind === 'leader' ? await readMajors(store) : undefined;
    const rivals = kind === 'rival' ? await readRivals(store) : undefined;
    const threats: Threats = {
      allied: pacts.tied,
      threatTo: (state, year) => strongest(majors === undefined ? (rivals?.(state, year) ?? []) : [...majors.of(year)], year),
    };
    // The first year of the record has no year before it to be new against.
    const covered = pacts.all
      .map(({ year }) => year)
      .reduce(([first, last], year) => [Math.min(first, year), Math.max(last, year)] as const, [Infinity, -Infinity] as const);
    const judged = [covered[0] + 1, covered[1]] as const;
    const years = new Set(yearsWithin(question.years, judged, 'ATOP'));
    const { numbers, idOf, remarks } = stateNumbers(facts.catalog());
    const asked = ({ state, year }: AllianceChoice): boolean => question.states.length === 0 || question.states.some((text) => numbers(text, year).has(state));
    const among = ({ state, year }: AllianceChoice): boolean => majors === undefined || majors.of(year).includes(state);
    const choices = newPacts(pacts).filter((choice) => years.has(choice.year) && among(choice) && asked(choice));
    const rows =
      question.states.length === 0
        ? countAlignments(choices, threats).map((count) => ({ ...count }))
        : choices
            .toSorted((a, b) => a.year - b.year || a.state - b.state || a.partner - b.partner)
            .map((choice) => {
              const threat = threats.threatTo(choice.state, choice.year);
              return {
                year: choice.year,
                state: idOf(choice.state, choice.year),
                partner: idOf(choice.partner, choice.year),
                threat: threat === undefined ? null : idOf(threat, choice.year),
                alignment: alignmentOf(choice, threats),
              };
            });
    return {
      rows,
      notes: [
        METHOD,
        THREATS[kind],
        'A pact is an ATOP defense or offense obligation of either side, new where there was none the year before; each pair counts once for each of its states. Years without a new pact are left out.',
        ...coverageNotes(question.years, judged, 'ATOP'),
        ...remarks,
        versionsNote(store, ['nmc', 'atop', kind === 'leader' ? 'majors' : 'rivalry']),
      ],
    };
  });
}

export const balancing = defineMeasure({
  name: 'balancing',
  title: 'new alliances with the threat and against it, by year (Walt)',
  takes: ['state', 'years', 'input', 'threat'],
  run: async (question, facts) => {
    if (question.threat !== undefined && !Object.hasOwn(THREATS, question.threat))
      throw new UserError(`--threat: '${question.threat}' is none of ${Object.keys(THREATS).join(', ')}.`);
    return question.input === undefined ? fromStore(question, facts) : fromInput(question.input);
  },
});
