import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { draftName, draftNames, dropDraft, readDraft } from '../../src/web/editor/drafts.ts';
import { openKeeper, type Keeper } from '../../src/web/editor/keeper.ts';

/** A workspace of one shelf, as the API answers for it. */
function workspace() {
  const shelf = new Map<string, { text: string; revision: string }>();
  let saves = 0;
  const state = { shelf, away: false, puts: 0 };
  const answer = (status: number, body: unknown): Response => new Response(JSON.stringify(body), { status });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}): Promise<Response> => {
    if (state.away) throw new TypeError('no network');
    const name = /^\/api\/drafts\/([a-z0-9-]+)$/.exec(url)?.[1];
    const line = (key: string) => ({ name: key, revision: shelf.get(key)?.revision, saved: '2026-11-26T02:00:00.000Z', title: null, faults: 0 });
    if (name === undefined) return answer(200, { rows: [...shelf.keys()].map(line) });
    const current = shelf.get(name);
    if (init.method !== 'PUT') return current === undefined ? answer(404, {}) : answer(200, { ...line(name), text: current.text });
    state.puts += 1;
    const headers = new Headers(init.headers);
    const on = headers.get('if-none-match') === '*' ? undefined : headers.get('if-match')?.replaceAll('"', '');
    if (current?.revision !== on) return answer(412, { current: current === undefined ? null : { ...line(name), text: current.text } });
    const { text }: { text: string } = JSON.parse(String(init.body));
    shelf.set(name, { text, revision: `r${++saves}` });
    return answer(200, line(name));
  });
  return state;
}

let kept: Map<string, string>;
let full: boolean;
let server: ReturnType<typeof workspace>;
beforeEach(() => {
  vi.useFakeTimers();
  kept = new Map();
  full = false;
  server = workspace();
  vi.stubGlobal(
    'localStorage',
    new Proxy(
      {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => {
          if (full) throw new Error('full');
          kept.set(key, value);
        },
        removeItem: (key: string) => void kept.delete(key),
      },
      { ownKeys: () => [...kept.keys()], getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }) },
    ),
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const begins = { text: 'a', base: 'nato' };
async function open(name = 'entente', from: typeof begins | null = begins): Promise<Keeper> {
  const keeper = await openKeeper(name, from);
  if (keeper === null) throw new Error('nothing opened');
  return keeper;
}

describe('a draft kept as it is typed', () => {
  it('is kept nowhere until it is typed in, then at once in the browser and a moment later in the workspace', async () => {
    const keeper = await open();
    expect(keeper.view()).toMatchObject({ text: 'a', base: 'nato', keeping: 'untouched' });
    expect(draftNames()).toEqual([]);
    keeper.type('ab');
    expect(readDraft('entente')).toMatchObject({ text: 'ab', kept: false });
    expect(keeper.view().keeping).toBe('saving');
    keeper.type('abc');
    await vi.advanceTimersByTimeAsync(800);
    expect(keeper.view()).toMatchObject({ keeping: 'workspace', revision: 'r1' });
    expect(server.shelf.get('entente')?.text).toBe('abc');
    expect(server.puts).toBe(1);
    expect(readDraft('entente')).toMatchObject({ text: 'abc', kept: true, revision: 'r1' });
  });

  it('saves what was typed during a save', async () => {
    const keeper = await open();
    keeper.type('ab');
    vi.advanceTimersByTime(700);
    keeper.type('abc');
    await vi.advanceTimersByTimeAsync(1600);
    expect(server.shelf.get('entente')?.text).toBe('abc');
    expect(keeper.view().keeping).toBe('workspace');
  });

  it('stays in the browser while the workspace is away, and follows once it is back', async () => {
    const keeper = await open();
    server.away = true;
    keeper.type('ab');
    await vi.advanceTimersByTimeAsync(800);
    expect(keeper.view()).toMatchObject({ keeping: 'browser', fault: 'The workbench does not answer' });
    server.away = false;
    await vi.advanceTimersByTimeAsync(6000);
    expect(keeper.view()).toMatchObject({ keeping: 'workspace', fault: null });
  });

  it('says so where it can be kept nowhere', async () => {
    const keeper = await open();
    server.away = true;
    full = true;
    keeper.type('ab');
    await vi.advanceTimersByTimeAsync(800);
    expect(keeper.view().keeping).toBe('nowhere');
  });

  it('overwrites nothing that was saved elsewhere: the writer chooses', async () => {
    const keeper = await open();
    keeper.type('ab');
    await vi.advanceTimersByTimeAsync(800);
    server.shelf.set('entente', { text: 'theirs', revision: 'other' });
    keeper.type('mine');
    await vi.advanceTimersByTimeAsync(800);
    expect(keeper.view()).toMatchObject({ keeping: 'conflict', text: 'mine', other: { text: 'theirs' } });
    keeper.type('mine too');
    await vi.advanceTimersByTimeAsync(6000);
    expect(server.shelf.get('entente')?.text).toBe('theirs');
    keeper.settle('mine');
    await vi.advanceTimersByTimeAsync(0);
    expect(server.shelf.get('entente')?.text).toBe('mine too');
  });

  it('takes the other text where that is chosen', async () => {
    const keeper = await open();
    keeper.type('ab');
    await vi.advanceTimersByTimeAsync(800);
    server.shelf.set('entente', { text: 'theirs', revision: 'other' });
    keeper.type('mine');
    await vi.advanceTimersByTimeAsync(800);
    keeper.settle('theirs');
    await vi.advanceTimersByTimeAsync(0);
    expect(keeper.view()).toMatchObject({ text: 'theirs', keeping: 'workspace' });
    expect(server.shelf.get('entente')?.text).toBe('theirs');
  });

  it('saves anew where it was taken away elsewhere', async () => {
    const keeper = await open();
    keeper.type('ab');
    await vi.advanceTimersByTimeAsync(800);
    server.shelf.delete('entente');
    keeper.type('abc');
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.shelf.get('entente')?.text).toBe('abc');
  });
});

describe('a draft opened again', () => {
  it('is as the workspace has it', async () => {
    server.shelf.set('entente', { text: 'kept', revision: 'k' });
    expect((await open()).view()).toMatchObject({ text: 'kept', keeping: 'workspace', revision: 'k' });
  });

  it('is as this browser has it where that was never saved, and is saved now', async () => {
    server.away = true;
    const first = await open();
    first.type('ab');
    await vi.advanceTimersByTimeAsync(100);
    server.away = false;
    const again = await open('entente', null);
    expect(again.view().text).toBe('ab');
    await vi.advanceTimersByTimeAsync(100);
    expect(server.shelf.get('entente')?.text).toBe('ab');
  });

  it('asks where both have a text of their own', async () => {
    const first = await open();
    first.type('ab');
    server.shelf.set('entente', { text: 'theirs', revision: 'other' });
    expect((await open()).view()).toMatchObject({ keeping: 'conflict', text: 'ab', other: { text: 'theirs' } });
  });

  it('is none where neither has it, and says what is amiss where the workspace is away', async () => {
    expect(await openKeeper('nothing', null)).toBeNull();
    server.away = true;
    await expect(openKeeper('nothing', null)).rejects.toThrow("This browser holds no draft 'nothing'");
  });

  it('is gone from the browser once dropped', async () => {
    (await open()).type('ab');
    expect(draftNames()).toEqual(['entente']);
    dropDraft('entente');
    expect(draftNames()).toEqual([]);
  });
});

describe('the name of a draft', () => {
  it.each([
    ['Nordic-Baltic Compact, draft 3', 'nordic-baltic-compact-draft-3'],
    ['Traité de Élysée', 'traite-de-elysee'],
    ['—', undefined],
  ])('%s: %s', (text, name) => expect(draftName(text)).toBe(name));
});
