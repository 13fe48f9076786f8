/**
 * A cell is the smallest piece of work of a job: a pure function of plain data, so that it may be run anywhere, in any order, and twice.
 *
 * To add one, write a module whose `open` prepares what all cells of a job share, and name it in a registry (src/app/sweep/cells.ts):
 *
 *     // src/app/sweep/cells/decades-world.ts
 *     export const cell = defineCell({
 *       open: (shared: Scenario) => {
 *         const world = prepare(shared);            // once in every thread
 *         return ({ seed }: { readonly seed: number }) => simulate(world, createRng(seed, 'world')); // once a cell
 *       },
 *     });
 *
 * `shared`, the input and the value cross threads and processes: plain objects, lists, numbers, texts (typed arrays only where results
 * stay in memory; parts on disk are JSON, which has no NaN and no Infinity). No clock, no ambient randomness: seeds are input.
 */
export interface CellFunction<S = never, I = never, V = unknown> {
  /** Prepares what all cells share; called once in every thread. */
  readonly open: (shared: S) => ((input: I) => V | Promise<V>) | Promise<(input: I) => V | Promise<V>>;
}

export const defineCell = <S, I, V>(cell: CellFunction<S, I, V>): CellFunction<S, I, V> => cell;

/** Cell functions by name, each loaded when it is first run. */
export type CellRegistry = Readonly<Record<string, () => Promise<CellFunction>>>;

/** What all cells of a job have in common. */
export interface Task {
  /** URL of the module that exports the registry as `cells`; for threads a compiled one. */
  readonly module: string;
  /** The function's name in the registry. */
  readonly cell: string;
  /** What `open` is handed. */
  readonly shared: unknown;
}

export interface Cell {
  /** Unlike that of any other cell of the job. */
  readonly id: string;
  readonly input: unknown;
}

/** What a cell found, or in a line why it found nothing. */
export type CellResult<V = unknown> = { readonly id: string; readonly value: V } | { readonly id: string; readonly error: string };
