import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { draftReference } from '../../core/treaty/draft-reference.ts';
import { initTreaty } from '../../core/treaty/init.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { draftName, draftNames, dropDraft, readDraft, writeDraft } from '../editor/drafts.ts';
import { FAULTY } from '../editor/templates.ts';
import { getDraft, listDrafts, removeDraft, type DraftLine } from '../editor/workspace.ts';
import { datedLabel } from '../fight/cite.ts';
import { Combobox } from '../shell/Combobox.tsx';
import { Popover } from '../shell/Popover.tsx';
import '../styles/editor.css';

const TODAY = new Date().toISOString().slice(0, 10);

interface Row {
  readonly name: string;
  readonly title: string | null;
  readonly faults: number | null;
  readonly saved: string;
  readonly revision: string | null;
}

/** Drafts of the workspace, and those this browser alone holds. */
function rowsOf(kept: readonly DraftLine[]): readonly Row[] {
  const known = new Set(kept.map(({ name }) => name));
  const own = draftNames().flatMap((name): Row[] => {
    const draft = readDraft(name);
    return draft === null || known.has(name) || draft.kept ? [] : [{ name, title: null, faults: null, saved: draft.at, revision: null }];
  });
  return [...kept, ...own].toSorted((a, b) => b.saved.localeCompare(a.saved));
}

/** The drafts there are, and three ways to begin one. */
export function DraftsPage() {
  const [kept, setKept] = useState<readonly DraftLine[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [asked, setAsked] = useState(0);
  useEffect(() => {
    document.title = 'Drafts. Foedus';
  }, []);
  useEffect(() => {
    let alive = true;
    listDrafts().then(
      (rows) => alive && (setKept(rows), setFault(null)),
      (cause: unknown) => alive && (setKept([]), setFault(cause instanceof Error ? cause.message : String(cause))),
    );
    return () => {
      alive = false;
    };
  }, [asked]);
  const rows = kept === null ? null : rowsOf(kept);
  return (
    <main id="main" className="catalogue drafts">
      <h1>Which treaties are being drafted?</h1>
      <Begin taken={(rows ?? []).map(({ name }) => name)} />
      {fault === null ? null : (
        <p className="callout" role="alert">
          {fault}. Drafts of this browser are listed; those of the workspace come back with it.
        </p>
      )}
      {rows === null ? (
        <p role="status" className="src">
          Asking the workspace…
        </p>
      ) : rows.length === 0 ? (
        <p className="lede">None yet. Begin from a treaty of the catalog, from a blank, or from the draft with faults, which is there to learn by.</p>
      ) : (
        <div className="wide" role="region" aria-label="Drafts" tabIndex={0}>
          <table className="stacks">
            <thead>
              <tr>
                <th scope="col">Draft</th>
                <th scope="col">Saved</th>
                <th scope="col">State</th>
                <th scope="col">
                  <span className="vh">What to do with it</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <DraftRow key={row.name} row={row} onGone={() => setAsked(asked + 1)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="src">
        Drafts are files of the workspace, drafts/NAME.yaml. They are saved as they are typed; the last revisions of each stay, of removed ones too.
      </p>
    </main>
  );
}

function DraftRow({ row: { name, title, faults, saved, revision }, onGone }: { readonly row: Row; readonly onGone: () => void }) {
  const [asks, setAsks] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const remove = async (): Promise<void> => {
    try {
      const now = revision === null ? null : await getDraft(name);
      if (now !== null) await removeDraft(name, now.revision);
      dropDraft(name);
      onGone();
    } catch (cause) {
      setFault(cause instanceof Error ? cause.message : String(cause));
    }
  };
  return (
    <tr>
      <td>
        <Link to="/edit/$id" params={{ id: name }} search={{}}>
          {title ?? name}
        </Link>
        {title === null ? null : <small className="muted"> {name}</small>}
      </td>
      <td className="nowrap" data-head="Saved">
        {new Date(saved).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })}
      </td>
      <td data-head="State">
        {faults === null ? 'In this browser alone' : faults === 0 ? 'A treaty' : `No treaty yet: ${faults === 1 ? 'one fault' : `${faults} faults`}`}
      </td>
      <td>
        {asks ? (
          <span className="ask-first" role="group" aria-label={`Remove ${name}?`}>
            {revision === null ? 'It is kept nowhere else.' : 'Its revisions stay in the workspace.'}{' '}
            <button type="button" className="btn" onClick={() => void remove()}>
              Remove
            </button>{' '}
            <button type="button" className="btn" onClick={() => setAsks(false)}>
              Keep
            </button>
            {fault === null ? null : <span className="fault"> {fault}</span>}
          </span>
        ) : (
          <span className="ask-first">
            {faults === 0 ? (
              <Link to="/assess" search={{ treaty: draftReference(name) }}>
                Assess
              </Link>
            ) : null}{' '}
            <button type="button" className="lnk" aria-label={`Remove ${name}`} onClick={() => setAsks(true)}>
              Remove…
            </button>
          </span>
        )}
      </td>
    </tr>
  );
}

function Begin({ taken }: { readonly taken: readonly string[] }) {
  const { engine } = useLoaded();
  const navigate = useNavigate();
  const [open, setOpen] = useState<'treaty' | 'blank' | null>(null);
  const treaty = useRef<HTMLButtonElement>(null);
  const blank = useRef<HTMLButtonElement>(null);
  const edit = (id: string): void => void navigate({ to: '/edit/$id', params: { id }, search: {} });
  return (
    <div className="tools begin">
      <span className="slotbox">
        <button
          ref={treaty}
          type="button"
          className="btn"
          aria-haspopup="dialog"
          aria-expanded={open === 'treaty'}
          onClick={() => setOpen(open === 'treaty' ? null : 'treaty')}
        >
          Begin from a treaty
        </button>
        {open === 'treaty' ? (
          <Popover anchor={treaty} label="Begin from a treaty" className="picker" onClose={() => setOpen(null)}>
            <Combobox
              label="Choose a treaty"
              placeholder="Name of a treaty"
              options={(query) =>
                engine.catalog.treaties
                  .filter(({ name, short = '', id }) => `${name} ${short} ${id}`.toLowerCase().includes(query.trim().toLowerCase()))
                  .toSorted((a, b) => a.name.localeCompare(b.name))
                  .slice(0, 60)
                  .map((one) => ({ id: one.id, label: datedLabel(one, one.id), detail: taken.includes(one.id) ? 'has a draft' : undefined }))
              }
              empty={() => 'No treaty by that name.'}
              onPick={edit}
            />
          </Popover>
        ) : null}
      </span>
      <span className="slotbox">
        <button
          ref={blank}
          type="button"
          className="btn"
          aria-haspopup="dialog"
          aria-expanded={open === 'blank'}
          onClick={() => setOpen(open === 'blank' ? null : 'blank')}
        >
          Begin from a blank
        </button>
        {open === 'blank' ? (
          <Popover anchor={blank} label="Begin from a blank" className="form" onClose={() => setOpen(null)}>
            <Blank taken={taken} onMade={edit} />
          </Popover>
        ) : null}
      </span>
      <Link className="btn" to="/edit/$id" params={{ id: FAULTY }} search={{}}>
        A draft with faults, to learn by
      </Link>
    </div>
  );
}

function Blank({ taken, onMade }: { readonly taken: readonly string[]; readonly onMade: (id: string) => void }) {
  const { engine } = useLoaded();
  const [name, setName] = useState('');
  const [parties, setParties] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const id = draftName(name);
  const make = (): void => {
    if (id === undefined) return setFault('Give it a name with letters or digits.');
    if (taken.includes(id) || readDraft(id) !== null || engine.treaty(id) !== undefined) return setFault(`The name ${id} is taken.`);
    if (parties.length < 2) return setFault('A treaty has at least two parties.');
    const made = initTreaty({ id, name, parties, signed: TODAY });
    if (!made.ok) return setFault(made.diagnostics[0]?.message ?? 'These answers make no treaty.');
    writeDraft(id, { text: made.text, base: null, at: new Date().toISOString(), revision: null, kept: false });
    onMade(id);
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        make();
      }}
    >
      <label className="field">
        <span>Name of the treaty</span>
        <input
          className="input"
          value={name}
          autoComplete="off"
          placeholder="Nordic-Baltic Compact"
          onChange={(event) => (setName(event.target.value), setFault(null))}
        />
      </label>
      <div className="field">
        <span>Parties</span>
        {parties.length > 0 ? (
          <span className="chips">
            {parties.map((state) => (
              <span key={state} className="chip">
                {engine.world.nameOf(state)}
                <button type="button" aria-label={`Leave ${engine.world.nameOf(state)} out`} onClick={() => setParties(parties.filter((one) => one !== state))}>
                  ×
                </button>
              </span>
            ))}
          </span>
        ) : null}
        <select
          className="select"
          aria-label="Add a party"
          value=""
          onChange={(event) => {
            if (event.target.value !== '') setParties([...parties, event.target.value]);
            setFault(null);
          }}
        >
          <option value="">Add a party</option>
          {engine.world.states
            .filter((state) => !parties.includes(state.id) && engine.world.existsOn(state.id, TODAY))
            .map((state) => ({ id: state.id, name: engine.world.nameOf(state.id) }))
            .toSorted((a, b) => a.name.localeCompare(b.name))
            .map((state) => (
              <option key={state.id} value={state.id}>
                {state.name}
              </option>
            ))}
        </select>
      </div>
      {fault === null ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <div className="acts">
        <button type="submit" className="btn solid">
          Begin
        </button>
      </div>
    </form>
  );
}
