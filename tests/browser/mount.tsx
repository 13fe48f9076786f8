import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import type { ReactNode } from 'react';
import { afterEach } from 'vitest';
import atlas from 'world-atlas/countries-110m.json';
import '../../src/web/styles/index.css';
import { EngineProvider, type Loaded } from '../../src/web/data/EngineProvider.tsx';
import { createEngine } from '../../src/web/data/engine.ts';
import { createGeography, type Atlas } from '../../src/web/data/geography.ts';
import type { Treaty } from '../../src/core/treaty/schema.ts';
import { pact, smallWorld } from '../support/small-world.ts';

const isAtlas = (value: unknown): value is Atlas => typeof value === 'object' && value !== null && 'arcs' in value;

/** An engine over made-up states AAA to FFF at the capitals of a small world, and the pacts given. */
export function loadedWith(treaties: readonly Treaty[]): Loaded {
  if (!isAtlas(atlas)) throw new Error('world-atlas is no topology');
  const { states } = smallWorld(['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF']);
  return {
    engine: createEngine({ format: 1, version: 'test', states, territories: [], regions: [], treaties, events: [], lessons: [] }, null),
    world: createGeography(atlas, '110m'),
    fine: null,
  };
}

/** CCC, DDD and EEE are bound to help BBB; FFF is bound to AAA where AAA is attacked. */
export const PACTS: readonly Treaty[] = [
  pact('league', ['BBB', 'CCC', 'DDD', 'EEE'], [{}], { name: 'The League', form: 'alliance' }),
  pact('entente', ['AAA', 'FFF'], [{ trigger: { event: 'armed-attack', unprovoked: true } }], { name: 'The Entente', form: 'alliance' }),
];

const roots: { root: Root; host: HTMLElement }[] = [];

/** Renders into the page, with the engine around it; taken down after each test. */
export function mount(children: ReactNode, loaded: Loaded = loadedWith(PACTS)): HTMLElement {
  const host = document.createElement('div');
  document.body.append(host);
  const root = createRoot(host);
  flushSync(() => root.render(<EngineProvider loaded={loaded}>{children}</EngineProvider>));
  roots.push({ root, host });
  return host;
}

afterEach(() => {
  for (const { root, host } of roots.splice(0)) {
    root.unmount();
    host.remove();
  }
});
