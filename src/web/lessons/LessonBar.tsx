import { useEffect, useRef } from 'react';
import { Chevron } from '../shell/icons.tsx';
import { useLesson } from './useLesson.ts';

/** The step of the lesson under way, below whatever page it is looked at on. */
export function LessonBar() {
  const { now, go, leave } = useLesson();
  const text = useRef<HTMLParagraphElement>(null);
  const place = now ? `${now.lesson.id} ${now.at}` : '';
  useEffect(() => {
    if (text.current) text.current.scrollTop = 0;
  }, [place]);
  if (!now) return null;
  const { lesson, at } = now;
  const step = lesson.steps[at];
  if (!step) return null;
  const last = at === lesson.steps.length - 1;
  return (
    <aside className="lessonbar" aria-label={`Lesson: ${lesson.title}`}>
      <div className="where">
        <b>{lesson.title}</b>
        <span>
          Step {at + 1} of {lesson.steps.length}
        </span>
        <span className="marks" aria-hidden="true">
          {lesson.steps.map(({ title }, i) => (
            <i key={title} className={i < at ? 'done' : i === at ? 'now' : ''} />
          ))}
        </span>
      </div>
      <div className="what" aria-live="polite">
        <h2>{step.title}</h2>
        <p ref={text}>{step.text}</p>
        {step.ask ? <p className="asked">{step.ask}</p> : null}
        {last ? (
          <details>
            <summary>What you can now say</summary>
            <p>{lesson.answer}</p>
          </details>
        ) : null}
      </div>
      <div className="acts">
        <button type="button" className="btn" aria-label="Previous step of the lesson" disabled={at === 0} onClick={() => go(lesson, at - 1)}>
          <Chevron to="left" />
        </button>
        {last ? (
          <button type="button" className="btn solid" onClick={leave}>
            Finish
          </button>
        ) : (
          <button type="button" className="btn solid" aria-label="Next step of the lesson" onClick={() => go(lesson, at + 1)}>
            Next step
          </button>
        )}
        <button type="button" className="lnk" onClick={() => go(lesson, at)} title="Open this step's page as the lesson has it">
          Show it again
        </button>
        <button type="button" className="lnk" onClick={leave}>
          Leave
        </button>
      </div>
    </aside>
  );
}
