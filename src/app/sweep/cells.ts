import type { CellRegistry } from '../../jobs/cell.ts';

/** Where this registry is: what a `Task` names as its module. */
export const CELLS = import.meta.url;

/** Every cell function, loaded in the thread that runs it. How to write one: src/jobs/cell.ts. */
export const cells: CellRegistry = {
  assess: async () => (await import('./cells/assess.ts')).cell,
  model: async () => (await import('./cells/model.ts')).cell,
  decades: async () => (await import('./cells/decades.ts')).cell,
  'decades-world': async () => (await import('./cells/decades-world.ts')).cell,
  design: async () => (await import('./cells/design.ts')).cell,
  arithmetic: async () => (await import('./cells/arithmetic.ts')).cell,
  sleep: async () => (await import('./cells/sleep.ts')).cell,
};
