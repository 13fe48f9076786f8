export const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** What a refusal of the server says (RFC 9457); null where it says nothing. */
export const detailOf = (problem: unknown): string | null => (isRecord(problem) && typeof problem['detail'] === 'string' ? problem['detail'] : null);
