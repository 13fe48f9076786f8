import * as z from 'zod';

const years = z.tuple([z.number(), z.number()]);

/** What `/api/data/sources` says of a source, as far as the page shows it. */
const sourceSchema = z.object({
  source: z.string(),
  title: z.string(),
  version: z.string(),
  coverage: years.nullable().optional(),
  terms: z.string(),
  homepage: z.string().nullable().optional(),
  pull: z.boolean(),
  tables: z.array(z.object({ table: z.string(), title: z.string(), unit: z.string(), rows: z.number().nullable().optional() })),
  caveats: z.array(z.string()),
});
const statusSchema = z.object({
  workspace: z.string(),
  sources: z.array(
    z.object({
      source: z.string(),
      version: z.string(),
      in_use: z.boolean(),
      imported: z.string(),
      synthetic: z.boolean(),
      citation: z.string(),
      tables: z.array(
        z.object({
          table: z.string(),
          version: z.string(),
          rows: z.number(),
          columns: z.number(),
          years: years.nullable(),
          gaps: z.array(z.number()),
          sha256: z.string(),
          notes: z.array(z.string()),
          state: z.enum(['sound', 'unchecked', 'missing', 'damaged']),
        }),
      ),
    }),
  ),
});

export type DataSource = z.infer<typeof sourceSchema>;
export type StoredSource = z.infer<typeof statusSchema>['sources'][number];

/** The sources foedus reads, and what the server's workspace holds of them. */
export interface Holdings {
  readonly workspace: string;
  readonly rows: readonly { readonly source: DataSource; readonly stored: StoredSource | undefined }[];
}

async function json(url: string): Promise<unknown> {
  const response = await fetch(url, { cache: 'no-store' });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.json();
}

/** Asks the server. Throws where it does not answer, or answers otherwise than expected. */
export async function fetchRecord(): Promise<Holdings> {
  const [list, status] = await Promise.all([json('/api/data/sources'), json('/api/data/status')]);
  const { sources } = z.object({ sources: z.array(sourceSchema) }).parse(list);
  const held = statusSchema.parse(status);
  return {
    workspace: held.workspace,
    rows: sources.map((source) => ({ source, stored: held.sources.find((one) => one.source === source.source && one.in_use) })),
  };
}
