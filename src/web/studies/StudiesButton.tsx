import { useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { OpenStudy, StudyLine } from '../../api/types.ts';
import { formatDate } from '../../core/states/dates.ts';
import { Popover } from '../shell/Popover.tsx';
import { StudyIcon } from '../shell/icons.tsx';
import { listStudies, openStudy, saveStudy, studyFile, takeStudy } from './studies.ts';

/** Saves what is shown as a study, and opens those of the workspace or one that somebody sent. */
export function StudiesButton() {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <span className="slotbox">
      <button
        ref={button}
        type="button"
        className="icon"
        aria-label="Studies: save this view, open another"
        title="Studies: save this view, open another"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <StudyIcon />
      </button>
      {open ? (
        <Popover anchor={button} label="Studies" className="studies" onClose={() => setOpen(false)}>
          <Studies onClose={() => setOpen(false)} />
        </Popover>
      ) : null}
    </span>
  );
}

const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
const titleOfPage = (): string => document.title.replace(/\s*·?\s*Foedus$/, '').trim();

function Studies({ onClose }: { readonly onClose: () => void }) {
  const router = useRouter();
  const [title, setTitle] = useState(titleOfPage);
  const [kept, setKept] = useState<readonly StudyLine[] | null>(null);
  const [saved, setSaved] = useState<OpenStudy | null>(null);
  const [differs, setDiffers] = useState<readonly string[]>([]);
  const [fault, setFault] = useState<string | null>(null);
  const file = useRef<HTMLInputElement>(null);
  useEffect(() => {
    let here = true;
    listStudies().then(
      (rows) => here && setKept(rows),
      (cause: unknown) => here && setFault(messageOf(cause)),
    );
    return () => {
      here = false;
    };
  }, [saved]);

  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setFault(null);
    try {
      await work();
    } catch (cause) {
      setFault(messageOf(cause));
    }
  };
  const show = ({ study, differs: found }: OpenStudy): void => {
    if (study.view !== undefined) router.history.push(study.view);
    setDiffers(found.map(({ sentence }) => sentence));
    if (found.length === 0) onClose();
  };

  return (
    <>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void attempt(async () => setSaved(await saveStudy(title.trim(), `${location.pathname}${location.search}`)));
        }}
      >
        <label>
          Save this view as a study
          <input className="input" data-autofocus value={title} maxLength={200} required onChange={(event) => setTitle(event.target.value)} />
        </label>
        <button type="submit" className="btn solid" disabled={title.trim() === ''}>
          Save
        </button>
      </form>
      {saved ? (
        <p className="src" role="status">
          Saved in the workspace as {saved.name}.{' '}
          <a className="lnk" href={studyFile(saved.name)} download>
            Download study.yaml
          </a>{' '}
          to share it; foedus run gives its results again.
        </p>
      ) : null}
      {fault ? (
        <p className="callout fault-note" role="alert">
          {fault}
        </p>
      ) : null}
      {differs.length > 0 ? (
        <div className="callout" role="status">
          <b>Not as the study recorded it:</b>
          {differs.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      ) : null}
      <h2 className="grp">Studies of this workspace</h2>
      {kept === null ? null : kept.length === 0 ? (
        <p className="src">None yet.</p>
      ) : (
        <ul>
          {kept.map(({ name, title: words, date }) => (
            <li key={name}>
              <button type="button" onClick={() => void attempt(async () => show(await openStudy(name)))}>
                {words}
              </button>
              <span className="src">{formatDate(date)}</span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <input
          ref={file}
          type="file"
          accept=".yaml,.yml"
          className="vh"
          tabIndex={-1}
          aria-label="A study.yaml to open"
          onChange={(event) => {
            const [one] = event.target.files ?? [];
            if (one) void attempt(async () => show(await takeStudy(await one.text())));
            event.target.value = '';
          }}
        />
        <button type="button" className="lnk" onClick={() => file.current?.click()}>
          Open a file…
        </button>
      </p>
    </>
  );
}
