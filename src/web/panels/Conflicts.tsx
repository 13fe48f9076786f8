import type { StoryStep } from '../fight/story.ts';

interface Props {
  readonly step: StoryStep;
  readonly onWhy: (key: string) => void;
}

/** States that owe two things which cannot both be done. */
export function Conflicts({ step, onWhy }: Props) {
  return (
    <>
      {step.conflicts.map(({ conflict, keys }) => (
        <div className="callout" key={conflict.because}>
          <b>Conflict.</b> {conflict.because}{' '}
          {keys[0] ? (
            <button type="button" className="why" aria-label={`why: ${conflict.because}`} onClick={() => keys[0] && onWhy(keys[0])}>
              why
            </button>
          ) : null}
        </div>
      ))}
    </>
  );
}
