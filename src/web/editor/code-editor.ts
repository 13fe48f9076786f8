import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, type CompletionSource } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, redo, redoDepth, undo, undoDepth } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap, setDiagnostics, type Diagnostic as Mark } from '@codemirror/lint';
import { EditorState } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import type { Diagnostic, Edit, Fix, Range } from '../../core/diagnostics.ts';
import { highlight, theme } from './theme.ts';

export interface CodeEditor {
  readonly text: () => string;
  /** Another text in place of this one, as one step to undo. */
  readonly replace: (text: string) => void;
  readonly apply: (edits: readonly Edit[]) => void;
  readonly mark: (found: readonly Diagnostic[], onFix: (found: Diagnostic, fix: Fix) => void) => void;
  /** Shows a range and stands there. */
  readonly goTo: (range: Range) => void;
  readonly undo: () => void;
  readonly redo: () => void;
  readonly destroy: () => void;
}

interface Changed {
  readonly text: string;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

const SEVERITY = { error: 'error', warning: 'warning', advice: 'info' } as const;

/** What can be done about a finding, the safe change first. */
export const waysOut = ({ fix, suggestions = [] }: Diagnostic): readonly Fix[] => [...(fix === undefined ? [] : [fix]), ...suggestions];

/**
 * An editor for treaty files. It stands in a shadow tree: its style sheets are adopted there, and the page's policy, which
 * allows no inline style, stays as it is.
 */
export function createCodeEditor(host: HTMLElement, text: string, complete: CompletionSource, onChange: (changed: Changed) => void): CodeEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        lintGutter(),
        highlightActiveLineGutter(),
        highlightActiveLine(),
        history({ newGroupDelay: 400 }),
        drawSelection(),
        indentOnInput(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [complete], icons: false }),
        yaml(),
        syntaxHighlighting(highlight),
        theme,
        EditorView.lineWrapping,
        EditorState.tabSize.of(2),
        EditorView.contentAttributes.of({ 'aria-label': 'Text of the treaty', tabindex: '0', spellcheck: 'false', autocapitalize: 'off' }),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
        EditorView.updateListener.of(({ docChanged, state }) => {
          if (docChanged) onChange({ text: state.doc.toString(), canUndo: undoDepth(state) > 0, canRedo: redoDepth(state) > 0 });
        }),
      ],
    }),
  });
  const apply = (edits: readonly Edit[]): void => {
    const first = Math.min(...edits.map(({ range }) => range.start));
    if (edits.length === 0) return;
    view.dispatch({
      changes: edits.map(({ range: { start, end }, text: insert }) => ({ from: start, to: end, insert })),
      effects: EditorView.scrollIntoView(first, { y: 'nearest', yMargin: 48 }),
      userEvent: 'input.fix',
    });
  };
  return {
    text: () => view.state.doc.toString(),
    replace: (next) => {
      const edit = difference(view.state.doc.toString(), next);
      if (edit !== null) apply([edit]);
    },
    apply,
    mark: (found, onFix) => {
      const end = view.state.doc.length;
      const marks = found.map((one): Mark => ({
        from: Math.min(one.range.start, end),
        to: Math.min(one.range.end, end),
        severity: SEVERITY[one.severity],
        message: one.message,
        source: one.rule,
        actions: waysOut(one).map((fix) => ({ name: fix.title, apply: () => onFix(one, fix) })),
      }));
      view.dispatch(setDiagnostics(view.state, marks));
    },
    goTo: ({ start, end }) => {
      const last = view.state.doc.length;
      view.dispatch({
        selection: { anchor: Math.min(start, last), head: Math.min(end, last) },
        effects: EditorView.scrollIntoView(Math.min(start, last), { y: 'center' }),
      });
      view.focus();
    },
    undo: () => void (undo(view), view.focus()),
    redo: () => void (redo(view), view.focus()),
    destroy: () => view.destroy(),
  };
}

/** The one edit that turns a text into another; null where they are the same. */
function difference(before: string, after: string): Edit | null {
  if (before === after) return null;
  let start = 0;
  while (start < before.length && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < before.length - start && same < after.length - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { range: { start, end: before.length - same }, text: after.slice(start, after.length - same) };
}
