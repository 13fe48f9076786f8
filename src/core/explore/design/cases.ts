import { prepareCase, type PreparedCase } from '../../assess/case-game.ts';
import { capabilitiesOn, type Capabilities } from '../../assess/capability.ts';
import { caseOfEvent, type Bond, type CrisisCase, type JoinerCase } from '../../assess/crisis-case.ts';
import { isConditional, pricedClause, termsOf, type PromiseTerms } from '../../assess/promise.ts';
import { prepareResponse, type ResponseFor } from '../../assess/response-values.ts';
import { createRegime } from '../../law/regime.ts';
import { trigger } from '../../law/trigger.ts';
import type { Duty } from '../../law/types.ts';
import { compareText } from '../../text/compare.ts';
import { inForceOn, treatyAt } from '../../treaty/resolve.ts';
import type { Treaty } from '../../treaty/schema.ts';
import { SPOKES } from './obligation-variables.ts';
import type { AskedEvent, DesignSetting } from './setting.ts';

/** A contingency under one way to write the treaty, before any parameter. Those alike are the same object. */
export interface DesignCase {
  readonly place: number;
  readonly prepared: PreparedCase;
  readonly responseFor: ResponseFor;
}

/** How defense spending differs from what it is: by state, as a factor; those not named spend as they do. */
export type SpendingFactors = ReadonlyMap<string, number>;

/** What is owed in a contingency: under the treaty, and under the others where it stands beside them. */
interface Owed {
  readonly own: readonly Duty[];
  readonly beside: readonly Duty[];
}

/**
 * Asks the law each contingency under a treaty, and looks up each distinct answer once. What moves is structure: who owes what to whom, by what
 * rule, with what forces. Coefficients of clauses that states chose for themselves (conditions, bases, institutions, two parties or many) stay as
 * the given text has them: inserting a clause does not make a state one of those that chose it.
 */
export function createCases(setting: DesignSetting): (treaty: Treaty, factors: SpendingFactors) => readonly DesignCase[] {
  const { subject, date, given, others, asked } = setting;
  const { facts, world } = subject;
  const hold = heldTerms(given);
  const owed = new Map<string, readonly Owed[]>();
  const ofOthers = new Map<string, readonly (readonly Duty[])[]>();
  const frames = new Map<string, PreparedCase | undefined>();
  const cases = new Map<string, DesignCase | undefined>();
  const responses = new Map<string, ResponseFor>();
  const powers = new Map<string, Capabilities>();
  const parties = new Map<string, readonly string[]>();

  const partiesOfOther = (id: string): readonly string[] =>
    lookup(parties, id, () => {
      const other = others.find((one) => one.id === id);
      return other !== undefined && inForceOn(other, date) ? partiesOf(treatyAt(other, date)) : [];
    });
  const besideOf = (treaty: Treaty): readonly (readonly Duty[])[] =>
    // Who is allied with whom may bind others too, by their own treaties.
    lookup(ofOthers, outsideKey(treaty), () => {
      const regime = createRegime(setting.lawOfOthers.treaties, world, date, [treaty]);
      return asked.map(({ event }) => trigger(event, regime, world, { dutiesOnly: true }).duties);
    });
  const owedUnder = (treaty: Treaty): readonly Owed[] => {
    const law = JSON.stringify([treaty.obligations, treaty.reservations, treaty.suspensions]);
    return lookup(owed, `${outsideKey(treaty)} ${law}`, () => {
      const regime = createRegime([treaty], world, date, law.includes('allied_with') ? others : []);
      const beside = besideOf(treaty);
      return asked.map(({ event }, c) => ({ own: trigger(event, regime, world, { dutiesOnly: true }).duties, beside: beside[c] ?? [] }));
    });
  };
  const capabilitiesWith = (factors: SpendingFactors, key: string): Capabilities =>
    factors.size === 0 ? setting.capabilities : lookup(powers, key, () => withSpending(setting, factors));

  /** The case as the crisis model builds it. */
  const built = ({ contingency, event, without }: AskedEvent, { own, beside }: Owed, treaty: Treaty, capabilities: Capabilities): CrisisCase | undefined => {
    const found = caseOfEvent({
      facts,
      world,
      members: setting.states,
      capabilities,
      situation: contingency,
      event,
      duties: { with: [...beside, ...own], without },
      treaties: [...others, treaty],
      others,
      absent: [],
    });
    return 'notAsked' in found ? undefined : { ...found, joiners: found.joiners.map((joiner) => hold(joiner, own)) };
  };

  return (treaty, factors) => {
    const everywhere = owedUnder(treaty);
    const members = partiesOf(treaty);
    const outside = outsideKey(treaty);
    const spent = keyOf(factors);
    const gone = given.institutions?.bases === true && treaty.institutions?.bases !== true;
    const consulting = new Set(treaty.obligations.flatMap(({ id, response }) => (response?.consult_first === true ? [id] : [])));
    const rule = `${treaty.decisions?.rule ?? ''} ${treaty.decisions?.silence_procedure === true} ${members.join()} ${gone}`;
    return asked.flatMap((one, place): DesignCase | readonly [] => {
      const duties = everywhere[place] ?? { own: [], beside: [] };
      const promised = duties.own.map(
        (duty) => `${duty.state}:${duty.action}:${duty.toward}:${duty.obligation}:${duty.automaticity}:${consulting.has(duty.obligation)}`,
      );
      const found = lookup(cases, [place, outside, spent, rule, ...promised].join(' '), (): DesignCase | undefined => {
        const capabilities = capabilitiesWith(factors, spent);
        const whole = (): PreparedCase | undefined => {
          const fresh = built(one, duties, treaty, capabilities);
          return fresh === undefined ? undefined : prepareCase(fresh, new Set([given.id]));
        };
        const frame = lookup(frames, `${place} ${outside} ${spent}`, () => {
          const unspent = spent === '' ? undefined : frames.get(`${place} ${outside} `);
          return unspent === undefined ? whole() : prepareCase(withPower(unspent.built, capabilities), new Set([given.id]));
        });
        if (frame === undefined) return undefined;
        const prepared = isPlain(one, duties, frame) ? rebound(frame, duties, treaty, hold) : (whole() ?? frame);
        const standing = gone ? withoutForces(prepared, given.id) : prepared;
        const areAllied = (id: string, a: string, b: string): boolean => {
          const both = id === given.id ? members : partiesOfOther(id);
          return both.includes(a) && both.includes(b);
        };
        const responseFor = lookup(responses, `${place} ${rule} ${standing.built.joiners.map(({ state }) => state).join()}`, () =>
          prepareResponse(facts, standing.built, treaty, members.length, areAllied),
        );
        return { place, prepared: standing, responseFor };
      });
      return found ?? [];
    });
  };
}

/** A value kept by a key, made where it is not there yet. */
export function lookup<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  const known = kept.get(key);
  if (known !== undefined || kept.has(key)) return known ?? make();
  const made = make();
  kept.set(key, made);
  return made;
}

const keyOf = (factors: SpendingFactors): string => [...factors].map(([state, factor]) => `${state}=${factor}`).join();

const partiesOf = ({ parties }: Treaty): readonly string[] => [...new Set(parties.map(({ state }) => state))];

/** What of a text other treaties may refer to. */
const outsideKey = (treaty: Treaty): string => `${treaty.form ?? ''} ${JSON.stringify(treaty.parties)}`;

const fights = ({ action }: Duty): boolean => action === 'defend' || action === 'join-offense' || action === 'assist';
const restrains = ({ action }: Duty): boolean => action === 'stay-neutral' || action === 'not-attack';

/** Whether all that is promised is help for the target, by states of the frame: then what is owed can be exchanged in it. */
function isPlain({ contingency: { challenger, target } }: AskedEvent, { own, beside }: Owed, { allies, supporters }: PreparedCase): boolean {
  const known = new Set(allies.map(({ joiner }) => joiner.state));
  return (
    supporters.length === 0 &&
    [...beside, ...own].every((duty) => !fights(duty) || (duty.toward === target && (known.has(duty.state) || duty.state === challenger))) &&
    own.every((duty) => !fights(duty) || known.has(duty.state))
  );
}

/** The frame with what is owed under another text. */
function rebound(frame: PreparedCase, { own, beside }: Owed, treaty: Treaty, hold: ReturnType<typeof heldTerms>): PreparedCase {
  const { challenger } = frame.built.contingency;
  const parties = partiesOf(treaty).length;
  return {
    ...frame,
    allies: frame.allies.map((ally) => {
      const { joiner } = ally;
      const ofOthers = joiner.with.promises.filter((terms) => terms.treaty !== treaty.id);
      const fromText = own.flatMap((duty) => (duty.state === joiner.state && fights(duty) ? [termsOf(duty, treaty, parties)] : []));
      const restrained = [...beside, ...own].some((duty) => duty.state === joiner.state && duty.toward === challenger && restrains(duty));
      const bond: Bond = { promises: [...ofOthers, ...fromText], restrained };
      const next = hold({ ...joiner, with: bond }, own);
      return {
        ...ally,
        joiner: next,
        clauses: { ...ally.clauses, with: next.with.promises.map(pricedClause).sort((a, b) => compareText(a.treaty, b.treaty)) },
        delayed: { ...ally.delayed, with: next.with.promises.some(({ consultFirst }) => consultFirst) },
      };
    }),
  };
}

/** Coefficients that stay as the given text has them, whatever is written. */
function heldTerms(given: Treaty): (joiner: JoinerCase, own: readonly Duty[]) => JoinerCase {
  const { institutions = {} } = given;
  const clauses = new Map(given.obligations.map((clause) => [clause.id, clause]));
  const ofTreaty = {
    bilateral: partiesOf(given).length === 2,
    bases: institutions.bases === true,
    institutions: institutions.integrated_command === true || institutions.permanent_staff === true || institutions.secretariat === true,
  };
  return (joiner, own) => {
    const held = (terms: PromiseTerms): PromiseTerms => {
      if (terms.treaty !== given.id) return terms;
      const duty = own.find(({ state, article, action }) => state === joiner.state && article === terms.article && action === terms.action);
      const clause = clauses.get(duty?.obligation.replace(SPOKES, '') ?? '');
      return {
        ...terms,
        ...ofTreaty,
        conditional: clause !== undefined && isConditional(clause),
        secret: given.secrecy === 'secret' || clause?.secret === true,
      };
    };
    return { ...joiner, with: { ...joiner.with, promises: joiner.with.promises.map(held) } };
  };
}

/** Forces that stand on an ally's land under the treaty go home where it gives no bases any more. */
function withoutForces(prepared: PreparedCase, treaty: string): PreparedCase {
  const home = (allies: PreparedCase['allies']): PreparedCase['allies'] =>
    allies.map((ally) =>
      ally.joiner.presence?.treaty === treaty
        ? { ...ally, joiner: { ...ally.joiner, presence: undefined }, tripwireStays: { with: false, without: false } }
        : ally,
    );
  return { ...prepared, allies: home(prepared.allies), supporters: home(prepared.supporters) };
}

/** The case with other shares of power. */
function withPower(built: CrisisCase, { shares }: Capabilities): CrisisCase {
  const share = <S extends { readonly state: string; readonly share: number }>(one: S): S => ({ ...one, share: shares.get(one.state) ?? one.share });
  return { ...built, challenger: share(built.challenger), fellows: built.fellows.map(share), target: share(built.target), joiners: built.joiners.map(share) };
}

/** Shares of power where some spend more or less on defense; known only where the shares come from the catalog's figures of the day. */
function withSpending({ subject: { facts }, date, capabilities }: DesignSetting, factors: SpendingFactors): Capabilities {
  const indicators = facts.indicators.map((row) => {
    const factor = row.indicator === 'defense' ? factors.get(row.state) : undefined;
    return factor === undefined ? row : { ...row, value: row.value * factor };
  });
  const moved = capabilitiesOn({ ...facts, indicators }, date);
  return moved === undefined || moved.method !== capabilities.method ? capabilities : moved;
}
