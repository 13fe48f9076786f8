/** What the server answers and takes, as the pages see it. Types alone: the schemas beside the routes are held to them. */

/** One page of a list. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly offset: number;
  /** Address of the next page; null on the last. */
  readonly next: string | null;
}

/** An error, `application/problem+json` (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** More lines for the user. */
  readonly hints?: readonly string[];
  /** Every part of the request that is wrong. */
  readonly errors?: readonly { readonly path: string; readonly message: string }[];
  /** With 412: what stands instead; null where nothing does any more. */
  readonly current?: KeptText | null;
}

/** A text of the workspace, whose `revision` is its ETag. */
export interface Kept {
  readonly name: string;
  readonly revision: string;
  /** UTC. */
  readonly saved: string;
  readonly bytes: number;
}

export interface KeptText extends Kept {
  readonly text: string;
}

export interface DraftLine extends Kept {
  /** The treaty's own name; null where the text is no treaty yet. */
  readonly title: string | null;
  readonly faults: number;
}

export interface Draft extends DraftLine {
  readonly text: string;
}

/** A verb of the command line with its words and its flags, dashes left out. */
export interface StudyStep {
  readonly verb: string;
  readonly arguments?: readonly string[];
  readonly flags?: Readonly<Record<string, string | number | boolean | readonly (string | number)[]>>;
  /** File of the result. */
  readonly write?: string;
  readonly sha256?: string;
}

export interface Study {
  readonly format: 1;
  readonly title: string;
  readonly notes?: string;
  readonly date: string;
  /** Address of the page that shows it: a path with its query. */
  readonly view?: string;
  readonly settings?: { readonly rules?: Readonly<Record<string, unknown>>; readonly codes?: string };
  readonly seed?: number;
  readonly foedus?: string;
  readonly catalog?: string;
  readonly data?: readonly { readonly source: string; readonly version: string; readonly sha256: string }[];
  readonly treaties?: readonly { readonly file: string; readonly sha256?: string; readonly text: string }[];
  readonly files?: readonly { readonly file: string; readonly sha256?: string; readonly text: string }[];
  readonly verbs: readonly StudyStep[];
}

export interface StudyLine extends Kept {
  readonly title: string;
  readonly date: string;
  readonly view: string | null;
  readonly verbs: number;
}

export interface OpenStudy extends Kept {
  readonly study: Study;
  /** What is not as the study recorded it, in sentences. */
  readonly differs: readonly {
    readonly what: 'catalog' | 'data' | 'treaty';
    readonly name: string;
    readonly recorded: string;
    readonly here: string | null;
    readonly sentence: string;
  }[];
}

/** The body of `POST /api/studies`: a study to be made of a view, or the text of one that somebody sent. */
export type StudyToKeep =
  | { readonly text: string }
  | {
      readonly title: string;
      readonly notes?: string;
      readonly view?: string;
      readonly seed?: number;
      /** Left out: what the page at the view asks. */
      readonly verbs?: readonly StudyStep[];
      /** Names of drafts to be taken into it in full. */
      readonly drafts?: readonly string[];
    };

/** Long work under way: `POST` of a question with `Prefer: respond-async`. */
export interface Job {
  readonly id: string;
  readonly verb: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'stopped';
  /** UTC. */
  readonly started: string;
  readonly seconds: number;
  readonly done: number;
  /** 0 while it is not known. */
  readonly total: number;
  readonly seconds_left: number | null;
  /** Where it failed. */
  readonly problem?: Problem;
}
