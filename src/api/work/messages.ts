import * as z from 'zod';
import { measureQuestion, networkQuestion, panelQuestion, similarityQuestion, statusQuestion } from '../questions.ts';

/** What the server and the process that works for it tell each other. */

/** A question, and the folders that are read and written. */
export const workSchema = z.strictObject({
  workspace: z.string(),
  folder: z.string(),
  asked: z.discriminatedUnion('about', [
    z.strictObject({ about: z.literal('status'), question: statusQuestion }),
    z.strictObject({ about: z.literal('panel'), question: panelQuestion }),
    z.strictObject({ about: z.literal('measure'), name: z.string(), question: measureQuestion }),
    z.strictObject({ about: z.literal('similarity'), question: similarityQuestion }),
    z.strictObject({ about: z.literal('network'), question: networkQuestion }),
  ]),
});
type Understood = z.output<typeof workSchema>['asked'];

/** A question as it came in: it is read where the work is done. */
export interface Asked {
  readonly about: Understood['about'];
  readonly name?: string;
  readonly question: unknown;
}

const answer = z.strictObject({ file: z.string(), type: z.string(), name: z.string().exactOptional() });

/** An answer that stands in a file: a value, or under a name a file to keep. */
export type Answer = Readonly<z.infer<typeof answer>>;

/** How it went: an answer, a mistake of the user's, or an error of the program's own with its stack. */
export const toldSchema = z.union([
  z.strictObject({ answer }),
  z.strictObject({ refused: z.strictObject({ message: z.string(), detail: z.array(z.string()) }) }),
  z.strictObject({ fault: z.string() }),
]);
export type Told = z.input<typeof toldSchema>;
