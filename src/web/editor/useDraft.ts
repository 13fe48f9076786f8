import { useEffect, useState, useSyncExternalStore } from 'react';
import { openKeeper, type DraftView, type Keeper } from './keeper.ts';

type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'none' }
  | { readonly kind: 'fault'; readonly message: string }
  | { readonly kind: 'open'; readonly keeper: Keeper };

/** A draft opened to be worked on; leaving the page saves what is not saved, and asks first where it could not be kept anywhere. */
export function useDraft(name: string, begins: { readonly text: string; readonly base: string | null } | null): Opened {
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });
  useEffect(() => {
    let alive = true;
    let own: Keeper | null = null;
    openKeeper(name, begins).then(
      (keeper) => {
        own = keeper;
        if (alive) setOpened(keeper === null ? { kind: 'none' } : { kind: 'open', keeper });
      },
      (cause: unknown) => alive && setOpened({ kind: 'fault', message: cause instanceof Error ? cause.message : String(cause) }),
    );
    const hide = (): void => own?.close();
    const leave = (event: BeforeUnloadEvent): void => {
      own?.close();
      if (own?.view().keeping === 'nowhere') event.preventDefault();
    };
    addEventListener('pagehide', hide);
    addEventListener('beforeunload', leave);
    return () => {
      alive = false;
      own?.close();
      removeEventListener('pagehide', hide);
      removeEventListener('beforeunload', leave);
    };
    // What it begins from follows from its name.
  }, [name]);
  return opened;
}

/** What is known of a draft, as it changes. */
export const useDraftView = (keeper: Keeper): DraftView => useSyncExternalStore(keeper.subscribe, keeper.view);
