import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of an element's content in whole pixels, followed as it changes; `first` until it is known. */
export function useSize<T extends Element>(first: Size): [RefObject<T | null>, Size] {
  const ref = useRef<T>(null);
  const [size, setSize] = useState(first);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const take = (): void => {
      const width = Math.round(element.clientWidth);
      const height = Math.round(element.clientHeight);
      if (width > 0) setSize((before) => (before.width === width && before.height === height ? before : { width, height }));
    };
    take();
    const observer = new ResizeObserver(take);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, size];
}

export function useWidth<T extends Element>(first: number): [RefObject<T | null>, number] {
  const [ref, { width }] = useSize<T>({ width: first, height: 0 });
  return [ref, width];
}
