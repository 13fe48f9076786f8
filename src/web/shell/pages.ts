import { START } from '../fight/search.ts';
import { BURDEN_START, COMPARE_START, DECADES_START, DESIGN_START, HISTORY_START } from './starts.ts';

/** A page of the workbench as header, menu and shortcuts name it; only pages that exist are here. */
export interface PageEntry {
  readonly words: string;
  readonly to: '/fight' | '/treaties' | '/assess' | '/burden' | '/compare' | '/design' | '/decades' | '/history' | '/data';
  readonly search: Readonly<Record<string, string>>;
  /** After `g`. */
  readonly key: string;
  /** Addresses that belong to it begin so. */
  readonly under: readonly string[];
}

export const PAGES: readonly PageEntry[] = [
  { words: 'Who would fight?', to: '/fight', search: { ...START }, key: 'w', under: ['/fight'] },
  { words: 'Treaties', to: '/treaties', search: {}, key: 't', under: ['/treat', '/edit'] },
  { words: 'Assessment', to: '/assess', search: {}, key: 'a', under: ['/assess'] },
  { words: 'Burden', to: '/burden', search: { ...BURDEN_START }, key: 'b', under: ['/burden'] },
  { words: 'Compare', to: '/compare', search: { ...COMPARE_START }, key: 'c', under: ['/compare'] },
  { words: 'Design', to: '/design', search: { ...DESIGN_START }, key: 'e', under: ['/design'] },
  { words: 'Decades ahead', to: '/decades', search: { ...DECADES_START }, key: 'n', under: ['/decades'] },
  { words: 'History', to: '/history', search: { ...HISTORY_START }, key: 'h', under: ['/history'] },
  { words: 'Data', to: '/data', search: {}, key: 'd', under: ['/data'] },
];
