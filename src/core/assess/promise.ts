import type { Duty } from '../law/types.ts';
import type { Obligation, Treaty } from '../treaty/schema.ts';
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

/** One part of a price, for the derivation shown to the reader. */
export interface PricePart {
  readonly parameter: string;
  readonly value: number;
}

/** a of one promise, in logits, and what it is made of. Zero where nothing but consultation is owed. */
export function priceOf(terms: PromiseTerms, values: ParameterValues): { readonly price: number; readonly parts: readonly PricePart[] } {
  if (terms.action === 'consult' || terms.action === 'stay-neutral' || terms.action === 'not-attack') return { price: 0, parts: [] };
  const names = [
    'join.promise',
    ...(terms.bilateral ? ['join.bilateral'] : []),
    ...(terms.bases ? ['join.bases'] : []),
    ...(terms.conditional ? ['join.conditional'] : []),
    ...(terms.secret ? ['join.secret'] : []),
    ...(terms.institutions ? ['join.institutions'] : []),
  ];
  const parts: PricePart[] = names.map((parameter) => ({ parameter, value: values.get(parameter) }));
  let price = Math.max(
    0,
    parts.reduce((sum, { value }) => sum + value, 0),
  );
  if (terms.discretionary) {
    const left = clampShare(values.get('join.discretionary'));
    parts.push({ parameter: 'join.discretionary', value: -price * left });
    price *= 1 - left;
  }
  if (terms.action === 'assist') {
    const share = clampShare(values.get('join.assistance'));
    parts.push({ parameter: 'join.assistance', value: -price * (1 - share) });
    price *= share;
  }
  return { price, parts };
}

const clampShare = (value: number): number => Math.min(1, Math.max(0, value));

/** Promises do not add up: a = ā (1 − ∏(1 − a_k/ā)), each treaty once, by its dearest clause. */
export function jointPrice(prices: readonly { readonly treaty: string; readonly price: number }[], largest: number): number {
  const dearest = new Map<string, number>();
  for (const { treaty, price } of prices) dearest.set(treaty, Math.max(dearest.get(treaty) ?? 0, price));
  let left = 1;
  for (const price of dearest.values()) left *= 1 - Math.min(0.999, price / largest);
  return largest * (1 - left);
}
