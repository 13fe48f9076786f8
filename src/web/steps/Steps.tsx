import { useEffect, useRef } from 'react';
import { useLoaded } from '../data/EngineProvider.tsx';
import { stepTitle, stepWhen } from '../fight/lede.ts';
import type { Story } from '../fight/story.ts';

interface Props {
  readonly story: Story;
  readonly index: number;
  readonly onStep: (step: number) => void;
}

/** The cascade as nodes on a line: round for a duty, a diamond for a choice. */
export function Steps({ story, index, onStep }: Props) {
  const { engine } = useLoaded();
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    const node = list.current?.children[index];
    if (node instanceof HTMLElement && list.current) list.current.scrollTo({ left: node.offsetLeft - list.current.clientWidth / 2, behavior: 'instant' });
  }, [index]);
  return (
    <ol ref={list} className={`steps${story.steps.length > 7 ? ' many' : ''}`} aria-label="Steps of the cascade">
      {story.steps.map((step, i) => {
        const title = stepTitle(story, step, engine.world);
        return (
          <li key={`${i} ${title}`} className={`${i < index ? 'done' : i === index ? 'now' : ''}${step.kind === 'choice' ? ' choice' : ''}`}>
            <button type="button" aria-current={i === index ? 'step' : undefined} title={title} onClick={() => onStep(i + 1)}>
              <span className="nd" aria-hidden="true" />
              <span className="txt">
                <b>{stepWhen(step)}</b> {title}
                {step.kind === 'choice' ? <span className="vh">, by choice</span> : null}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
