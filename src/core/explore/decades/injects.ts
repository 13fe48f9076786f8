import * as z from 'zod';
import { stateIdSchema } from '../../treaty/schema-words.ts';
import { playCrisis } from './crisis.ts';
import { found, join } from './formation.ts';
import { wary } from './governments.ts';
import { downturn } from './growth.ts';
import { hybridAttack } from './hybrid.ts';
import { setRivals } from './interests.ts';
import { leaveLargest } from './scenarios.ts';
import { tell, type WorldState } from './state.ts';
import type { DecadesStart } from './types.ts';
import { countTies } from './ties.ts';
import { endTreaty } from './treaties.ts';

const year = z.int().min(1800).max(2200).describe('The year in which it happens');
const state = stateIdSchema;
const treaty = z.string().min(1).max(64).describe('Id of a treaty in force, or of a pact made in the world');
const note = z.string().max(400).optional().describe('For the readers of the chronicle');

/** What a hand makes happen: one entry of an inject file. */
export const injectSchema = z.discriminatedUnion('what', [
  z.strictObject({
    year,
    what: z.literal('challenge'),
    challenger: state,
    target: state,
    resist: z.boolean().optional(),
    war: z.boolean().optional().describe('Whether it comes to war; the model decides where left out'),
    join: z.array(state).max(60).optional().describe('States that come if it does'),
    stand_aside: z.array(state).max(60).optional().describe('States that do not'),
    note,
  }),
  z.strictObject({ year, what: z.literal('hybrid'), challenger: state, target: state, note }),
  z.strictObject({ year, what: z.literal('leaves'), state, treaty: treaty.optional(), note }),
  z.strictObject({ year, what: z.literal('joins'), state, treaty, note }),
  z.strictObject({ year, what: z.literal('pact'), members: z.array(state).min(2).max(60), note }),
  z.strictObject({ year, what: z.literal('ends'), treaty, note }),
  z.strictObject({ year, what: z.literal('government'), state, note }),
  z.strictObject({ year, what: z.literal('downturn'), states: z.array(state).min(1).max(250), percent: z.number().min(0.1).max(60).default(8), note }),
  z.strictObject({ year, what: z.literal('rivalry'), states: z.tuple([state, state]), note }),
  z.strictObject({ year, what: z.literal('reconciliation'), states: z.tuple([state, state]), note }),
]);
export type Inject = z.infer<typeof injectSchema>;
/** The same as it may be written, with what is left out by default. */
export type InjectAsked = z.input<typeof injectSchema>;

/** A file of injects: `injects:` and a list. */
export const injectFileSchema = z.strictObject({ title: z.string().max(200).optional(), injects: z.array(injectSchema).min(1).max(500) });

/** States an inject names. */
export function statesOf(inject: Inject): readonly string[] {
  switch (inject.what) {
    case 'challenge':
      return [inject.challenger, inject.target, ...(inject.join ?? []), ...(inject.stand_aside ?? [])];
    case 'hybrid':
      return [inject.challenger, inject.target];
    case 'pact':
      return inject.members;
    case 'downturn':
    case 'rivalry':
    case 'reconciliation':
      return inject.states;
    case 'ends':
      return [];
    case 'leaves':
    case 'joins':
    case 'government':
      return [inject.state];
  }
}

/** Ids of the pacts that a world makes. */
const MADE = /^pact-\d{4}-\d+$/;

/** @throws {RangeError} where an inject names a state, a treaty or a year that the run does not have */
export function checkInject(inject: Inject, start: DecadesStart, years: number): void {
  const named = `${inject.what} in ${inject.year}`;
  const stranger = statesOf(inject).find((id) => !start.states.some((one) => one.id === id));
  if (stranger !== undefined) throw new RangeError(`${named}: ${stranger} is no state of this run`);
  if (inject.year < start.year || inject.year >= start.year + years) {
    throw new RangeError(`${named}: the run has the years ${start.year} to ${start.year + years - 1}`);
  }
  const id = 'treaty' in inject ? inject.treaty : undefined;
  if (id !== undefined && !MADE.test(id) && !start.treaties.some((one) => one.id === id)) {
    throw new RangeError(`${named}: there is no treaty '${id}' in force at the start`);
  }
}

/** Plays the injects of the year: after what the model does of its own accord before crises, in the order of the file. */
export function playInjects(world: WorldState): void {
  const placeOf = (id: string): number => world.states.findIndex((one) => one.id === id);
  const treatyOf = (id: string): WorldState['treaties'][number] | undefined => world.treaties.find((one) => one.id === id);
  const byHand = true as const;
  for (const inject of world.input.injects) {
    if (inject.year !== world.year || statesOf(inject).some((id) => world.alive[placeOf(id)] !== 1)) continue;
    switch (inject.what) {
      case 'challenge':
        playCrisis(world, placeOf(inject.challenger), placeOf(inject.target), {
          byHand,
          ...(inject.resist !== undefined && { resist: inject.resist }),
          ...(inject.war !== undefined && { war: inject.war }),
          ...(inject.join !== undefined && { join: inject.join.map(placeOf) }),
          ...(inject.stand_aside !== undefined && { standAside: inject.stand_aside.map(placeOf) }),
        });
        break;
      case 'hybrid':
        hybridAttack(world, placeOf(inject.challenger), placeOf(inject.target), byHand);
        break;
      case 'leaves':
        leaveLargest(world, placeOf(inject.state), inject.treaty);
        break;
      case 'joins': {
        const joined = treatyOf(inject.treaty);
        if (joined !== undefined && !joined.members.includes(placeOf(inject.state))) join(world, joined, placeOf(inject.state), ['by hand'], undefined, byHand);
        break;
      }
      case 'pact':
        found(world, inject.members.map(placeOf), ['by hand'], byHand);
        break;
      case 'ends': {
        const ended = treatyOf(inject.treaty);
        if (ended !== undefined) endTreaty(world, ended, { because: ['by hand'], byHand });
        break;
      }
      case 'government':
        wary(world, placeOf(inject.state));
        break;
      case 'downturn':
        downturn(world, inject.states.map(placeOf), inject.percent, 'by hand');
        break;
      case 'rivalry':
      case 'reconciliation': {
        const [a, b] = [placeOf(inject.states[0]), placeOf(inject.states[1])];
        setRivals(world, a, b, inject.what === 'rivalry' ? 1 : 0);
        tell(world, { kind: inject.what === 'rivalry' ? 'rivalry-begins' : 'rivalry-ends', states: [a, b], byHand });
        break;
      }
    }
  }
  countTies(world);
}
