/** How far a long computation is, told between two pieces of it; the caller may look at other things and go on, or cancel. */
export interface Progress {
  readonly part: string;
  readonly done: number;
  readonly total: number;
}

/** Asked between two pieces: where it is set, what is done is kept and the rest left. */
export interface Cancel {
  readonly aborted: boolean;
}

/** A computation in pieces, with its result at the end. */
export type Steps<T> = Generator<Progress, T>;

/** Runs through all pieces at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
