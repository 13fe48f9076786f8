import { parseTreaty } from '../../core/treaty/parse.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import type { Engine } from '../data/engine.ts';
import { readDraft } from '../editor/drafts.ts';
import { datedLabel } from '../fight/cite.ts';

/** What is put on trial: a treaty of the catalog, or a draft of this browser. */
export type Subject =
  | { readonly kind: 'treaty'; readonly treaty: Treaty; readonly label: string; readonly draft: string | null }
  | { readonly kind: 'fault'; readonly message: string };

/** The treaty that an address names: `nato`, or `draft:nordic-compact`. */
export function subjectOf(id: string, engine: Engine): Subject {
  const draft = /^draft:(.+)$/.exec(id)?.[1];
  if (draft === undefined) {
    const treaty = engine.treaty(id);
    return treaty === undefined
      ? { kind: 'fault', message: `No treaty of the catalog is called '${id}'.` }
      : { kind: 'treaty', treaty, label: datedLabel(treaty, id), draft: null };
  }
  const kept = readDraft(draft);
  if (kept === null) return { kind: 'fault', message: `This browser holds no draft called '${draft}'.` };
  const result = parseTreaty(kept.text, draft);
  if (result.ok) return { kind: 'treaty', treaty: result.parsed.treaty, label: `${result.parsed.treaty.short ?? result.parsed.treaty.name}, draft`, draft };
  return { kind: 'fault', message: `The draft '${draft}' is no treaty yet: ${result.diagnostics[0]?.message ?? 'something is amiss'}.` };
}
