import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLaw } from '../../../src/core/law/law.ts';
import type { Verdict } from '../../../src/core/law/types.ts';
import type { Treaty } from '../../../src/core/treaty/schema.ts';
import type { Obligation, Trigger } from '../../../src/core/treaty/obligation-schema.ts';
import { ATTACK_OBJECTS, DOMAINS, OBLIGATION_KINDS, TERRITORY_CLASSES, TRIGGER_EVENTS } from '../../../src/core/treaty/vocabulary.ts';
import { box, eventOf, pact, smallWorld } from '../../support/small-world.ts';

const IDS = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF'];
const regions = [box('west', -5, 15), box('center', 5, 35), box('east', 25, 60)];
const traits = { AAA: { greatPower: [{}] }, CCC: { greatPower: [{}] } };
const world = smallWorld(IDS, { regions, traits });

const stateArb = fc.constantFrom(...IDS);
const regionsArb = fc.uniqueArray(fc.constantFrom('west', 'center', 'east'), { minLength: 1, maxLength: 3 });
const areaArb = fc.record(
  { include: regionsArb, exclude: regionsArb, territory: fc.constantFrom(...TERRITORY_CLASSES) },
  { requiredKeys: ['include', 'territory'] },
);
const specArb = fc.oneof(
  { weight: 3, arbitrary: stateArb },
  { weight: 2, arbitrary: fc.constantFrom('any' as const, 'great-power' as const, 'european' as const, 'not-party' as const, 'states' as const) },
  fc.record({ state: stateArb, with: stateArb }),
  fc.record({ allied_with: stateArb }),
);
const eventArb = fc.constantFrom(...TRIGGER_EVENTS);
/** One condition of a clause. */
const conditionArb: fc.Arbitrary<Partial<Trigger>> = fc.oneof(
  fc.record({ against: fc.oneof(specArb, fc.array(specArb, { minLength: 1, maxLength: 3 })) }),
  fc.record({ unprovoked: fc.boolean() }),
  fc.record({ parties_included: fc.boolean() }),
  fc.record({ area: areaArb }),
  fc.record({ objects: fc.uniqueArray(fc.constantFrom(...ATTACK_OBJECTS), { minLength: 1, maxLength: 5 }) }),
  fc.record({ attackers_at_least: fc.constantFrom(1, 2) }),
  fc.record({ domains: fc.uniqueArray(fc.constantFrom(...DOMAINS), { minLength: 1, maxLength: 6 }) }),
  fc.record({
    requires: fc.array(fc.record({ state: stateArb, acts: fc.constantFrom('assists' as const, 'at-war' as const) }), { minLength: 1, maxLength: 1 }),
  }),
  fc.record({
    except: fc.record({ states: fc.array(stateArb, { minLength: 1, maxLength: 2 }), when: fc.constantFrom('always' as const, 'attacked-by-party' as const) }),
  }),
);
/** Few conditions at a time: with more, a clause is hardly ever due. */
const triggerArb = fc
  .tuple(fc.oneof({ weight: 3, arbitrary: eventArb }, fc.uniqueArray(eventArb, { minLength: 1, maxLength: 3 })), fc.array(conditionArb, { maxLength: 3 }))
  .map(([event, conditions]): Trigger => conditions.reduce<Trigger>((all, one) => ({ ...all, ...one }), { event }));
const obligationArb: fc.Arbitrary<Partial<Obligation>> = fc.record({ kind: fc.constantFrom(...OBLIGATION_KINDS), trigger: triggerArb });
const partiesArb = fc.uniqueArray(stateArb, { minLength: 2, maxLength: 5 });
const exceptionsArb = fc.record(
  {
    reservations: fc.array(
      fc.record({
        state: stateArb,
        obligation: fc.constant('o0'),
        narrows: fc.record({ against: specArb, unprovoked: fc.boolean() }),
        source: fc.constant('made up'),
      }),
      { maxLength: 2 },
    ),
    suspensions: fc.array(
      fc.record({
        bound: fc.uniqueArray(stateArb, { minLength: 1, maxLength: 2 }),
        to: fc.uniqueArray(stateArb, { minLength: 1, maxLength: 3 }),
        from: fc.constant('1905'),
        source: fc.constant('made up'),
      }),
      { maxLength: 1 },
    ),
  },
  { requiredKeys: [] },
);
const treatiesArb = fc
  .array(fc.record({ parties: partiesArb, obligations: fc.array(obligationArb, { minLength: 1, maxLength: 3 }), exceptions: exceptionsArb }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((list) => list.map(({ parties, obligations, exceptions }, i) => pact(`treaty-${String(i)}`, parties, obligations, exceptions)));
const questionArb = fc
  .record({
    pair: fc.uniqueArray(stateArb, { minLength: 2, maxLength: 2 }),
    third: stateArb,
    provoked: fc.boolean(),
    intensity: fc.constantFrom('armed-attack' as const, 'below-threshold' as const),
    domain: fc.constantFrom(...DOMAINS),
  })
  .map(({ pair: [attacker = 'AAA', target = 'BBB'], third, provoked, intensity, domain }) => ({
    attackers: [attacker],
    target,
    intensity,
    domain,
    beganBy: [provoked ? target : attacker],
    atWar: third === attacker || third === target ? [] : [{ attacker: third, target }],
  }));

const summary = ({ duties, notOwed }: Verdict, rename: (state: string) => string = (state) => state) => ({
  duties: duties
    .map(({ state, action, toward, treaty, against }) => [rename(state), action, rename(toward), treaty, against.map(rename).toSorted().join()].join(' '))
    .toSorted(),
  notOwed: notOwed
    .map(({ state, toward, treaty, obligation, reasons }) => [rename(state), rename(toward), treaty, obligation, ...reasons].join(' '))
    .toSorted(),
});

/** Mirror image of the states: AAA becomes FFF and so on, everywhere. */
const mirrored = (state: string): string => IDS[IDS.length - 1 - IDS.indexOf(state)] ?? state;
const mirrorAll = <T>(value: T): T =>
  JSON.parse(JSON.stringify(value).replaceAll(/"([A-F])\1\1"/g, (_, letter: string) => `"${mirrored(letter.repeat(3))}"`)) as T;

describe('metamorphic checks of the law', () => {
  it('renaming states changes nothing but the names', () => {
    // The mirrored world keeps each state's place and traits under its new name.
    const facts = IDS.map((id) => mirrored(id));
    const mirror = smallWorld(facts, { regions, traits: { FFF: { greatPower: [{}] }, DDD: { greatPower: [{}] } } });
    fc.assert(
      fc.property(treatiesArb, questionArb, (treaties, question) => {
        const before = createLaw(treaties, world).trigger(eventOf(world, question));
        const after = createLaw(mirrorAll(treaties), mirror).trigger(eventOf(mirror, mirrorAll(question)));
        expect(summary(after)).toEqual(summary(before, mirrored));
      }),
    );
  });

  it('the order of files and of parties changes nothing', () => {
    fc.assert(
      fc.property(treatiesArb, questionArb, (treaties, question) => {
        const shuffled: Treaty[] = treaties.toReversed().map((treaty) => ({ ...treaty, parties: treaty.parties.toReversed() }));
        const event = eventOf(world, question);
        const [a, b] = [createLaw(treaties, world), createLaw(shuffled, world)];
        expect(summary(b.trigger(event))).toEqual(summary(a.trigger(event)));
        const ends = (law: typeof a) => law.cascade(law.trigger(event), { mode: 'letter' }).belligerents.toSorted();
        expect(ends(b)).toEqual(ends(a));
      }),
    );
  });

  it('a bystander that becomes a party frees nobody', () => {
    fc.assert(
      fc.property(treatiesArb, questionArb, stateArb, (treaties, question, bystander) => {
        fc.pre(!question.attackers.includes(bystander) && bystander !== question.target && question.atWar.every(({ attacker }) => attacker !== bystander));
        const widened = treaties.map((treaty) =>
          treaty.parties.some(({ state }) => state === bystander) ? treaty : { ...treaty, parties: [...treaty.parties, { state: bystander, from: '1900' }] },
        );
        const event = eventOf(world, question);
        const owed = (list: readonly Treaty[]) =>
          createLaw(list, world)
            .trigger(event)
            .duties.map(({ state, action, toward, treaty }) => [state, action, toward, treaty].join(' '));
        expect(owed(widened)).toEqual(expect.arrayContaining(owed(treaties)));
      }),
    );
  });

  it('narrowing an area never adds a duty', () => {
    fc.assert(
      fc.property(treatiesArb, questionArb, regionsArb, (treaties, question, exclude) => {
        const narrowed = treaties.map((treaty) => ({
          ...treaty,
          obligations: treaty.obligations.map((one) =>
            one.trigger?.area === undefined
              ? one
              : { ...one, trigger: { ...one.trigger, area: { ...one.trigger.area, exclude: [...(one.trigger.area.exclude ?? []), ...exclude] } } },
          ),
        }));
        const event = eventOf(world, question);
        const owed = (list: readonly Treaty[]) =>
          createLaw(list, world)
            .trigger(event)
            .duties.filter(({ action }) => action !== 'stay-neutral')
            .map(({ state, action, toward, treaty }) => [state, action, toward, treaty].join(' '));
        const wide = owed(treaties);
        for (const duty of owed(narrowed)) expect(wide).toContain(duty);
      }),
    );
  });

  it('every verdict says why, every bound state is a party and nobody owes itself', () => {
    fc.assert(
      fc.property(treatiesArb, questionArb, (treaties, question) => {
        const { duties, notOwed } = createLaw(treaties, world).trigger(eventOf(world, question));
        for (const { because, state, toward, treaty } of [...duties, ...notOwed]) {
          expect(because.length).toBeGreaterThan(1);
          expect(state).not.toBe(toward);
          expect(treaties.find(({ id }) => id === treaty)?.parties.some((party) => party.state === state)).toBe(true);
        }
        for (const { reason, reasons } of notOwed) expect(reasons[0]).toBe(reason);
      }),
    );
  });

  it('a cascade ends, nobody joins twice, and refusing never makes the war larger for the refuser', () => {
    fc.assert(
      fc.property(treatiesArb, questionArb, stateArb, (treaties, question, refuser) => {
        const law = createLaw(treaties, world);
        const verdict = law.trigger(eventOf(world, question));
        const letter = law.cascade(verdict, { mode: 'letter' });
        expect(new Set(letter.belligerents).size).toBe(letter.belligerents.length);
        expect(letter.steps.length).toBe(letter.belligerents.length - 2);
        const broken = letter.broken.map(({ state, action, toward, treaty, article }) => [state, action, toward, treaty, article].join(' '));
        expect(new Set(broken).size).toBe(broken.length);
        const duties = letter.duties.map(({ state, toward, treaty, obligation, against }) => [state, toward, treaty, obligation, ...against].join(' '));
        expect(new Set(duties).size).toBe(duties.length);
        const chosen = law.cascade(verdict, { mode: 'chosen', refuses: [refuser] });
        if (!question.attackers.includes(refuser) && question.target !== refuser) expect(chosen.belligerents).not.toContain(refuser);
      }),
    );
  });
});

describe('the matrix', () => {
  it('says for every ordered pair what a trigger says', () => {
    fc.assert(
      fc.property(treatiesArb, (treaties) => {
        const law = createLaw(treaties, world);
        const matrix = law.matrix('1910-01-01');
        matrix.states.forEach((attacker, a) => {
          matrix.states.forEach((target, t) => {
            if (a === t) return;
            const one = law
              .trigger(eventOf(world, { attackers: [attacker], target }))
              .duties.map(({ state, action, toward, treaty, article }) => [state, action, toward, treaty, article].join(' '));
            const all = matrix
              .duties(a, t)
              .flatMap(({ states, action, toward, treaty, article }) => states.map((state) => [state, action, toward, treaty, article].join(' ')));
            expect(all.toSorted()).toEqual(one.toSorted());
          });
        });
      }),
      { numRuns: 100 },
    );
  });
});
