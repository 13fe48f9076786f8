import { beforeAll, expect, it } from 'vitest';
import { readAtopTreaties } from '../../../src/app/atop.ts';
import { cowStates } from '../../../src/core/atop/states.ts';
import { createLaw } from '../../../src/core/law/law.ts';
import { lintTreaties } from '../../../src/core/lint/lint.ts';
import { createRegistry } from '../../../src/core/states/registry.ts';
import { createWorld } from '../../../src/core/states/world.ts';
import { numberColumn } from '../../../src/core/table/table.ts';
import { equal } from '../../../src/core/treaty/equal.ts';
import { parseTreaty } from '../../../src/core/treaty/parse.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import { treatyText } from '../../../src/core/treaty/write.ts';
import { withStore } from '../../../src/data/store/store.ts';
import { catalogFacts } from '../../support/catalog-world.ts';
import { describeWithStore } from '../../support/store.ts';

const facts = catalogFacts();
const world = createWorld(facts);

/** Who owes whom what in which year, by the dates of treaties: "defense AUH DEU 1914". */
function tiesOf(treaties: readonly Treaty[]): ReadonlySet<string> {
  const found = new Set<string>();
  const names = (who: unknown, state: string): boolean => who === 'all' || (Array.isArray(who) && who.includes(state));
  for (const { parties, obligations, ended } of treaties) {
    for (const { kind, bound, to, from, until } of obligations) {
      for (const debtor of parties.filter(({ state }) => names(bound, state))) {
        for (const creditor of parties.filter(({ state }) => state !== debtor.state && names(to, state))) {
          const first = [debtor.from, creditor.from, from ?? ''].toSorted().at(-1) ?? '';
          const [end = ''] = [debtor.to, creditor.to, until, ended?.date].map((day) => day ?? '2019-01-01').toSorted();
          const last = Number(end.slice(0, 4)) - (end.endsWith('-01-01') ? 1 : 0);
          if (first < end) for (let year = Number(first.slice(0, 4)); year <= last; year += 1) found.add(`${kind} ${debtor.state} ${creditor.state} ${year}`);
        }
      }
    }
  }
  return found;
}

describeWithStore("ATOP 5.1's alliances as treaties", ['atop'], (folder) => {
  let treaties: readonly Treaty[] = [];
  let lost: readonly string[] = [];
  let phases: readonly Treaty[] = [];

  beforeAll(async () => {
    const atop = await withStore(folder, (store) => readAtopTreaties(store, facts));
    const all = atop.all();
    treaties = all.map(({ treaty }) => treaty);
    lost = all.flatMap((one) => one.lost);
    phases = atop.ids.flatMap((id) => atop.phasesOf(id).map((phase) => atop.treaty(id, phase).treaty));
  });

  it('are 789, and 849 phases; one member has a number of no state', () => {
    expect(treaties).toHaveLength(789);
    expect(new Set(treaties.map(({ id }) => id)).size).toBe(789);
    expect(phases).toHaveLength(849);
    expect(lost).toHaveLength(1);
    expect(treaties.filter(({ obligations }) => obligations.length === 0).map(({ atop }) => atop)).toEqual([1320]);
  });

  it('written and read again are the same, and none has a lint error; texts not found are warnings', { timeout: 120_000 }, () => {
    const parsed = treaties.map((treaty) => {
      const result = parseTreaty(treatyText(treaty), `${treaty.id}.yaml`);
      if (!result.ok) throw new Error(`${treaty.id}: ${result.diagnostics.map(({ message }) => message).join('; ')}`);
      expect(equal(result.parsed.treaty, treaty), treaty.id).toBe(true);
      return result.parsed;
    });
    const found = parsed.flatMap((one) => lintTreaties([one], { world }));
    expect(found.filter(({ severity }) => severity === 'error').map(({ file, message }) => `${file}: ${message}`)).toEqual([]);
    expect(found.filter(({ rule }) => rule === 'source/no-text').map(({ severity }) => severity)).toEqual(new Array(26).fill('warning'));
  });

  it('phases alone parse and have no lint error', { timeout: 120_000 }, () => {
    const several = phases.filter(({ id }) => !id.endsWith('-0'));
    expect(several.length).toBe(107);
    const found = several.flatMap((treaty) => {
      const result = parseTreaty(treatyText(treaty), `${treaty.id}.yaml`);
      return result.ok ? lintTreaties([result.parsed], { world }) : result.diagnostics;
    });
    expect(found.filter(({ severity }) => severity === 'error').map(({ file, message }) => `${file}: ${message}`)).toEqual([]);
  });

  /** Who owes whom defense on any day of a year: "AUH>DEU". */
  const defenseIn = (year: number): ReadonlySet<string> => {
    const days = new Set([`${year}-01-01`, `${year}-12-31`]);
    for (const { parties, obligations } of treaties)
      for (const day of [...parties.flatMap(({ from, to }) => [from, to]), ...obligations.flatMap(({ from, until }) => [from, until])])
        if (day?.length === 10 && day.startsWith(String(year))) days.add(day);
    const law = createLaw(treaties, world);
    const found = new Set<string>();
    for (const day of days) {
      for (const { obligation, bound, to } of law.on(day).clauses) {
        if (obligation.kind !== 'defense') continue;
        for (const state of bound) for (const other of to ?? []) if (state !== other) found.add(`${state}>${other}`);
      }
    }
    return found;
  };
  const partnersOf = (state: string, year: number): readonly string[] =>
    [...defenseIn(year)]
      .filter((tie) => tie.startsWith(`${state}>`))
      .map((tie) => tie.slice(4))
      .toSorted();

  it('in 1914 Germany owed five states defense; of 15 pairs three are one-way', () => {
    expect(partnersOf('DEU', 1914)).toEqual(['AUH', 'BGR', 'ITA', 'ROU', 'TUR']);
    const ties = defenseIn(1914);
    const pairs = new Set([...ties].map((tie) => tie.split('>').toSorted().join(' ')));
    expect(pairs.size).toBe(15);
    const oneWay = [...pairs].filter((pair) => {
      const [a = '', b = ''] = pair.split(' ');
      return ties.has(`${a}>${b}`) !== ties.has(`${b}>${a}`);
    });
    expect(oneWay).toHaveLength(3);
  });

  it.each([
    [1946, 21],
    [1955, 42],
  ])('in %s the United States owed defense to %s states', (year, partners) => {
    expect(partnersOf('USA', year)).toHaveLength(partners);
  });

  it('the yearly pairs are those of the directed dyad-years, but for partners that a text treats differently', async () => {
    const kinds = {
      defense: 'atop_defense',
      offense: 'atop_offense',
      neutrality: 'atop_neutral',
      nonaggression: 'atop_nonagg',
      consultation: 'atop_consul',
    } as const;
    const dyads = await withStore(folder, (store) => store.read('atop', 'directed-dyad-year', undefined, []));
    const states = cowStates(createRegistry(facts.states));
    const [from, to, year] = ['ccode1', 'ccode2', 'year'].map((name) => numberColumn(dyads, name).values);
    const ours = tiesOf(treaties);
    for (const [kind, name] of Object.entries(kinds)) {
      const { values } = numberColumn(dyads, name);
      const theirs = new Set<string>();
      for (let row = 0; row < dyads.rows; row += 1) {
        if (values[row] !== 1) continue;
        const on = year?.[row] ?? 0;
        const [a, b] = [from?.[row] ?? 0, to?.[row] ?? 0].map((number) => states.on(number, `${on}-07-01`) ?? '');
        theirs.add(`${kind} ${a ?? ''} ${b ?? ''} ${on}`);
      }
      const own = [...ours].filter((tie) => tie.startsWith(`${kind} `));
      expect(
        [...theirs].filter((tie) => !ours.has(tie)),
        kind,
      ).toEqual([]);
      expect(own.length - theirs.size, kind).toBeLessThan(0.005 * theirs.size + 1);
    }
  });

  it('the law of any pair on a day is the same from the matrix and from one question', () => {
    const law = createLaw(treaties, world);
    const matrix = law.matrix('1985-06-01');
    const [a, t] = ['RUS', 'DEU'].map((id) => matrix.states.indexOf(id));
    const duties = matrix.duties(a ?? -1, t ?? -1);
    const attackers = ['RUS'];
    const event = {
      kind: 'armed-attack',
      attackers,
      target: 'DEU',
      date: '1985-06-01',
      place: world.home('DEU', '1985-06-01'),
      domain: 'land',
      intensity: 'armed-attack',
      object: 'territory',
      beganBy: attackers,
      atWar: [],
    } as const;
    const named = (state: string, action: string, treaty: string): string => `${state} ${action} ${treaty}`;
    const asked = law.trigger(event).duties.map(({ state, action, treaty }) => named(state, action, treaty));
    expect(duties.flatMap(({ action, treaty, states }) => states.map((state) => named(state, action, treaty))).toSorted()).toEqual(asked.toSorted());
    expect(asked).toContain('USA defend atop-3180');
  });
});
