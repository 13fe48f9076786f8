import { readFileSync, rmSync, statSync } from 'node:fs';
import * as z from 'zod';
import { replaceFile } from '../disk/durable.ts';

/** What is known of a file whose download has begun. */
const aboutSchema = z.strictObject({
  url: z.string(),
  /** ETag or date by which the server says that it is the same file still; without one it is begun anew. */
  validator: z.string().nullable(),
  /** Bytes of the whole, where the server said. */
  total: z.int().nonnegative().nullable(),
});

export type About = z.infer<typeof aboutSchema>;

/** The bytes of a download that came so far, beside the file they will be. */
export interface Part {
  readonly file: string;
  /** Bytes that are there. */
  size(): number;
  /** What was noted of them; undefined where they cannot be gone on from. */
  about(url: string): About | undefined;
  note(about: About): void;
  remove(): void;
}

/** @param target the file that will be */
export function partOf(target: string): Part {
  const file = `${target}.part`;
  const notes = `${file}.json`;
  return {
    file,
    size: () => statSync(file, { throwIfNoEntry: false })?.size ?? 0,
    about: (url) => {
      try {
        const about = aboutSchema.parse(JSON.parse(readFileSync(notes, 'utf8')));
        return about.url === url ? about : undefined;
      } catch {
        return undefined;
      }
    },
    note: (about) => replaceFile(notes, `${JSON.stringify(about)}\n`),
    remove: () => {
      for (const one of [file, notes]) rmSync(one, { force: true });
    },
  };
}
