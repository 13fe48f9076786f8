import type * as z from 'zod';

/** A single model on plain numbers, for teaching and for programs. */
export interface Model {
  /** As on the command line: `crisis`. */
  readonly name: string;
  /** One line. */
  readonly title: string;
  /** Reads the input and runs on it; the result is plain JSON. @throws {RangeError} where the numbers make no sense */
  readonly run: (input: unknown) => ModelResult;
}

export type ModelResult = { readonly ok: true; readonly value: Readonly<Record<string, unknown>> } | { readonly ok: false; readonly error: z.ZodError };

/** A model with the schema of its input. */
export function defineModel<T>(model: {
  readonly name: string;
  readonly title: string;
  readonly input: z.ZodType<T>;
  readonly run: (input: T) => Readonly<Record<string, unknown>>;
}): Model {
  return {
    name: model.name,
    title: model.title,
    run: (input) => {
      const parsed = model.input.safeParse(input);
      return parsed.success ? { ok: true, value: model.run(parsed.data) } : { ok: false, error: parsed.error };
    },
  };
}
