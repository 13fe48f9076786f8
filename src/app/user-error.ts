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

/**
 * The error that several faults make: the first is the message, the rest stand below it.
 * @param otherwise the message where there is none
 */
export function faultsError(faults: readonly string[], otherwise: string): UserError {
  const [first = otherwise, ...rest] = faults;
  return new UserError(first, rest);
}
