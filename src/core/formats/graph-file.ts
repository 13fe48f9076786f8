export type AttributeType = 'int' | 'double' | 'string' | 'boolean';
export type AttributeValue = number | string | boolean | null;

/** A network as its file formats hold it. Values are named by attribute; one that is null or absent is left out. */
export interface GraphFile {
  readonly name: string;
  /** What the data rest on, in a sentence or more. */
  readonly description: string;
  /** Whether every edge runs from source to target alone; some programs read no file that mixes the two. */
  readonly directed: boolean;
  readonly nodeAttributes: Readonly<Record<string, AttributeType>>;
  readonly edgeAttributes: Readonly<Record<string, AttributeType>>;
  readonly nodes: readonly { readonly id: string; readonly label: string; readonly values: Readonly<Record<string, AttributeValue>> }[];
  readonly edges: readonly {
    readonly source: string;
    readonly target: string;
    readonly values: Readonly<Record<string, AttributeValue>>;
  }[];
}

/** A value as text; undefined where there is none to write: null, absent, or NaN. */
export function attributeText(value: AttributeValue | undefined): string | undefined {
  return value === undefined || value === null || Number.isNaN(value) ? undefined : String(value);
}
