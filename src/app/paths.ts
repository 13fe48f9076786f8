import { fileURLToPath } from 'node:url';

/** What the build makes, seen from the sources as from the compiled files: both lie two folders below the project. */
export const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
