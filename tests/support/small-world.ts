import type { Region, State, Territory } from '../../src/core/states/types.ts';
import { createWorld, type World } from '../../src/core/states/world.ts';
import type { Treaty } from '../../src/core/treaty/schema.ts';
import type { Obligation } from '../../src/core/treaty/obligation-schema.ts';
import { completeEvent, type EventQuestion } from '../../src/core/law/event.ts';
import type { LawEvent } from '../../src/core/law/types.ts';

/** A world of made-up states on a line of longitude: AAA at 0°, BBB at 10°, ... in the order given. */
export function smallWorld(
  ids: readonly string[],
  extra: { territories?: readonly Territory[]; regions?: readonly Region[]; traits?: Readonly<Record<string, Partial<State>>> } = {},
): World {
  const states = ids.map((id, i): State => ({
    id,
    name: `${id.charAt(0)}${id.slice(1).toLowerCase()}land`,
    exists: [{}],
    capitals: [{ name: `${id} city`, lat: 10, lon: i * 10 }],
    continent: 'europe',
    ...extra.traits?.[id],
  }));
  return createWorld({ states, territories: extra.territories ?? [], regions: extra.regions ?? [] });
}

export const box = (id: string, west: number, east: number, south = -80, north = 80): Region => ({
  id,
  name: id,
  kind: 'zone',
  rings: [
    [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ],
  ],
});

/** A treaty in force from 1900 among some states, with the given obligations. */
export function pact(id: string, parties: readonly string[], obligations: readonly Partial<Obligation>[], rest: Partial<Treaty> = {}): Treaty {
  return {
    language: 1,
    id,
    name: id,
    signed: '1900-01-01',
    in_force: '1900-01-01',
    secrecy: 'public',
    sources: [{ title: 'made up' }],
    parties: parties.map((state) => ({ state, from: '1900-01-01' })),
    obligations: obligations.map((one, i) => ({
      id: `o${String(i)}`,
      article: String(i + 1),
      kind: 'defense',
      bound: 'all',
      to: 'all',
      trigger: { event: 'armed-attack' },
      ...one,
    })),
    ...rest,
  };
}

export function eventOf(world: World, question: Partial<EventQuestion> & Pick<EventQuestion, 'attackers' | 'target'>): LawEvent {
  const result = completeEvent({ date: '1910-01-01', ...question }, world);
  if (!result.ok) throw new Error(result.problem.message);
  return result.event;
}
