/** Drafts as this browser keeps them: at once, before anything goes to the workspace. */

const KEY = 'foedus-draft:';

export interface LocalDraft {
  readonly text: string;
  /** Id of the treaty of the catalog it began from; null for one written from a template. */
  readonly base: string | null;
  /** When it was last typed in. */
  readonly at: string;
  /** The revision of the workspace that it is a change of; null where the workspace has none. */
  readonly revision: string | null;
  /** Whether the workspace has this very text. */
  readonly kept: boolean;
}

const isDraft = (value: unknown): value is LocalDraft =>
  typeof value === 'object' &&
  value !== null &&
  'text' in value &&
  typeof value.text === 'string' &&
  'base' in value &&
  'at' in value &&
  'revision' in value &&
  'kept' in value;

/** A draft as it was last typed; null where there is none, or storage is closed to us. */
export function readDraft(name: string): LocalDraft | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY + name) ?? 'null');
    return isDraft(value) ? value : null;
  } catch {
    return null;
  }
}

/** Keeps a draft; false where storage is full or closed. */
export function writeDraft(name: string, draft: LocalDraft): boolean {
  try {
    localStorage.setItem(KEY + name, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(name: string): void {
  try {
    localStorage.removeItem(KEY + name);
  } catch {
    // Closed storage holds nothing.
  }
}

/** Names of the drafts in this browser, the last typed first. */
export function draftNames(): readonly string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(KEY))
      .map((key) => key.slice(KEY.length))
      .toSorted((a, b) => (readDraft(b)?.at ?? '').localeCompare(readDraft(a)?.at ?? ''));
  } catch {
    return [];
  }
}

/** Lower-case words joined by hyphens, as the workspace names its files; undefined where a text holds none. */
export function draftName(text: string): string | undefined {
  const name = text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 64)
    .replace(/-+$/, '');
  return name === '' ? undefined : name;
}
