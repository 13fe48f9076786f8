import { contingenciesOn, type Contingency } from '../facts/contingencies.ts';
import type { Facts } from '../facts/facts.ts';
import type { Parameters } from '../facts/parameters.ts';
import { createLaw } from '../law/law.ts';
import type { World } from '../states/world.ts';
import { inForceOn, treatyAt } from '../treaty/resolve.ts';
import type { Treaty } from '../treaty/schema.ts';
import type { Losses } from './balance.ts';
import { capabilitiesOn, type Capabilities } from './capability.ts';
import { prepareCase, type PreparedCase } from './case-game.ts';
import { crisisCase } from './crisis-case.ts';
import { textsOf, type Form } from './forms.ts';
import { centralValues } from './parameter-values.ts';
import { prepareResponse, type ResponseFor } from './response-values.ts';
import { solveCase, type SolvedWorlds } from './solve-case.ts';

export interface AssessOptions {
  readonly date: string;
  readonly draws: number;
  readonly seed: number;
  /** Ids of the contingencies to look at; every one on the date that challenges a member when left out. */
  readonly contingencies?: readonly string[];
  /** Shares of power from elsewhere, better than the catalog's. */
  readonly capabilities?: Capabilities;
  /** Parameters set by hand. */
  readonly set?: Readonly<Record<string, number>>;
  /** Whether to move every assumption to the ends of its range. */
  readonly influence?: boolean;
  /** A member left out of the treaty. */
  readonly gone?: string;
  /** How the partners are bound; as the text has it when left out. */
  readonly form?: Form;
}

/** The treaty without one of its members. */
export function withoutMember(treaty: Treaty, gone: string | undefined): Treaty {
  if (gone === undefined) return treaty;
  return { ...treaty, parties: treaty.parties.filter(({ state }) => state !== gone) };
}

export interface Asked {
  readonly prepared: PreparedCase;
  readonly contingency: Contingency;
  readonly responseFor: ResponseFor;
}

/** What is assessed: the treaties there are, and the one that is put on trial. */
export interface Subject {
  readonly facts: Facts;
  /** Made with shapes, where contingencies name points. */
  readonly world: World;
  readonly treaties: readonly Treaty[];
  readonly treaty: Treaty;
}

/** An assessment asked, before its draws: what every draw needs, looked up once. */
export interface PreparedAssessment {
  readonly subject: Subject;
  readonly options: AssessOptions;
  readonly inForce: boolean;
  readonly members: readonly string[];
  readonly capabilities: Capabilities;
  readonly parameters: Parameters;
  readonly asked: readonly Asked[];
  readonly notAsked: readonly { readonly id: string; readonly reason: string }[];
  /** The text, or the first of the texts, as it is assessed. */
  readonly text: Treaty;
  readonly solved: readonly SolvedWorlds[];
}

/**
 * Asks the law every contingency that challenges a member, with the treaty and without it, and solves each at the central values.
 * @throws {RangeError} where the catalog knows nobody's power on the date, or the hub of a form is no member
 */
export function prepareAssessment(subject: Subject, options: AssessOptions): PreparedAssessment {
  const { facts, world, treaties, treaty: given } = subject;
  const { date, set = {}, gone, form = { kind: 'pact' } } = options;
  const capabilities = options.capabilities ?? capabilitiesOn(facts, date);
  if (capabilities === undefined) {
    throw new RangeError(
      `the catalog knows nobody's power in ${date.slice(0, 4)}: it has figures since 2022 and estimates near ${[...new Set(facts.snapshots.map(({ year }) => year))].join(', ')}; with National Material Capabilities in the store every year since 1816 can be assessed`,
    );
  }
  const parameters = facts.parameters.find(({ id }) => id === 'crisis');
  if (parameters === undefined) throw new RangeError('the catalog lacks the parameters of the crisis game');
  const treaty = withoutMember(given, gone);
  const inForce = inForceOn(given, date);
  const others = treaties.filter(({ id }) => id !== given.id);
  const texts = textsOf(treaty, form, date);
  const membersOf = (one: Treaty): readonly string[] => [...new Set(treatyAt(one, date).parties.map(({ state }) => state))];
  const members = membersOf(treaty).filter((state) => world.existsOn(state, date));
  const wanted = contingenciesOn(facts.contingencies, date).filter(({ id, target }) =>
    options.contingencies === undefined ? members.includes(target) : options.contingencies.includes(id),
  );
  const partiesOf = new Map(others.map((one) => [one.id, new Set(inForceOn(one, date) ? membersOf(one) : [])]));
  partiesOf.set(given.id, new Set(members));
  const areAllied = (id: string, a: string, b: string): boolean => partiesOf.get(id)?.has(a) === true && partiesOf.get(id)?.has(b) === true;
  const assessedIds = new Set([given.id, ...texts.map(({ id }) => id)]);
  const laws = { with: createLaw([...others, ...texts], world), without: createLaw(others, world) };
  const asked: Asked[] = [];
  const notAsked: { id: string; reason: string }[] = [];
  for (const contingency of wanted) {
    const built = crisisCase(contingency, { facts, world, others, texts, laws, members, capabilities, date, ...(gone !== undefined && { gone }) });
    if ('notAsked' in built) {
      notAsked.push({ id: contingency.id, reason: built.notAsked });
      continue;
    }
    const body = texts.length === 1 ? members.length : 2;
    asked.push({
      prepared: prepareCase(built, assessedIds),
      contingency,
      responseFor: prepareResponse(facts, built, texts[0] ?? treaty, body, areAllied),
    });
  }
  const central = centralValues(parameters, set);
  const solved = asked.map(({ prepared, contingency, responseFor }) =>
    solveCase(prepared, central, responseFor(central), contingency.frequency.per_year.value, inForce),
  );
  return { subject, options, inForce, members, capabilities, parameters, asked, notAsked, solved, text: texts[0] ?? treaty };
}

/** The central losses of a contingency. */
export function centralLosses({ loss }: Contingency): Losses {
  return { target: loss.target_gdp.value, ally: loss.ally_gdp?.value ?? 0 };
}
