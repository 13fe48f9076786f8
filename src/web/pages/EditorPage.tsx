import { Link, useBlocker, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Diagnostic, Fix } from '../../core/diagnostics.ts';
import { lintSources } from '../../core/lint/lint.ts';
import { documentOf } from '../../core/treaty/document.ts';
import { formatTreaty } from '../../core/treaty/format.ts';
import { parseTreaty, type ParsedTreaty } from '../../core/treaty/parse.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { useFacts } from '../data/useFacts.ts';
import { Changes } from '../editor/Changes.tsx';
import { Code } from '../editor/Code.tsx';
import type { CodeEditor } from '../editor/code-editor.ts';
import { waysOut } from '../editor/code-editor.ts';
import { completeTreaty } from '../editor/complete.ts';
import { Keeping } from '../editor/Keeping.tsx';
import type { Keeper } from '../editor/keeper.ts';
import { Knobs } from '../editor/Knobs.tsx';
import { Live } from '../editor/Live.tsx';
import { Problems } from '../editor/Problems.tsx';
import { Revisions } from '../editor/Revisions.tsx';
import { beginningOf } from '../editor/templates.ts';
import { useDraft, useDraftView } from '../editor/useDraft.ts';
import { usePortfolio } from '../editor/usePortfolio.ts';
import { Tabs } from '../panels/Tabs.tsx';
import { useCopied } from '../panels/useCopied.ts';
import { download } from '../shell/download.ts';
import '../styles/assessment.css';
import '../styles/chart.css';
import '../styles/editor.css';
import { BlockView } from './BlockView.tsx';

const VIEWS = ['assessment', 'words', 'changes'] as const;
type View = (typeof VIEWS)[number];

const TODAY = new Date().toISOString().slice(0, 10);
const FILE = 'draft.yaml';

/** A draft to write, with what the linter finds at its lines, what it says in words, and what it would change. */
export function EditorPage() {
  const { id } = useParams({ from: '/edit/$id' });
  return <Opening key={id} id={id} />;
}

function Opening({ id }: { readonly id: string }) {
  const { engine } = useLoaded();
  const begins = useMemo(() => beginningOf(id, engine), [id, engine]);
  const opened = useDraft(id, begins);
  useEffect(() => {
    document.title = `Draft ${id}. Foedus`;
  }, [id]);
  if (opened.kind === 'open') return <Desk name={id} keeper={opened.keeper} />;
  return (
    <main id="main" className="message">
      {opened.kind === 'opening' ? (
        <p role="status">Opening the draft…</p>
      ) : (
        <>
          <h1>{opened.kind === 'none' ? `There is no draft called ${id}` : 'The draft could not be opened'}</h1>
          {opened.kind === 'fault' ? <p role="alert">{opened.message}</p> : null}
          <p>
            See{' '}
            <Link to="/edit" search={{}}>
              the drafts there are
            </Link>
            , or begin one.
          </p>
        </>
      )}
    </main>
  );
}

interface DeskProps {
  readonly name: string;
  readonly keeper: Keeper;
}

function Desk({ name, keeper }: DeskProps) {
  const { engine } = useLoaded();
  const { facts } = useFacts();
  const search = useSearch({ from: '/edit/$id' });
  const navigate = useNavigate();
  const draft = useDraftView(keeper);
  const { text } = draft;
  const editor = useRef<CodeEditor | null>(null);
  const [steps, setSteps] = useState({ canUndo: false, canRedo: false });
  const [copied, copy] = useCopied();
  const view: View = VIEWS.find((one) => one === search['show']) ?? 'assessment';
  const go = (changes: Readonly<Record<string, string>>): void =>
    void navigate({ to: '/edit/$id', params: { id: name }, search: { ...search, ...changes }, replace: true, resetScroll: false });

  useBlocker({
    shouldBlockFn: () => keeper.view().keeping === 'nowhere' && !confirm('This text is kept nowhere but on this page. Leave and lose it?'),
    enableBeforeUnload: false,
  });

  const judged = useDeferredValue(text);
  const lint = useMemo(() => (text: string) => lintSources([{ file: FILE, text }], { world: engine.world }).diagnostics, [engine]);
  const parsed = useMemo(() => {
    const result = parseTreaty(judged, FILE);
    return result.ok ? result.parsed : null;
  }, [judged]);
  const last = useLast(parsed);
  const day = last === null ? TODAY : dateFor(last);
  const held = usePortfolio({ file: FILE, text: judged, date: day });
  const isHeld = held !== null && held.text === judged && held.date === day;
  const found = useMemo(() => (isHeld ? held.found : lint(judged)), [isHeld, held, lint, judged]);
  const [opened] = useState(() => {
    const result = parseTreaty(text, FILE);
    return result.ok ? result.parsed.treaty : null;
  });
  const complete = useMemo(() => completeTreaty(engine), [engine]);

  /** Findings may be a moment older than the text: the change is looked up anew in the text as it stands. */
  const mend = (one: Diagnostic, fix: Fix): void => {
    const now = editor.current?.text() ?? text;
    const same = lint(now).find(({ rule, message, clause }) => rule === one.rule && message === one.message && clause === one.clause);
    const change = same === undefined ? undefined : waysOut(same).find(({ title }) => title === fix.title);
    if (change !== undefined) editor.current?.apply(change.edits);
  };
  const tidy = (): void => {
    const result = formatTreaty(editor.current?.text() ?? text, FILE);
    if (result.ok) editor.current?.replace(result.text);
  };
  const title = last?.treaty.short ?? last?.treaty.name ?? name;

  return (
    <main id="main" className="edit">
      <section className="ask" aria-label="The draft">
        <p className="crumb">
          <Link to="/edit" search={{}}>
            Drafts
          </Link>
          <span aria-hidden="true">/</span>
          <span>{name}</span>
          <Keeping draft={draft} onSettle={keeper.settle} />
        </p>
        <h1>What would the {title.replace(/^The /, '')} promise, and what would it change?</h1>
        <div className="bar" role="toolbar" aria-label="The draft">
          <button type="button" className="btn" disabled={!steps.canUndo} onClick={() => editor.current?.undo()}>
            Undo
          </button>
          <button type="button" className="btn" disabled={!steps.canRedo} onClick={() => editor.current?.redo()}>
            Redo
          </button>
          <button type="button" className="btn" disabled={parsed === null} title="Canonical order and style, as foedus fmt" onClick={tidy}>
            Tidy
          </button>
          <Revisions name={name} current={draft.revision} onTake={(taken) => editor.current?.replace(taken)} />
          <button type="button" className="btn" onClick={() => download(text, 'application/yaml;charset=utf-8', `${name}.yaml`)}>
            Download
          </button>
          <button type="button" className="btn" onClick={() => copy(location.href)}>
            {copied ? 'Copied' : 'Copy link'}
          </button>
        </div>
      </section>
      <div className="desk">
        <div className="writing">
          <Code
            text={text}
            found={found}
            complete={complete}
            onEditor={(made) => (editor.current = made)}
            onChange={(next, canUndo, canRedo) => {
              setSteps({ canUndo, canRedo });
              keeper.type(next);
            }}
            onFix={mend}
          />
          <Problems
            text={judged}
            found={found}
            against={parsed === null ? null : { date: day, isHeld }}
            onGo={({ range }) => editor.current?.goTo(range)}
            onFix={mend}
          />
        </div>
        <section className="outcome" aria-label="What the draft says and does">
          <Tabs
            label="What the draft says and does"
            tabs={[
              { id: 'assessment', label: 'Assessment' },
              { id: 'words', label: 'In words' },
              { id: 'changes', label: 'Changes' },
            ]}
            active={view}
            onChange={(show) => go({ show })}
          />
          <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${view}`} tabIndex={0}>
            {last === null ? (
              <p className="callout">The text is no treaty yet; what keeps it from being one stands below it. Once it is, it is assessed here as you type.</p>
            ) : view === 'assessment' ? (
              <>
                <Live
                  name={name}
                  treaty={last.treaty}
                  facts={facts}
                  date={day}
                  contingency={search['contingency'] ?? null}
                  current={parsed !== null}
                  asTable={search['table'] === '1'}
                  onTable={(shown) => go({ table: shown ? '1' : '' })}
                  onContingency={(contingency) => go({ contingency })}
                />
                {parsed === null ? null : <Knobs parsed={parsed} onTurn={(edits) => editor.current?.apply(edits)} />}
              </>
            ) : view === 'words' ? (
              <article className="inwords">
                {documentOf(last.treaty, (state) => engine.world.nameOf(state)).map((block, i) => (
                  <BlockView key={`${block.kind} ${i}`} block={block} />
                ))}
              </article>
            ) : (
              <Changes treaty={last.treaty} base={draft.base} opened={opened} />
            )}
          </div>
        </section>
      </div>
    </main>
  );
}

/** The day a draft is asked about: today, the day it enters into force where that is to come, its last where it is over. */
function dateFor({ treaty }: ParsedTreaty): string {
  const day = (text: string): string => `${text}-01-01`.slice(0, 10);
  const starts = day(treaty.in_force ?? treaty.signed);
  if (treaty.ended !== undefined && day(treaty.ended.date) <= TODAY) return starts;
  return starts > TODAY ? starts : TODAY;
}

/** The last value that was one. */
function useLast<T>(value: T | null): T | null {
  const last = useRef(value);
  if (value !== null) last.current = value;
  return last.current;
}
