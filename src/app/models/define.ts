import type * as z from 'zod';

type Value = Readonly<Record<string, unknown>>;

/** What a model found: plain JSON, and the figure of it where there is one. */
export interface ModelAnswer {
  readonly value: Value;
  /** An SVG file. */
  readonly figure?: () => string;
}

/** A single model on plain numbers, for teaching and for programs. */
export interface Model {
  /** As on the command line: `crisis`. */
  readonly name: string;
  /** One line. */
  readonly title: string;
  /** Reads the input and runs on it. @throws {RangeError} where the numbers make no sense */
  readonly run: (input: unknown) => ModelResult;
}

export type ModelResult = { readonly ok: true; readonly answer: ModelAnswer } | { readonly ok: false; readonly error: z.ZodError };

/** A model with the schema of its input; its figure is drawn from the value found and the input as read. */
export function defineModel<T, V extends Value>(model: {
  readonly name: string;
  readonly title: string;
  readonly input: z.ZodType<T>;
  readonly run: (input: T) => V;
  readonly figure?: (value: V, input: T) => string;
}): Model {
  const { name, title, figure } = model;
  return {
    name,
    title,
    run: (input) => {
      const parsed = model.input.safeParse(input);
      if (!parsed.success) return { ok: false, error: parsed.error };
      const value = model.run(parsed.data);
      return { ok: true, answer: { value, ...(figure !== undefined && { figure: () => figure(value, parsed.data) }) } };
    },
  };
}
