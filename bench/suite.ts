/** What a `*.bench.ts` file exports as `suite`. The first case is the baseline the others are held against. */
export interface Suite {
  readonly title: string;
  readonly cases: Readonly<Record<string, () => void | Promise<void>>>;
}
