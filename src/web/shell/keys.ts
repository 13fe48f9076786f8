import { useEffect, useRef, useSyncExternalStore } from 'react';

const KEY = 'foedus-keys';
const listeners = new Set<() => void>();
let on = readOn();

function readOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

/** Whether single-key shortcuts are on, and a switch that remembers. */
export function useKeysOn(): [boolean, (next: boolean) => void] {
  const value = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => on,
  );
  const set = (next: boolean): void => {
    on = next;
    try {
      localStorage.setItem(KEY, next ? 'on' : 'off');
    } catch {
      // Storage is closed to us: the choice lasts as long as the page.
    }
    for (const listener of listeners) listener();
  };
  return [value, set];
}

const inField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Where a key has a meaning of its own: the slider, a tab list, the map, an open dialog. */
const taken = (event: KeyboardEvent): boolean => {
  const { target, key } = event;
  if (!(target instanceof Element)) return false;
  if (target.closest('dialog, [role="dialog"]')) return true;
  if (key === ' ') return target.closest('button, a, [role="tab"], summary') !== null;
  if (key.startsWith('Arrow')) return target.closest('[role="slider"], [role="tablist"], [data-map]') !== null;
  return false;
};

export type Shortcuts = Readonly<Record<string, () => void>>;

/** Single-key shortcuts, off inside fields; `g` waits for a second key: `g t` is looked up as "g t". */
export function useShortcuts(shortcuts: Shortcuts): void {
  const [enabled] = useKeysOn();
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  useEffect(() => {
    if (!enabled) return;
    let prefix = '';
    let timer: ReturnType<typeof setTimeout> | undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented || inField(event.composedPath()[0] ?? null) || taken(event)) return;
      const name = `${prefix}${event.key}`;
      prefix = '';
      const act = latest.current[name];
      if (act) {
        event.preventDefault();
        act();
      } else if (event.key === 'g') {
        prefix = 'g ';
        clearTimeout(timer);
        timer = setTimeout(() => (prefix = ''), 1200);
      }
    };
    document.addEventListener('keydown', press);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', press);
    };
  }, [enabled]);
}
