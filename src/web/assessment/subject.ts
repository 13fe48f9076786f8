import { useEffect, useMemo, useState } from 'react';
import { draftOf } from '../../core/treaty/draft-reference.ts';
import { parseTreaty } from '../../core/treaty/parse.ts';
import type { Treaty } from '../../core/treaty/schema.ts';
import type { Engine } from '../data/engine.ts';
import { readDraft } from '../editor/drafts.ts';
import { getDraft } from '../editor/workspace.ts';
import { datedLabel } from '../fight/cite.ts';

/** What is put on trial: a treaty of the catalog, or a draft. */
export type Subject =
  | { readonly kind: 'treaty'; readonly treaty: Treaty; readonly label: string; readonly draft: string | null }
  | { readonly kind: 'opening' }
  | { readonly kind: 'fault'; readonly message: string };

/** The text of a draft: of this browser where it is newer, else of the workspace; null where neither has it. */
function useDraftText(name: string | null): { readonly known: boolean; readonly text: string | null } {
  const [asked, setAsked] = useState<{ readonly name: string; readonly text: string | null } | null>(null);
  useEffect(() => {
    if (name === null) return;
    let alive = true;
    const tell = (text: string | null): void => void (alive && setAsked({ name, text }));
    getDraft(name).then(
      (found) => tell(found?.text ?? null),
      () => tell(null),
    );
    return () => {
      alive = false;
    };
  }, [name]);
  if (name === null) return { known: true, text: null };
  const local = readDraft(name);
  if (local !== null && !local.kept) return { known: true, text: local.text };
  const kept = asked?.name === name ? asked.text : null;
  return { known: local !== null || asked?.name === name, text: kept ?? local?.text ?? null };
}

/** The treaty that an address names: `nato`, or `draft:nordic-compact`. */
export function useSubject(id: string, engine: Engine): Subject {
  const draft = draftOf(id) ?? null;
  const { known, text } = useDraftText(draft);
  return useMemo((): Subject => {
    if (draft === null) {
      const treaty = engine.treaty(id);
      return treaty === undefined
        ? { kind: 'fault', message: `No treaty of the catalog is called '${id}'.` }
        : { kind: 'treaty', treaty, label: datedLabel(treaty, id), draft: null };
    }
    if (!known) return { kind: 'opening' };
    if (text === null) return { kind: 'fault', message: `Neither this browser nor the workspace holds a draft called '${draft}'.` };
    const result = parseTreaty(text, draft);
    if (result.ok) return { kind: 'treaty', treaty: result.parsed.treaty, label: `${result.parsed.treaty.short ?? result.parsed.treaty.name}, draft`, draft };
    return { kind: 'fault', message: `The draft '${draft}' is no treaty yet: ${result.diagnostics[0]?.message ?? 'something is amiss'}.` };
  }, [id, draft, known, text, engine]);
}
