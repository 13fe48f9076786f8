import { detailOf, isRecord } from '../data/problem.ts';

/** The drafts of the workspace, over the API. */

export interface DraftLine {
  readonly name: string;
  readonly revision: string;
  readonly saved: string;
  readonly title: string | null;
  readonly faults: number;
}

export interface WorkspaceDraft {
  readonly revision: string;
  readonly saved: string;
  readonly text: string;
}

export interface Revision {
  readonly revision: string;
  readonly saved: string;
}

/** What became of a save. */
export type Saved =
  | { readonly kind: 'saved'; readonly revision: string; readonly saved: string }
  /** Another text stands there by now; null where none does. */
  | { readonly kind: 'changed'; readonly current: WorkspaceDraft | null }
  /** The workspace did not take it, and why. */
  | { readonly kind: 'away'; readonly reason: string };

const AWAY = 'The workbench does not answer';

const isDraft = (value: unknown): value is WorkspaceDraft =>
  isRecord(value) && typeof value['revision'] === 'string' && typeof value['saved'] === 'string' && typeof value['text'] === 'string';
const isRevision = (value: unknown): value is Revision => isRecord(value) && typeof value['revision'] === 'string' && typeof value['saved'] === 'string';
const isLine = (value: unknown): value is DraftLine => isRevision(value) && 'name' in value && 'title' in value && 'faults' in value;

const address = (name: string, rest = ''): string => `/api/drafts/${encodeURIComponent(name)}${rest}`;

async function reasonOf(response: Response): Promise<string> {
  const said: unknown = await response.json().catch(() => null);
  if (response.status === 401 || response.status === 403) return 'Link expired. Open the newest link printed by foedus serve.';
  return detailOf(said) ?? `${AWAY} (${response.status})`;
}

async function rowsOf<T>(url: string, is: (value: unknown) => value is T): Promise<readonly T[]> {
  const response = await fetch(url, { cache: 'no-store' });
  if (!response.ok) throw new Error(await reasonOf(response));
  const page: unknown = await response.json();
  return isRecord(page) && Array.isArray(page['rows']) ? page['rows'].filter(is) : [];
}

/** Every draft of the workspace. Rejects with a sentence where it cannot be asked. */
export const listDrafts = (): Promise<readonly DraftLine[]> => rowsOf('/api/drafts?limit=500', isLine);

/** The last revisions of a draft, the newest first. */
export const revisionsOf = (name: string): Promise<readonly Revision[]> => rowsOf(address(name, '/history?limit=40'), isRevision);

async function draftAt(url: string): Promise<WorkspaceDraft | null> {
  const response = await fetch(url, { cache: 'no-store' });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(await reasonOf(response));
  const found: unknown = await response.json();
  return isDraft(found) ? found : null;
}

/** A draft as it was saved last; null where the workspace has none of that name. */
export async function getDraft(name: string): Promise<WorkspaceDraft | null> {
  const kept = await listDrafts();
  return kept.some((one) => one.name === name) ? draftAt(address(name)) : null;
}

/** A draft as it was at a revision. */
export const getRevision = (name: string, revision: string): Promise<WorkspaceDraft | null> => draftAt(address(name, `/history/${revision}`));

/** Saves a text made from a revision; null: there was none. Never rejects. */
export async function putDraft(name: string, text: string, on: string | null): Promise<Saved> {
  try {
    const response = await fetch(address(name), {
      method: 'PUT',
      headers: { 'content-type': 'application/json', ...(on === null ? { 'if-none-match': '*' } : { 'if-match': `"${on}"` }) },
      body: JSON.stringify({ text }),
      keepalive: text.length < 50_000,
    });
    if (response.ok) {
      const kept: unknown = await response.json();
      return isRevision(kept) ? { kind: 'saved', revision: kept.revision, saved: kept.saved } : { kind: 'away', reason: AWAY };
    }
    if (response.status === 412) {
      const said: unknown = await response.json();
      const current = isRecord(said) ? said['current'] : null;
      return { kind: 'changed', current: isDraft(current) ? current : null };
    }
    return { kind: 'away', reason: await reasonOf(response) };
  } catch {
    return { kind: 'away', reason: AWAY };
  }
}

/** Takes a draft out of the workspace; its revisions stay in its history. Rejects with a sentence where it stays. */
export async function removeDraft(name: string, revision: string): Promise<void> {
  const response = await fetch(address(name), { method: 'DELETE', headers: { 'if-match': `"${revision}"` } });
  if (!response.ok && response.status !== 404) throw new Error(await reasonOf(response));
}
