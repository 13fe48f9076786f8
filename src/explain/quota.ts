import type { Assessment } from '../core/assess/assessment.ts';
import { leastPassing, type Bargain } from '../core/assess/bargain.ts';
import type { Gate } from '../core/facts/institutions.ts';
import { allRatify } from '../core/models/ratification/all-members.ts';
import { ratification } from '../core/models/ratification/state.ts';

/** A gate whose quota is moved: whose, which, and to what share. */
export interface QuotaMove {
  readonly state: string;
  readonly gate: string;
  readonly share: string;
}

/** Quotas a gate can be set to, from the easiest. */
export const SHARES = ['1/2+', '3/5', '2/3', '3/4', '4/5', '9/10', '19/20', 'all'] as const;

const SHARE_WORDS: Readonly<Record<string, string>> = {
  '1/2': 'one half',
  '1/2+': 'more than one half',
  '3/5': 'three fifths',
  '2/3': 'two thirds',
  '2/3+': 'more than two thirds',
  '3/4': 'three quarters',
  '4/5': 'four fifths',
  '9/10': 'nine tenths',
  '19/20': 'nineteen twentieths',
  all: 'all',
};

export const shareWords = (share: string): string => SHARE_WORDS[share] ?? share;

const OF_WORDS = { members: 'of its members', present: 'of those present', 'votes-cast': 'of the votes cast' } as const;

/** "two thirds of those present". */
export const quotaWords = ({ quota }: Pick<Gate, 'quota'>): string => (quota === undefined ? 'no quota' : `${shareWords(quota.share)} ${OF_WORDS[quota.of]}`);

/** Gates whose quota can be moved: chambers and referendums that say yes, not those that must object. */
export const movable = (gates: readonly Gate[]): readonly Gate[] => gates.filter(({ quota, negative }) => quota !== undefined && negative !== true);

function withShare(gates: readonly Gate[], gate: string, share: string): readonly Gate[] {
  return gates.map((one) => (one.id === gate && one.quota !== undefined ? { ...one, quota: { ...one.quota, share } } : one));
}

/** The bargain with one gate's quota moved. */
export function moved(bargain: Bargain, quota: QuotaMove | null): Bargain {
  if (quota === null) return bargain;
  return {
    ...bargain,
    members: bargain.members.map((member) => {
      if (member.state !== quota.state) return member;
      const gates = withShare(member.gates, quota.gate, quota.share);
      return { ...member, gates, least: leastPassing(gates) };
    }),
  };
}

/** Each member's chance of ratifying the text, by the gates of the bargain. */
export function chancesOf(bargain: Bargain, whole: Assessment, quota: QuotaMove | null): ReadonlyMap<string, number> {
  return new Map(
    bargain.members.flatMap(({ state, gates }): [string, number][] => {
      const row = whole.balance.find((one) => one.state === state);
      if (row === undefined) return [];
      const known = quota?.state === state ? undefined : row.ratification?.p;
      return [[state, known ?? ratification({ gates, value: row.net.value }, { method: 'normal' }).p]];
    }),
  );
}

/** Chance that all ratify, their shocks correlated; undefined where the gates of one are not known. */
export function allOf(bargain: Bargain, whole: Assessment, quota: QuotaMove | null): number | undefined {
  if (quota === null) return whole.allRatify;
  if (bargain.missing.length > 0) return undefined;
  const asked = bargain.members.map(({ state, gates }) => ({ gates, value: whole.balance.find((one) => one.state === state)?.net.value ?? 0 }));
  return allRatify(asked, { method: 'normal' }).all;
}
