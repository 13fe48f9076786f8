import * as z from 'zod';

/** What the server and the process that works for it tell each other. */

/** A question, and the folders that are read and written. */
export const workSchema = z.strictObject({
  workspace: z.string(),
  /** For the answer alone. */
  folder: z.string(),
  verb: z.string(),
  question: z.unknown(),
  /** The day that questions mean which name none. */
  today: z.string(),
});
export type Work = Readonly<z.infer<typeof workSchema>>;

const answer = z.strictObject({ file: z.string(), type: z.string(), name: z.string().exactOptional() });

/** An answer that stands in a file: a value, or under a name a file to keep. */
export type Answer = Readonly<z.infer<typeof answer>>;

/** How far it is; or how it went: an answer, a mistake of the user's, or an error of the program's own with its stack. */
export const toldSchema = z.union([
  z.strictObject({ progress: z.strictObject({ done: z.number(), total: z.number() }) }),
  z.strictObject({ answer }),
  z.strictObject({ refused: z.strictObject({ message: z.string(), detail: z.array(z.string()) }) }),
  z.strictObject({ fault: z.string() }),
]);
export type Told = z.input<typeof toldSchema>;
