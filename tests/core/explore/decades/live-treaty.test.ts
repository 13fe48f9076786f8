import { describe, expect, it } from 'vitest';
import { addMember, dropMember, liveTreaty, type LiveTreaty } from '../../../../src/core/explore/decades/live-treaty.ts';
import { startTreaties } from '../../../../src/core/explore/decades/start-treaties.ts';
import type { Treaty } from '../../../../src/core/treaty/schema.ts';
import { catalogWithFacts } from '../../../support/facts.ts';

const DATE = '2025-06-01';
const IDS = ['AUT', 'BLR', 'DEU', 'HUN', 'RUS', 'TUR', 'USA'];
const places = new Map(IDS.map((id, place) => [id, place]));
const alive = new Uint8Array(IDS.length).fill(1);

const { catalog, world } = catalogWithFacts();
const named = (id: string): Treaty => {
  const treaty = catalog.treaties.find((one) => one.id === id);
  if (treaty === undefined) throw new Error(id);
  return treaty;
};

const live = (treaty: Treaty): LiveTreaty => {
  const [start] = startTreaties([treaty], world, DATE, places);
  if (start === undefined) throw new Error(`${treaty.id} is not in force`);
  return liveTreaty(start, IDS.length, alive);
};

/** Who owes whom what against whom, as sentences in order. */
const owed = ({ clauses }: LiveTreaty): string[] =>
  clauses
    .flatMap(({ toward, bound, against, action }) =>
      IDS.flatMap((debtor, i) =>
        bound[i] === 1 ? IDS.flatMap((foe, j) => (against[j] === 1 && i !== j ? [`${debtor} ${action} ${IDS[toward] ?? ''} against ${foe}`] : [])) : [],
      ),
    )
    .toSorted();

describe('a treaty whose members change owes what the law says of its new members', () => {
  it.each([['nato'], ['csto']])('%s, as it stands', (id) => {
    const found = owed(live(named(id)));
    expect(found.length).toBeGreaterThan(1);
    expect(new Set(found).size).toBe(found.length);
  });

  it.each([
    ['nato', 'HUN'],
    ['nato', 'TUR'],
  ])('%s without %s', (id, gone) => {
    const treaty = named(id);
    const moved = live(treaty);
    dropMember(moved, places.get(gone) ?? -1);
    expect(owed(moved)).toEqual(owed(live({ ...treaty, parties: treaty.parties.filter(({ state }) => state !== gone) })));
  });

  it.each([['nato', 'AUT']])('%s with %s', (id, joins) => {
    const treaty = named(id);
    const moved = live(treaty);
    addMember(moved, places.get(joins) ?? -1);
    expect(owed(moved)).toEqual(owed(live({ ...treaty, parties: [...treaty.parties, { state: joins, from: '2020-01-01' }] })));
  });
});
