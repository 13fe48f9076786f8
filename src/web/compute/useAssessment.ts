import { useEffect, useReducer, useRef } from 'react';
import type { Assessment } from '../../core/assess/assessment.ts';
import type { Bargain } from '../../core/assess/bargain.ts';
import type { Headline, Influence } from '../../core/assess/influence.ts';
import type { ResponseCurve } from '../../core/assess/response-curve.ts';
import type { SurvivalFan } from '../../core/assess/survival-fan.ts';
import { ask, type Asking } from './client.ts';
import type { AssessQuestion, FromWorker } from './messages.ts';

/** What is known of the answer so far. While a new question is computed the answer to the last one stays. */
export interface Answer {
  readonly status: 'idle' | 'computing' | 'done' | 'stopped' | 'failed';
  /** Whether what is shown belongs to the question asked; false while the last answer stands in. */
  readonly fresh: boolean;
  readonly case: Assessment | null;
  readonly whole: Assessment | null;
  readonly headline: Headline | null;
  readonly response: ResponseCurve | null;
  readonly survival: SurvivalFan | null;
  readonly bargain: Bargain | null;
  readonly influences: readonly Influence[] | null;
  readonly done: number;
  readonly total: number;
  readonly fault: string | null;
  /** When the question was asked, on the page's clock. */
  readonly since: number;
}

const EMPTY: Answer = {
  status: 'idle',
  fresh: false,
  case: null,
  whole: null,
  headline: null,
  response: null,
  survival: null,
  bargain: null,
  influences: null,
  done: 0,
  total: 0,
  fault: null,
  since: 0,
};

type Event = { readonly kind: 'asked'; readonly total: number; readonly at: number } | FromWorker;

/** The answer after one more thing became known. */
export function told(answer: Answer, event: Event): Answer {
  switch (event.kind) {
    case 'asked':
      return { ...answer, status: 'computing', fresh: false, done: 0, total: event.total, fault: null, since: event.at };
    case 'case':
      return {
        ...answer,
        fresh: true,
        case: event.found,
        done: event.done,
        ...(event.headline !== undefined && { headline: event.headline }),
        // What belonged to the last question goes once the new one has an answer of its own.
        ...(answer.fresh ? {} : { whole: null, response: null, survival: null, bargain: null, influences: null }),
      };
    case 'whole':
      return { ...answer, fresh: true, whole: event.found, done: event.done };
    case 'progress':
      return { ...answer, done: Math.max(answer.done, event.done), total: event.total };
    case 'response':
      return { ...answer, response: event.response ?? null };
    case 'survival':
      return { ...answer, survival: event.survival ?? null };
    case 'bargain':
      return { ...answer, bargain: event.bargain };
    case 'influences':
      return { ...answer, influences: event.influences, headline: event.headline };
    case 'done':
      return { ...answer, status: 'done', done: event.done };
    case 'stopped':
      return { ...answer, status: 'stopped', done: event.done };
    case 'burden':
    case 'expected':
    case 'explored':
    case 'comparison':
    case 'sensitivity':
      return answer;
    case 'failed':
      return {
        ...answer,
        status: 'failed',
        fresh: true,
        fault: event.message,
        case: null,
        whole: null,
        headline: null,
        response: null,
        survival: null,
        bargain: null,
        influences: null,
      };
  }
}

/** Asks the models, in a thread of their own, whenever the question changes; a new question stops the last. */
export function useAssessment(question: AssessQuestion | null): Answer & { readonly stop: () => void; readonly askSurvival: (state: string) => void } {
  const [answer, tell] = useReducer(told, EMPTY);
  const asking = useRef<Asking | null>(null);
  const key = question === null ? null : JSON.stringify(question);
  useEffect(() => {
    if (question === null) return;
    tell({ kind: 'asked', total: question.draws, at: performance.now() });
    const one = ask(question, tell);
    asking.current = one;
    return () => one.leave();
    // The question is compared by what it says.
  }, [key]);
  return { ...answer, stop: () => asking.current?.stop(), askSurvival: (state) => asking.current?.survival(state) };
}
