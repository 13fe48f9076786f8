import { readDraft, writeDraft } from './drafts.ts';
import { getDraft, putDraft, type WorkspaceDraft } from './workspace.ts';

/** Where the text as it stands is kept. */
export type Keeping =
  /** Not typed in yet: as the catalog or a template has it. */
  | 'untouched'
  | 'saving'
  | 'workspace'
  /** In this browser alone: the workspace does not answer. */
  | 'browser'
  /** Nowhere but on this page. */
  | 'nowhere'
  /** The workspace has another text, saved elsewhere. */
  | 'conflict';

export interface DraftView {
  readonly text: string;
  /** Id of the treaty of the catalog it began from. */
  readonly base: string | null;
  readonly keeping: Keeping;
  /** When the workspace took it last. */
  readonly saved: string | null;
  readonly revision: string | null;
  /** Why the workspace did not take it. */
  readonly fault: string | null;
  /** The text that stands in the workspace instead. */
  readonly other: WorkspaceDraft | null;
}

/** Keeps a draft while it is typed: at once in this browser, a moment later in the workspace. */
export interface Keeper {
  readonly view: () => DraftView;
  readonly subscribe: (listener: () => void) => () => void;
  readonly type: (text: string) => void;
  /** Ends a conflict: the text of this page over that of the workspace, or the other way round. */
  readonly settle: (whose: 'mine' | 'theirs') => void;
  /** Saves what is not saved yet, now. */
  readonly close: () => void;
}

const PAUSE = 700;
const AGAIN = 5000;

/**
 * Opens a draft: as this browser or the workspace has it, else as it begins; null where there is neither.
 * A text of this browser that the workspace never took is saved now.
 */
export async function openKeeper(name: string, begins: { readonly text: string; readonly base: string | null } | null): Promise<Keeper | null> {
  const local = readDraft(name);
  let away: string | null = null;
  const kept = await getDraft(name).catch((cause: unknown) => {
    away = cause instanceof Error ? cause.message : String(cause);
    return null;
  });
  const base = local?.base ?? begins?.base ?? null;
  const untold = local !== null && !local.kept && local.text !== kept?.text;
  const text = untold ? local.text : (kept?.text ?? local?.text ?? begins?.text);
  if (text === undefined) {
    if (away !== null) throw new Error(`${away}. This browser holds no draft '${name}'.`);
    return null;
  }
  const clash = untold && kept !== null && local.revision !== kept.revision;
  const keeping: Keeping = clash ? 'conflict' : away !== null && local !== null ? 'browser' : kept !== null && !untold ? 'workspace' : 'untouched';
  const keeper = createKeeper(name, {
    text,
    base,
    keeping,
    saved: kept?.saved ?? null,
    revision: kept?.revision ?? (away === null ? null : (local?.revision ?? null)),
    fault: away,
    other: clash ? kept : null,
  });
  if (kept !== null && !untold) writeDraft(name, { text, base, at: kept.saved, revision: kept.revision, kept: true });
  if (local !== null && !clash && (untold || (kept === null && away === null)) && text === local.text) keeper.save();
  return keeper;
}

function createKeeper(name: string, start: DraftView): Keeper & { readonly save: () => void } {
  let view = start;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;
  const listeners = new Set<() => void>();
  const tell = (changes: Partial<DraftView>): void => {
    view = { ...view, ...changes };
    for (const listener of listeners) listener();
  };
  const write = (kept: boolean): boolean => writeDraft(name, { text: view.text, base: view.base, at: new Date().toISOString(), revision: view.revision, kept });

  const save = async (): Promise<void> => {
    clearTimeout(timer);
    if (busy || view.keeping === 'conflict') return;
    busy = true;
    const { text } = view;
    const answer = await putDraft(name, text, view.revision);
    busy = false;
    if (answer.kind === 'saved' || (answer.kind === 'changed' && answer.current?.text === text)) {
      const { revision, saved } = answer.kind === 'saved' ? answer : (answer.current ?? { revision: null, saved: null });
      const whole = view.text === text;
      tell({ revision, saved, fault: null, keeping: whole ? 'workspace' : 'saving' });
      write(whole);
      if (!whole) later(PAUSE);
    } else if (answer.kind === 'changed' && answer.current !== null) tell({ keeping: 'conflict', other: answer.current });
    else {
      // Taken away elsewhere: it is saved anew.
      if (answer.kind === 'changed') tell({ revision: null });
      tell({ keeping: write(false) ? 'browser' : 'nowhere', fault: answer.kind === 'away' ? answer.reason : null });
      later(answer.kind === 'away' ? AGAIN : PAUSE);
    }
  };
  const later = (delay: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(), delay);
  };

  return {
    view: () => view,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    type: (text) => {
      if (text === view.text) return;
      tell({ text });
      const held = write(false);
      if (view.keeping === 'conflict') return;
      tell({ keeping: view.keeping === 'browser' && held ? 'browser' : held ? 'saving' : 'nowhere' });
      later(PAUSE);
    },
    settle: (whose) => {
      const { other } = view;
      if (other === null) return;
      tell({ revision: other.revision, saved: other.saved, other: null, keeping: 'saving', ...(whose === 'theirs' && { text: other.text }) });
      void save();
    },
    close: () => {
      if (view.keeping === 'saving' || view.keeping === 'browser' || view.keeping === 'nowhere') void save();
    },
    save: () => {
      tell({ keeping: 'saving' });
      void save();
    },
  };
}
