import type { Store } from '../../data/store/store.ts';

/** What is made of a store once, however many sections ask for it; whoever asks first is told how far it is. */
export function onceOfStore<N extends { readonly store: Store }, T>(make: (needs: N) => Promise<T>): (needs: N) => Promise<T> {
  const made = new WeakMap<Store, Promise<T>>();
  return (needs) => {
    const known = made.get(needs.store) ?? make(needs);
    made.set(needs.store, known);
    return known;
  };
}
