import { DataError } from '../data-error.ts';

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EACCES: 'is closed to you: no permission',
  EPERM: 'is closed to you: no permission',
  EROFS: 'cannot be written: the file system is read-only',
  ENOSPC: 'cannot be written: the disk is full',
  EDQUOT: 'cannot be written: your share of the disk is used up',
  EISDIR: 'is a directory',
  ENOTDIR: 'is no place for a file: part of the path is not a directory',
  EMFILE: 'cannot be opened: too many files are open',
  ENAMETOOLONG: 'has too long a name',
};

/** The system's word for what went wrong (`ENOSPC`); empty where the error is none of the system's. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** An error of the file system in one line; undefined where it is another error. */
export function diskFault(where: string, error: unknown): DataError | undefined {
  const fault = FAULTS[codeOf(error)];
  return fault === undefined ? undefined : new DataError(`${where}: ${fault}.`, [], { cause: error });
}
