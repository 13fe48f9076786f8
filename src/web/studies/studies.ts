import { detailOf, isRecord } from '../data/problem.ts';
import type { OpenStudy, Page, StudyLine } from '../../api/types.ts';

/** Studies of the workspace, over the API. Every call rejects with a sentence. */

const isPage = (value: unknown): value is Page<StudyLine> => isRecord(value) && Array.isArray(value['rows']);
const isOpen = (value: unknown): value is OpenStudy => isRecord(value) && isRecord(value['study']) && Array.isArray(value['differs']);

async function asked<T>(url: string, is: (value: unknown) => value is T, init?: RequestInit): Promise<T> {
  const response = await fetch(url, { cache: 'no-store', ...init }).catch(() => {
    throw new Error('The workbench does not answer. Start foedus serve again; this page reconnects.');
  });
  const value: unknown = await response.json().catch(() => null);
  if (response.ok && is(value)) return value;
  throw new Error(detailOf(value) ?? `The workbench could not do this (${response.status}).`);
}

const post = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

/** The last saved first. */
export async function listStudies(): Promise<readonly StudyLine[]> {
  const { rows } = await asked('/api/studies?limit=200', isPage);
  return rows.toSorted((a, b) => (a.saved < b.saved ? 1 : -1));
}

/** Keeps a view as a study, with the drafts it shows taken into it. */
export const saveStudy = (title: string, view: string): Promise<OpenStudy> => asked('/api/studies', isOpen, post({ title, view }));

/** Takes in a study that somebody sent. */
export const takeStudy = (text: string): Promise<OpenStudy> => asked('/api/studies', isOpen, post({ text }));

export const openStudy = (name: string): Promise<OpenStudy> => asked(`/api/studies/${encodeURIComponent(name)}`, isOpen);

/** Where a study is had as a file. */
export const studyFile = (name: string): string => `/api/studies/${encodeURIComponent(name)}/file`;
