import type { Engine } from '../data/engine.ts';

/** The states of a text, each once: ids set apart by commas or spaces, in whatever case. `unknown` is the first that is none. */
export function statesIn(text: string, { world }: Pick<Engine, 'world'>): { readonly ids: readonly string[]; readonly unknown: string | undefined } {
  const ids = [...new Set(text.toUpperCase().split(/[\s,]+/))].filter((one) => one !== '');
  return { ids, unknown: ids.find((one) => world.state(one) === undefined) };
}
