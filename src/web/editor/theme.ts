import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The page's tokens on the editor: ink on paper, faults alone in the color of faults. */
export const theme = EditorView.theme({
  '&': { fontSize: '0.875rem', backgroundColor: 'var(--surface)', color: 'var(--ink)', height: '100%' },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '2px' },
  '.cm-scroller': { fontFamily: 'var(--font-mono)', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '10px 0' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    background: 'color-mix(in srgb, var(--ink) 16%, transparent)',
  },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--ink-3)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 6px 0 8px', minWidth: '2.4em' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--ink) 4%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--ink)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'color-mix(in srgb, var(--ink) 14%, transparent)' },
  '.cm-gutter-lint': { width: '1.15em' },
  '.cm-gutter-lint .cm-gutterElement': { padding: '0 2px' },
  '.cm-lint-marker': { width: '0.7em', height: '0.7em', marginTop: '0.42em', content: '""' },
  '.cm-lint-marker-error': { content: '""', background: 'var(--fault)' },
  '.cm-lint-marker-warning': { content: '""', background: 'var(--ink-2)', borderRadius: '50%' },
  '.cm-lint-marker-info': { content: '""', border: '1.6px solid var(--ink-2)', borderRadius: '50%' },
  '.cm-lintRange': { paddingBottom: '1px' },
  '.cm-lintRange-error': { backgroundImage: 'none', borderBottom: '2px solid var(--fault)' },
  '.cm-lintRange-warning': { backgroundImage: 'none', borderBottom: '2px dotted var(--ink-2)' },
  '.cm-lintRange-info': { backgroundImage: 'none', borderBottom: '1px dotted var(--ink-3)' },
  '.cm-lintRange-active': { backgroundColor: 'color-mix(in srgb, var(--ink) 8%, transparent)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    border: '1px solid var(--line)',
    borderRadius: 'var(--radius-3)',
    boxShadow: 'var(--shadow-pop)',
    fontFamily: 'var(--font-sans)',
    fontSize: 'var(--text-sm)',
    maxWidth: '34rem',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--font-mono)', fontSize: '0.875rem', maxHeight: '16rem' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': { background: 'var(--sunken)', color: 'var(--ink)', boxShadow: 'inset 2px 0 0 var(--ink)' },
  '.cm-tooltip-autocomplete ul li': { padding: '3px 10px' },
  '.cm-completionDetail': { color: 'var(--ink-2)', fontFamily: 'var(--font-sans)', fontStyle: 'normal' },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-diagnostic': { padding: '8px 12px', borderLeft: 'none', fontFamily: 'var(--font-sans)', lineHeight: '1.4' },
  '.cm-diagnosticAction': {
    font: 'inherit',
    background: 'var(--surface)',
    color: 'var(--ink)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--radius-2)',
    padding: '3px 9px',
    margin: '8px 6px 0 0',
  },
  '.cm-diagnosticSource': { color: 'var(--ink-2)', fontSize: 'var(--text-xs)', opacity: '1' },
});

/** Weight and tone tell keys from values; hue is left to data. */
export const highlight = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: 'var(--ink)', fontWeight: '600' },
  { tag: [tags.string, tags.content, tags.literal, tags.attributeValue], color: 'var(--ink-2)' },
  { tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: 'var(--ink-3)' },
]);
