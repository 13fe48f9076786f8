/** One thing measured: run as it is, or a sample standing for `times` as much of the same. */
export type Case = (() => void | Promise<void>) | { readonly body: () => void | Promise<void>; readonly times: number };

/** What a `*.bench.ts` file exports as `suite`. The first case is the baseline the others are held against. */
export interface Suite {
  readonly title: string;
  readonly cases: Readonly<Record<string, Case>>;
  /** Ends what the cases started. */
  readonly close?: () => Promise<void>;
}
