import { useState } from 'react';
import type { DraftView } from './keeper.ts';

interface Props {
  readonly draft: DraftView;
  readonly onSettle: (whose: 'mine' | 'theirs') => void;
}

const clock = (saved: string): string => new Date(saved).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });

/** Where the text is kept, and the choice where two have written. */
export function Keeping({ draft: { keeping, saved, fault, other }, onSettle }: Props) {
  const [shown, setShown] = useState(false);
  if (keeping === 'conflict' && other !== null) {
    return (
      <span className="callout clash" role="alert">
        Another text of this draft was saved at {clock(other.saved)}. Nothing is overwritten until you choose.{' '}
        <button type="button" className="btn" onClick={() => onSettle('mine')}>
          Keep mine
        </button>{' '}
        <button type="button" className="btn" onClick={() => onSettle('theirs')}>
          Take the other
        </button>{' '}
        <button type="button" className="lnk" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {shown ? 'Hide it' : 'Show it'}
        </button>
        {shown ? <pre>{other.text}</pre> : null}
      </span>
    );
  }
  return (
    <span className="keeping" role="status">
      {words(keeping, saved, fault)}
    </span>
  );
}

function words(keeping: DraftView['keeping'], saved: string | null, fault: string | null): string {
  switch (keeping) {
    case 'untouched':
      return 'Kept once you type';
    case 'saving':
      return 'Saving…';
    case 'workspace':
      return saved === null ? 'Saved in the workspace' : `Saved in the workspace, ${clock(saved)}`;
    case 'browser':
      return `${fault ?? 'The workbench does not answer'}. Kept in this browser; it is saved once the workspace answers.`;
    default:
      return 'Kept nowhere but on this page: download it before you leave.';
  }
}
