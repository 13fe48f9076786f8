import { burdenLedger } from '../../core/assess/burden.ts';
import { expectedCascade } from '../../core/assess/expected-cascade.ts';
import { prepareAssessment } from '../../core/assess/prepare.ts';
import { createLaw, type Law } from '../../core/law/law.ts';
import { decodeShapes } from '../../core/states/shapes.ts';
import { createWorld } from '../../core/states/world.ts';
import { fetchAtlas, fetchCatalog } from '../data/engine.ts';
import { fetchFacts } from '../data/facts.ts';
import { compareIn, sensitivityIn } from './explore.ts';
import type { Explored, FromWorker, ToWorker } from './messages.ts';
import { answer, survivalOf, type Ground, type Standing } from './run.ts';

/** The models, off the page's thread: nothing that takes long is ever done where a person types. */

let ground: Promise<Ground> | undefined;
let current = 0;
let stopped = -1;
let standing: Standing | undefined;

function loadGround(): Promise<Ground> {
  ground ??= Promise.all([fetchCatalog(), fetchFacts(), fetchAtlas('50m')]).then(([catalog, facts, atlas]) => ({
    facts,
    treaties: catalog.treaties,
    world: createWorld(catalog, decodeShapes(atlas)),
  }));
  return ground;
}

const say = (message: FromWorker): void => postMessage(message);

/** Lets messages that have come in be read. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });

const failure = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error);
  return /^[A-Z]/.test(error.message) ? error.message : `${error.message.charAt(0).toUpperCase()}${error.message.slice(1)}.`;
};

async function assess({ id, question }: Extract<ToWorker, { kind: 'assess' }>): Promise<void> {
  let done = 0;
  try {
    const loaded = await loadGround();
    for (const finding of answer(
      loaded,
      question,
      (kept) => (standing = kept),
      () => performance.now(),
    )) {
      if (id !== current) return;
      if ('done' in finding) done = Math.max(done, finding.done);
      say({ id, ...finding });
      await breathe();
      if (id !== current) return;
      if (stopped === id) return say({ id, kind: 'stopped', done });
    }
  } catch (error) {
    if (id === current) say({ id, kind: 'failed', message: failure(error) });
  }
}

async function burden({ id, treaty, date }: Extract<ToWorker, { kind: 'burden' }>): Promise<void> {
  try {
    const { facts, world, treaties } = await loadGround();
    const prepared = prepareAssessment({ facts, world, treaties, treaty }, { date, draws: 0, seed: 1 });
    say({ id, kind: 'burden', ledger: burdenLedger(prepared) });
  } catch (error) {
    say({ id, kind: 'failed', message: failure(error) });
  }
}

let law: Law | undefined;

async function expected({ id, question }: Extract<ToWorker, { kind: 'expected' }>): Promise<void> {
  try {
    const { facts, world, treaties } = await loadGround();
    law ??= createLaw(treaties, world);
    const { event, ...options } = question;
    say({ id, kind: 'expected', cascade: expectedCascade({ facts, world, law, treaties }, law.trigger(event), options) });
  } catch (error) {
    say({ id, kind: 'failed', message: failure(error) });
  }
}

/** Explorations under way, each to be canceled by itself; the newest of a kind gives up the one before. */
const exploring = new Map<number, { readonly kind: ToWorker['kind']; readonly cancel: { aborted: boolean }; left: boolean }>();

/** Milliseconds of exploring between two looks at the messages. */
const LOOK = 60;

async function explore({ id, kind }: ToWorker, pieces: (loaded: Ground, cancel: { readonly aborted: boolean }) => Iterable<Explored>): Promise<void> {
  for (const one of exploring.values()) {
    if (one.kind !== kind) continue;
    one.cancel.aborted = true;
    one.left = true;
  }
  const own = { kind, cancel: { aborted: false }, left: false };
  exploring.set(id, own);
  try {
    const loaded = await loadGround();
    let looked = 0;
    for (const piece of pieces(loaded, own.cancel)) {
      if (own.left) return;
      const now = performance.now();
      if (piece.kind === 'explored' && now - looked < LOOK) continue;
      say({ id, ...piece });
      await breathe();
      looked = performance.now();
    }
  } catch (error) {
    if (!own.left) say({ id, kind: 'failed', message: failure(error) });
  } finally {
    exploring.delete(id);
  }
}

addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'assess':
      current = data.id;
      standing = undefined;
      void assess(data);
      break;
    case 'burden':
      void burden(data);
      break;
    case 'expected':
      void expected(data);
      break;
    case 'compare':
      void explore(data, (loaded, cancel) => compareIn(loaded, data.question, cancel));
      break;
    case 'sensitivity':
      void explore(data, (loaded, cancel) => sensitivityIn(loaded, data.question, cancel));
      break;
    case 'stop': {
      stopped = data.id;
      const one = exploring.get(data.id);
      if (one !== undefined) one.cancel.aborted = true;
      break;
    }
    case 'survival':
      if (data.id === current && standing !== undefined) say({ id: data.id, ...survivalOf(standing, data.state) });
      break;
  }
});
