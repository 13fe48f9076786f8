import { useEffect, useRef } from 'react';
import type { Diagnostic, Fix } from '../../core/diagnostics.ts';
import type { CodeEditor } from './code-editor.ts';
import { createCodeEditor } from './code-editor.ts';
import type { CompletionSource } from '@codemirror/autocomplete';

interface Props {
  readonly text: string;
  readonly found: readonly Diagnostic[];
  readonly complete: CompletionSource;
  /** Told of the editor once it stands, and of nothing once it is gone. */
  readonly onEditor: (editor: CodeEditor | null) => void;
  readonly onChange: (text: string, canUndo: boolean, canRedo: boolean) => void;
  readonly onFix: (found: Diagnostic, fix: Fix) => void;
}

/** The text of a draft, with its findings where they stand. */
export function Code({ text, found, complete, onEditor, onChange, onFix }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor | null>(null);
  const latest = useRef({ onChange, onFix, onEditor });
  latest.current = { onChange, onFix, onEditor };
  useEffect(() => {
    if (host.current === null) return;
    const made = createCodeEditor(host.current, text, complete, (changed) => latest.current.onChange(changed.text, changed.canUndo, changed.canRedo));
    editor.current = made;
    latest.current.onEditor(made);
    return () => {
      made.destroy();
      editor.current = null;
      latest.current.onEditor(null);
    };
    // The editor is made once; the text it begins with and what completes it belong to the draft.
  }, []);
  useEffect(() => editor.current?.mark(found, (one, fix) => latest.current.onFix(one, fix)), [found]);
  useEffect(() => editor.current?.replace(text), [text]);
  return <div className="code" ref={host} />;
}
