import type { Diagnostic } from '../../core/diagnostics.ts';
import { lintSources, withoutPlace } from '../../core/lint/lint.ts';
import { createWorld } from '../../core/states/world.ts';
import { parseTreaty } from '../../core/treaty/parse.ts';
import { fetchCatalog } from '../data/engine.ts';

/** The linter with all treaties of the catalog beside a draft, off the page's thread: chains and conflicts take a moment. */

export interface Asked {
  readonly file: string;
  readonly text: string;
  /** The day on which treaties are held against each other. */
  readonly date: string;
}

export interface Held extends Asked {
  readonly found: readonly Diagnostic[];
}

let ground: ReturnType<typeof load> | undefined;
/** The newest question, where it is not yet answered. */
let next: Asked | undefined;

async function load() {
  const catalog = await fetchCatalog();
  return { treaties: catalog.treaties, world: createWorld(catalog) };
}

async function answer(): Promise<void> {
  const { treaties, world } = await (ground ??= load());
  const asked = next;
  next = undefined;
  if (asked === undefined) return;
  const { file, text, date } = asked;
  const result = parseTreaty(text, file);
  const own = result.ok ? result.parsed.treaty : undefined;
  // An older form of the draft is no treaty beside it.
  const others = treaties.filter(({ id, atop }) => id !== own?.id && (atop === undefined || atop !== own?.atop));
  const { diagnostics } = lintSources([{ file, text }], { world, date, beside: others.map(withoutPlace) });
  const held: Held = { ...asked, found: diagnostics };
  postMessage(held);
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const isWaited = next !== undefined;
  next = data;
  if (!isWaited) void answer();
});
