/** A question that cannot be estimated as it is put: a formula that cannot be read, a column that is not there, a model that is not identified. */
export class EstimateError extends Error {
  /** What to do about it, one line each. */
  readonly detail: readonly string[];

  constructor(message: string, detail: readonly string[] = []) {
    super(message);
    this.name = 'EstimateError';
    this.detail = detail;
  }
}
