import { useLoaded } from '../data/EngineProvider.tsx';
import { useLesson } from './useLesson.ts';

/** The guided lessons, to begin one. */
export function Lessons() {
  const { engine } = useLoaded();
  const { now, go } = useLesson();
  const lessons = engine.catalog.lessons.toSorted((a, b) => a.order - b.order);
  if (now || lessons.length === 0) return null;
  return (
    <section className="lessons" aria-labelledby="lessons">
      <h2 id="lessons" className="grp">
        Guided lessons
      </h2>
      <ol>
        {lessons.map((lesson) => (
          <li key={lesson.id}>
            <button type="button" onClick={() => go(lesson, 0)}>
              <span className="t">{lesson.title}</span>
              <span className="q">{lesson.question}</span>
              <span className="src">
                Lesson of {lesson.steps.length} steps, {lesson.minutes} minutes
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
