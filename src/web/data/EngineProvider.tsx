import { createContext, useContext, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { createEngine, fetchAtlas, fetchCatalog, LoadError } from './engine.ts';
import type { Engine } from './engine.ts';
import { createGeography } from './geography.ts';
import type { Geography } from './geography.ts';

/** The engine and the two scales of the map; the finer comes later and stands in for nothing until it does. */
export interface Loaded {
  readonly engine: Engine;
  readonly world: Geography;
  readonly fine: Geography | null;
}

const Context = createContext<Loaded | null>(null);

/** The engine; throws outside the provider. */
export function useLoaded(): Loaded {
  const loaded = useContext(Context);
  if (!loaded) throw new Error('useLoaded needs an EngineProvider above it');
  return loaded;
}

/** Fetches catalog and maps once, then shows its children. */
export function EngineProvider({ children, loaded: given }: { readonly children: ReactNode; readonly loaded?: Loaded | undefined }) {
  const [loaded, setLoaded] = useState<Loaded | null>(given ?? null);
  const [error, setError] = useState<LoadError | null>(null);
  const [slow, setSlow] = useState(false);

  useEffect(() => {
    if (given) return;
    let alive = true;
    const timer = setTimeout(() => setSlow(true), 400);
    const load = async (): Promise<void> => {
      const [catalog, coarse] = await Promise.all([fetchCatalog(), fetchAtlas('110m')]);
      if (!alive) return;
      const world = createGeography(coarse, '110m');
      setLoaded({ engine: createEngine(catalog, coarse), world, fine: null });
      const fine = await fetchAtlas('50m');
      if (alive) setLoaded({ engine: createEngine(catalog, fine), world, fine: createGeography(fine, '50m') });
    };
    load().catch((cause: unknown) => {
      if (alive) setError(cause instanceof LoadError ? cause : new LoadError(`The page could not start: ${String(cause)}`));
    });
    return () => {
      alive = false;
      clearTimeout(timer);
    };
  }, [given]);

  if (loaded) return <Context value={loaded}>{children}</Context>;
  if (error) {
    return (
      <main className="message" role="alert">
        <h1>{error.expired ? 'Link expired' : 'The workbench could not start'}</h1>
        <p>{error.message}</p>
      </main>
    );
  }
  return <main className="message">{slow ? <p role="status">Loading the catalog…</p> : null}</main>;
}
