import { useEffect, useState } from 'react';
import type { Treaty } from '../../core/treaty/schema.ts';
import { useLoaded } from '../data/EngineProvider.tsx';
import { detailOf } from '../data/problem.ts';
import type { Source } from './search.ts';

export interface SourceTreaties {
  readonly treaties: readonly Treaty[];
  readonly treaty: (id: string) => Treaty | undefined;
  /** Where they come from, in a sentence. */
  readonly source: string;
  /** Why there are none, in a sentence; `loading` while they are fetched. */
  readonly lacking: string | null;
}

interface Atop {
  readonly version: string;
  readonly treaties: readonly Treaty[];
}

const NONE: readonly Treaty[] = [];
let asked: Promise<Atop | string> | undefined;

const isAtop = (value: unknown): value is Atop => typeof value === 'object' && value !== null && 'treaties' in value && Array.isArray(value.treaties);
/** ATOP's alliances of the server's store as treaties, or why there are none. A refusal is asked again the next time. */
async function fetchAtop(): Promise<Atop | string> {
  try {
    const response = await fetch('/api/data/atop');
    const value: unknown = await response.json();
    if (response.ok && isAtop(value)) return value;
    asked = undefined;
    return detailOf(value) ?? `The server answered ${response.status}.`;
  } catch {
    asked = undefined;
    return 'The workbench does not answer. Start foedus serve and open the link it prints.';
  }
}

/** The treaties a network is drawn from: the catalog's, or ATOP's where the store holds them. */
export function useTreaties(source: Source): SourceTreaties {
  const { engine } = useLoaded();
  const [atop, setAtop] = useState<Atop | string | null>(null);
  useEffect(() => {
    if (source !== 'atop') return;
    let here = true;
    asked ??= fetchAtop();
    void asked.then((found) => here && setAtop(found));
    return () => {
      here = false;
    };
  }, [source]);
  const { catalog, treaty } = engine;
  if (source === 'catalog') {
    return {
      treaties: catalog.treaties,
      treaty,
      source: `Foedus catalog ${catalog.version.slice(0, 7)}, ${catalog.treaties.length} treaties encoded clause by clause.`,
      lacking: null,
    };
  }
  if (atop === null || typeof atop === 'string') return { treaties: NONE, treaty: () => undefined, source: 'ATOP.', lacking: atop ?? 'Loading ATOP…' };
  return {
    treaties: atop.treaties,
    treaty: (id) => atop.treaties.find((one) => one.id === id),
    source: `ATOP ${atop.version} (Leeds and others 2002), ${atop.treaties.length} alliances read into the treaty language: what ATOP codes, no more.`,
    lacking: null,
  };
}
