import type { Duty } from '../law/types.ts';
import type { Treaty } from '../treaty/schema.ts';
import type { Obligation } from '../treaty/obligation-schema.ts';
import type { ParameterValues } from './parameter-values.ts';

/** What of a clause prices the promise it makes. */
export interface PromiseTerms {
  readonly treaty: string;
  readonly article: string;
  readonly action: Duty['action'];
  readonly bilateral: boolean;
  /** The text gives bases. */
  readonly bases: boolean;
  /** Hangs on the adversary, the place or a war under way. */
  readonly conditional: boolean;
  readonly secret: boolean;
  /** Staff, command or secretariat. */
  readonly institutions: boolean;
  /** Each judges what to do. */
  readonly discretionary: boolean;
  /** The parties consult first. */
  readonly consultFirst: boolean;
}

/** Whether a clause is conditional in the sense of ATOP: on adversary, location, ongoing conflict or number. */
export function isConditional({ trigger }: Obligation): boolean {
  if (trigger === undefined) return false;
  const against = trigger.against === undefined ? [] : [trigger.against].flat();
  const anyAdversary = against.every((one) => one === 'any' || one === 'states' || one === 'not-party');
  const { area } = trigger;
  const located = area !== undefined && [area, ...(area.parts ?? [])].some(({ include, exclude }) => include !== undefined || exclude !== undefined);
  return !anyAdversary || located || trigger.requires !== undefined || trigger.except !== undefined || (trigger.attackers_at_least ?? 1) > 1;
}

/** The terms of the clause a duty arises from. */
export function termsOf(duty: Duty, treaty: Treaty, parties: number): PromiseTerms {
  const clause = treaty.obligations.find(({ id }) => id === duty.obligation);
  const { institutions = {} } = treaty;
  return {
    treaty: duty.treaty,
    article: duty.article,
    action: duty.action,
    bilateral: parties === 2,
    bases: institutions.bases === true,
    conditional: clause !== undefined && isConditional(clause),
    secret: treaty.secrecy === 'secret' || clause?.secret === true,
    institutions: institutions.integrated_command === true || institutions.permanent_staff === true || institutions.secretariat === true,
    discretionary: duty.automaticity === 'discretionary',
    consultFirst: clause?.response?.consult_first === true,
  };
}

/** One part of a price or payoff, for the derivation shown to the reader. */
export interface PricePart {
  readonly parameter: string;
  readonly value: number;
}

const promisesForce = ({ action }: PromiseTerms): boolean => action === 'defend' || action === 'join-offense' || action === 'assist';

/** The fitted parameters that a clause adds up to. */
function parametersOf(terms: PromiseTerms): readonly string[] {
  if (!promisesForce(terms)) return [];
  return [
    'join.promise',
    ...(terms.bilateral ? ['join.bilateral'] : []),
    ...(terms.bases ? ['join.bases'] : []),
    ...(terms.conditional ? ['join.conditional'] : []),
    ...(terms.secret ? ['join.secret'] : []),
    ...(terms.institutions ? ['join.institutions'] : []),
  ];
}

/** A clause with what prices it, looked up once for many draws. */
export interface PricedClause {
  readonly treaty: string;
  readonly parameters: readonly string[];
  readonly discretionary: boolean;
  readonly assistance: boolean;
}

export function pricedClause(terms: PromiseTerms): PricedClause {
  return { treaty: terms.treaty, parameters: parametersOf(terms), discretionary: terms.discretionary, assistance: terms.action === 'assist' };
}

/** a of one promise, in logits: the sum of its parameters, less what discretion leaves off, and the share that aid short of fighting is. */
export function priceOf({ parameters, discretionary, assistance }: PricedClause, values: ParameterValues): number {
  let price = 0;
  for (const parameter of parameters) price += values.get(parameter);
  if (price <= 0) return 0;
  if (discretionary) price *= 1 - clampShare(values.get('join.discretionary'));
  if (assistance) price *= clampShare(values.get('join.assistance'));
  return price;
}

/** What the price of a clause is made of. */
export function pricePartsOf(clause: PricedClause, values: ParameterValues): readonly PricePart[] {
  const parts: PricePart[] = clause.parameters.map((parameter) => ({ parameter, value: values.get(parameter) }));
  const whole = priceOf({ ...clause, discretionary: false, assistance: false }, values);
  const left = priceOf({ ...clause, assistance: false }, values);
  if (clause.discretionary) parts.push({ parameter: 'join.discretionary', value: left - whole });
  if (clause.assistance) parts.push({ parameter: 'join.assistance', value: priceOf(clause, values) - left });
  return parts;
}

const clampShare = (value: number): number => Math.min(1, Math.max(0, value));

/** Promises do not add up: a = ā (1 − ∏(1 − a_k/ā)), each treaty once, by its dearest clause; the clauses come treaty by treaty. */
export function jointPrice(clauses: readonly PricedClause[], values: ParameterValues): number {
  const largest = values.get('join.largest-price');
  let left = 1;
  let dearest = 0;
  for (let i = 0; i < clauses.length; i++) {
    const clause = clauses[i];
    if (clause === undefined) continue;
    dearest = Math.max(dearest, priceOf(clause, values));
    if (clauses[i + 1]?.treaty === clause.treaty) continue;
    left *= 1 - Math.min(0.999, dearest / largest);
    dearest = 0;
  }
  return largest * (1 - left);
}
