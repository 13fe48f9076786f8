/** A mistake in what the user gave: one line says what is wrong, where, what was expected and what to do. Never a stack trace. */
export class UserError extends Error {
  /** Further lines, shown after the first. */
  readonly detail: readonly string[];

  constructor(message: string, detail: readonly string[] = [], options?: ErrorOptions) {
    super(message, options);
    this.name = 'UserError';
    this.detail = detail;
  }
}
