import { useRouter } from '@tanstack/react-router';
import { useCallback, useSyncExternalStore } from 'react';
import { addressOf } from '../../core/facts/lesson-address.ts';
import type { Lesson } from '../../core/facts/lessons.ts';
import { useLoaded } from '../data/EngineProvider.tsx';

/** Where in which lesson the reader is; the tab remembers it over reloads, and a new tab begins without one. */
interface Place {
  readonly lesson: string;
  /** Counted from 0. */
  readonly at: number;
}

const KEY = 'foedus.lesson';
const hearers = new Set<() => void>();

function readPlace(): string {
  try {
    return sessionStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

function keepPlace(place: Place | null): void {
  try {
    if (place) sessionStorage.setItem(KEY, `${place.lesson} ${place.at}`);
    else sessionStorage.removeItem(KEY);
  } catch {
    // A browser that keeps nothing shows a lesson's step, and no bar.
  }
  for (const hear of hearers) hear();
}

const subscribe = (hear: () => void): (() => void) => {
  hearers.add(hear);
  return () => hearers.delete(hear);
};

export interface UnderWay {
  readonly lesson: Lesson;
  readonly at: number;
}

/** The lesson under way, and how to begin, walk and leave one. Going to a step opens its page. */
export function useLesson(): { readonly now: UnderWay | null; readonly go: (lesson: Lesson, at: number) => void; readonly leave: () => void } {
  const { engine } = useLoaded();
  const router = useRouter();
  const [id = '', step = ''] = useSyncExternalStore(subscribe, readPlace).split(' ');
  const lesson = engine.catalog.lessons.find((one) => one.id === id);
  const at = Number(step);
  const now = lesson && lesson.steps[at] ? { lesson, at } : null;
  const go = useCallback(
    (next: Lesson, index: number) => {
      const view = next.steps[index]?.view;
      if (!view) return;
      keepPlace({ lesson: next.id, at: index });
      router.history.push(addressOf(view));
    },
    [router],
  );
  return { now, go, leave: useCallback(() => keepPlace(null), []) };
}
