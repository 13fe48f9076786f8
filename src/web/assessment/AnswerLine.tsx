import { answerRuns, type Answered } from '../../explain/answer.ts';

interface Props extends Answered {
  readonly onWhy: (id: string) => void;
}

/** The answer to the page's question, in a few sentences whose numbers open. */
export function AnswerLine({ onWhy, ...answered }: Props) {
  return (
    <p className="answer">
      {answerRuns(answered).map((run, i) =>
        typeof run === 'string' ? (
          run
        ) : 'range' in run ? (
          <span key={i} className="iv">
            {run.range}
          </span>
        ) : (
          <button key={i} type="button" className="n" onClick={() => onWhy(run.why)}>
            {run.text}
          </button>
        ),
      )}
    </p>
  );
}
