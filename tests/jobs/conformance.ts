import { expect, it } from 'vitest';
import type { CellResult, Task } from '../../src/jobs/cell.ts';
import type { Chunk, Executor, Parts } from '../../src/jobs/executor.ts';

/** Parts in memory, which remember how often each was kept. */
function memory(): Parts & { readonly kept: ReadonlyMap<string, readonly CellResult[]>; readonly times: ReadonlyMap<string, number> } {
  const kept = new Map<string, readonly CellResult[]>();
  const times = new Map<string, number>();
  return {
    kept,
    times,
    has: (name) => kept.has(name),
    put: (name, results) => {
      kept.set(name, results);
      times.set(name, (times.get(name) ?? 0) + 1);
    },
  };
}

/** What the cells of `arithmetic` and `sleep` are handed. */
export const cellInput = (seed: number, parameters: Readonly<Record<string, number>> = {}) => ({ seed, parameters });

const chunksOf = (cells: number, size: number, input: (index: number) => ReturnType<typeof cellInput>): Chunk[] =>
  Array.from({ length: Math.ceil(cells / size) }, (_, chunk) => ({
    name: `chunk-${chunk}`,
    cells: Array.from({ length: Math.min(size, cells - chunk * size) }, (_, at) => ({ id: `cell-${chunk * size + at}`, input: input(chunk * size + at) })),
  }));

const valuesIn = ({ kept }: ReturnType<typeof memory>): CellResult[] => [...kept.values()].flat().sort((a, b) => (a.id < b.id ? -1 : 1));

/** What whoever runs chunks keeps to. @param module the registry of cell functions, as the executor's threads can load it */
export function keepsToTheInterface(executor: Executor, module: string): void {
  const task = (cell: string): Task => ({ module, cell, shared: null });

  it('keeps every chunk once, with the result of every cell in its place', async () => {
    const parts = memory();
    const chunks = chunksOf(23, 5, (seed) => cellInput(seed, { n: 3 }));
    const told: string[] = [];
    await executor.run({ task: task('arithmetic'), chunks, parts, onChunk: ({ name }) => void told.push(name) });
    expect(told.sort()).toEqual(chunks.map(({ name }) => name));
    expect([...parts.times.values()]).toEqual([1, 1, 1, 1, 1]);
    for (const { name, cells } of chunks) expect(parts.kept.get(name)?.map(({ id }) => id)).toEqual(cells.map(({ id }) => id));
  });

  it('finds the same however cells are put together', async () => {
    const found = await Promise.all(
      [1, 4, 12].map(async (size) => {
        const parts = memory();
        await executor.run({ task: task('arithmetic'), chunks: chunksOf(12, size, (seed) => cellInput(seed, { n: 5 })), parts });
        return valuesIn(parts);
      }),
    );
    expect(found[0]).toHaveLength(12);
    expect(found[1]).toEqual(found[0]);
    expect(found[2]).toEqual(found[0]);
  });

  it('a cell that fails says why, and the others go on', async () => {
    const parts = memory();
    await executor.run({ task: task('arithmetic'), chunks: chunksOf(6, 2, (seed) => cellInput(seed, { n: seed === 3 ? -1 : 1 })), parts });
    expect(valuesIn(parts).map((result) => ('error' in result ? result.error : 'value'))).toEqual([
      'value',
      'value',
      'value',
      'n is -1: it must be a whole number from 1',
      'value',
      'value',
    ]);
  });

  it('with nothing to do, does nothing', async () => {
    const parts = memory();
    await executor.run({ task: task('arithmetic'), chunks: [], parts });
    expect(parts.kept.size).toBe(0);
  });

  it('stops at the signal, and what is kept is whole', async () => {
    const parts = memory();
    const stop = new AbortController();
    const start = performance.now();
    await executor.run({
      task: task('sleep'),
      chunks: chunksOf(1000, 2, (seed) => cellInput(seed, { ms: 20 })),
      parts,
      signal: stop.signal,
      onChunk: () => void (parts.kept.size >= 2 && stop.abort()),
    });
    expect(performance.now() - start).toBeLessThan(5000);
    expect(parts.kept.size).toBeGreaterThanOrEqual(2);
    expect(parts.kept.size).toBeLessThan(100);
    for (const results of parts.kept.values()) expect(results).toHaveLength(2);
  });

  it('takes chunks as it can run them, not all at once', async () => {
    const stop = new AbortController();
    let taken = 0;
    let kept = 0;
    function* endless(): Generator<Chunk> {
      for (;;) yield { name: String((taken += 1)), cells: [{ id: String(taken), input: cellInput(taken) }] };
    }
    const onChunk = (): void => void ((kept += 1) === 20 && stop.abort());
    await executor.run({ task: task('arithmetic'), chunks: endless(), parts: memory(), signal: stop.signal, onChunk });
    expect(kept).toBeGreaterThanOrEqual(20);
    expect(taken).toBeLessThan(kept + 300);
  });

  it('a part that cannot be kept ends the job, with its error', async () => {
    const put = (): never => {
      throw new Error('the disk is full');
    };
    await expect(executor.run({ task: task('arithmetic'), chunks: chunksOf(9, 1, cellInput), parts: { has: () => false, put } })).rejects.toThrow(
      'the disk is full',
    );
  });

  it('a function that there is not ends the job', async () => {
    await expect(executor.run({ task: task('nothing'), chunks: chunksOf(2, 1, cellInput), parts: memory() })).rejects.toThrow(
      "there is no cell function 'nothing'",
    );
  });
}
