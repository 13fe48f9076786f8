/** A data file or store that cannot be used as it is: one line says where and what is wrong, `detail` the rest and what to do. */
export class DataError extends Error {
  readonly detail: readonly string[];

  constructor(message: string, detail: readonly string[] = [], options?: ErrorOptions) {
    super(message, options);
    this.name = 'DataError';
    this.detail = detail;
  }
}
