/** Where a command looks for files and data. */
export interface Workplace {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The workspace named by `--workspace`; found when left out. */
  readonly workspace?: string | undefined;
}
