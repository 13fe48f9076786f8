import type { ChronicleLine } from './chronicle.ts';
import type { Fan } from './fans.ts';
import type { MemberYear } from './types.ts';

/** The story of one world. */
export interface Chronicle {
  readonly world: number;
  readonly wrong: number;
  readonly lines: readonly ChronicleLine[];
}

/** What a run came to. */
export interface DecadesAnswer {
  readonly from: number;
  readonly years: number;
  readonly worlds: number;
  /** Worlds asked for; more than there are where the run was stopped. */
  readonly asked: number;
  readonly seed: number;
  readonly scenarios: readonly string[];
  readonly injects: number;
  readonly states: number;
  readonly treaties: { readonly all: number; readonly pacts: number };
  readonly fans: readonly Fan[];
  /** Counts of years as sums since the start. */
  readonly sums: readonly Fan[];
  /** Stories of worlds, those in which most went wrong first. */
  readonly chronicles: readonly Chronicle[];
  /** Every world by how much went wrong. */
  readonly order: readonly { readonly world: number; readonly wrong: number }[];
  readonly audit: {
    readonly treatyYears: number;
    readonly memberYears: number;
    readonly joined: number;
    readonly left: number;
    readonly ended: number;
    readonly faults: readonly (MemberYear & { readonly world: number })[];
  };
  /** SHA-256 over the digests of worlds in order: the same however they were run. */
  readonly hash: string;
  readonly method: string;
  readonly simplified: readonly string[];
  readonly basis: readonly string[];
  readonly versions: Readonly<Record<string, string>>;
}
