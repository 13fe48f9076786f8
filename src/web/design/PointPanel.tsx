import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { draftReference } from '../../core/treaty/draft-reference.ts';
import type { DesignPoint, DesignResult } from '../../core/explore/design/result.ts';
import { draftName, readDraft, writeDraft } from '../editor/drafts.ts';
import { putDraft } from '../editor/workspace.ts';
import { download } from '../shell/download.ts';
import { gainOver, objectiveText, objectiveWithRange } from './words.ts';

interface Props {
  readonly found: DesignResult;
  readonly point: DesignPoint;
  readonly nameOf: (state: string) => string;
}

/** "better (in 94% of draws)". */
function gainWords(gain: -1 | 0 | 1, chance: number | undefined): string {
  if (gain === 0) return 'the same';
  const share = chance === undefined ? '' : ` (better in ${Math.round(100 * chance)}% of draws)`;
  return `${gain > 0 ? 'better' : 'worse'}${share}`;
}

/** A point in words: what it changes, what comes of it, and its text to go on with. */
export function PointPanel({ found, point, nameOf }: Props) {
  const navigate = useNavigate();
  const [shown, setShown] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { objectives, given, draws } = found;
  const base = draftName(`${found.treaty}-${point.id}`) ?? 'proposal';
  const worse = point.members.filter(({ net }) => net < 0);

  /** Keeps the text as a draft under a name that is free, or holds this very text. */
  const keep = (): string | null => {
    for (let n = 1; n < 100; n++) {
      const name = n === 1 ? base : `${base}-${n}`;
      const there = readDraft(name);
      if (there?.text === point.text) return name;
      if (there !== null) continue;
      if (writeDraft(name, { text: point.text, base: found.fresh ? null : found.treaty, at: new Date().toISOString(), revision: null, kept: false }))
        return name;
      break;
    }
    setFault('This browser keeps no drafts: its storage is full or closed.');
    return null;
  };
  const edit = (): void => {
    const name = keep();
    if (name !== null) void navigate({ to: '/edit/$id', params: { id: name }, search: {} });
  };

  /** Beside the text as it stands; the workspace must have the draft, as the page of comparison reads it there. */
  const compare = async (): Promise<void> => {
    const name = keep();
    if (name === null) return;
    const saved = await putDraft(name, point.text, readDraft(name)?.revision ?? null);
    if (saved.kind === 'away') return setFault(saved.reason);
    void navigate({ to: '/compare', search: { treaties: `${found.treaty},${draftReference(name)}`, date: found.date } });
  };

  return (
    <aside className="led point" aria-label={`Point ${point.id}`} aria-live="polite">
      <h3>
        {point.id === 'given' ? '' : `${point.id}. `}
        {point.title}
      </h3>
      {point.changes.length === 0 ? (
        <p>The text as it stands: no clause is changed.</p>
      ) : (
        <ul className="changes">
          {point.changes.map(({ clause, title, from, to }) => (
            <li key={clause}>
              <b>{title}</b>
              <span>{to}</span>
              <small>it was: {from}</small>
            </li>
          ))}
        </ul>
      )}
      <table>
        <thead>
          <tr>
            <th scope="col">Objective</th>
            <th scope="col" className="num">
              Here
            </th>
            <th scope="col" className="num">
              As it stands
            </th>
          </tr>
        </thead>
        <tbody>
          {objectives.map(({ id, title, meaning }) => {
            const gain = gainOver(given, point, id);
            return (
              <tr key={id} className={gain > 0 ? 'up' : gain < 0 ? 'down' : undefined}>
                <th scope="row" title={meaning}>
                  {title}
                </th>
                <td className="num">
                  {objectiveWithRange(id, point)}
                  <small>{gainWords(gain, point.better?.[id])}</small>
                </td>
                <td className="num">{objectiveText(id, given.objectives[id]?.value)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="src">
        {point.holds === undefined ? 'Central values.' : `Meets every demand in ${Math.round(100 * point.holds)}% of ${draws} draws.`}
        {worse.length > 0 ? ` Worse off than without the treaty: ${worse.map(({ state }) => nameOf(state)).join(', ')}.` : ''}
      </p>
      <p className="acts">
        <button type="button" className="btn solid" onClick={edit}>
          Open in the editor
        </button>
        <button type="button" className="btn" onClick={() => download(point.text, 'application/yaml;charset=utf-8', `${base}.yaml`)}>
          Save the file
        </button>
        <button type="button" className="btn" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Hide the text' : 'Show the text'}
        </button>
        {found.fresh || point.changes.length === 0 ? null : (
          <button type="button" className="btn" onClick={() => void compare()}>
            Compare with the text as it stands
          </button>
        )}
      </p>
      {fault === null ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      {shown ? (
        <pre className="proposal" tabIndex={0} aria-label={`Text of point ${point.id}`}>
          {point.text}
        </pre>
      ) : null}
    </aside>
  );
}
