import { lookup as lookupName } from 'node:dns/promises';
import type { Lookup } from './address.ts';

/** How long and how often is tried, and how much is taken. */
export interface Patience {
  /** Milliseconds without an answer, and without a further byte of one, after which a connection counts as dropped. */
  readonly idle: number;
  /** Tries in a row that bring no further byte. */
  readonly tries: number;
  /** Milliseconds before the second try; doubled before each further one. */
  readonly pause: number;
  /** Longest pause, also where the server asks for more, in milliseconds. */
  readonly longestPause: number;
  readonly redirects: number;
  /** Bytes of a file. */
  readonly bytes: number;
}

export const PATIENCE: Patience = { idle: 60_000, tries: 5, pause: 1000, longestPause: 60_000, redirects: 5, bytes: 2 * 1024 ** 3 };

/** What reaches the network; tests hand in their own. */
export interface Network {
  readonly fetch: typeof fetch;
  readonly lookup: Lookup;
}

export const NETWORK: Network = {
  fetch: (...request) => fetch(...request),
  lookup: async (name) => (await lookupName(name, { all: true })).map(({ address }) => address),
};
