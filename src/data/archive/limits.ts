import { DataError } from '../data-error.ts';

/** How far an archive is followed before it is taken for a bomb. */
export interface Limits {
  /** Archives within archives; the outermost counts. */
  readonly depth: number;
  /** Entries of all its archives together. */
  readonly entries: number;
  /** Bytes unpacked, of all its entries together. */
  readonly bytes: number;
  /** Bytes unpacked for each byte of the outermost archive. */
  readonly ratio: number;
  /** Bytes up to which the ratio is not asked: small files of zeros pack to nothing. */
  readonly ratioFrom: number;
}

const MIB = 1024 ** 2;

/** Roomy for the largest data set foedus reads (V-Dem's country-years, about half a GiB), and for tables that are mostly zeros. */
export const LIMITS: Limits = { depth: 3, entries: 10_000, bytes: 4096 * MIB, ratio: 250, ratioFrom: 64 * MIB };

/** What may still be unpacked of one outermost archive. Each function throws where a limit is passed. */
export interface Budget {
  readonly limits: Limits;
  /** @throws {DataError} */
  enter(count: number, where: string): void;
  /** Checks what an archive says of itself, before a byte is unpacked. @throws {DataError} */
  declare(bytes: number, where: string): void;
  /** Counts what was unpacked in fact. @throws {DataError} */
  spend(bytes: number, where: string): void;
}

const size = (bytes: number): string =>
  bytes < 10 * MIB ? `${bytes.toLocaleString('en-US')} bytes` : `${Math.round(bytes / MIB).toLocaleString('en-US')} MiB`;

/** @param packed bytes of the outermost archive */
export function createBudget(packed: number, limits: Limits): Budget {
  let entries = 0;
  let spent = 0;
  const bomb = (where: string, what: string): DataError =>
    new DataError(`${where}: ${what}; this is how a zip bomb looks, and it was not unpacked.`, [
      'No data set that foedus reads is packed like this. Where the file is sound, unpack it yourself and import the folder.',
    ]);
  const check = (bytes: number, where: string, verb: string): void => {
    if (bytes > limits.bytes) throw bomb(where, `${verb} more than ${size(limits.bytes)}`);
    if (bytes > limits.ratioFrom && bytes > packed * limits.ratio) throw bomb(where, `${verb} more than ${limits.ratio} times its ${size(packed)}`);
  };
  return {
    limits,
    enter: (count, where) => {
      entries += count;
      if (entries > limits.entries) throw bomb(where, `holds more than ${limits.entries.toLocaleString('en-US')} entries`);
    },
    declare: (bytes, where) => check(spent + bytes, where, 'says that it unpacks to'),
    spend: (bytes, where) => {
      spent += bytes;
      check(spent, where, 'unpacks to');
    },
  };
}
