/**
 * SARIF 2.1.0, the Static Analysis Results Interchange Format (OASIS Standard, 27 March 2020): the part of it that a
 * linter of text files needs. Lines and columns count from 1 in UTF-16 code units; an end column is the first past the region.
 */

export interface SarifRegion {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface SarifPlace {
  /** Relative, with slashes, or an absolute URI. */
  readonly uri: string;
  readonly region: SarifRegion;
}

export type SarifLevel = 'error' | 'warning' | 'note';

export interface SarifRule {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly help: string;
  readonly helpUri?: string;
  readonly level: SarifLevel;
}

export interface SarifResult {
  readonly rule: string;
  readonly level: SarifLevel;
  readonly message: string;
  readonly place: SarifPlace;
  /** A fully qualified name within the file: "obligations[0].trigger". */
  readonly logical?: string;
  readonly related?: readonly { readonly place: SarifPlace; readonly message: string }[];
  readonly fix?: {
    readonly description: string;
    readonly uri: string;
    readonly replacements: readonly { readonly region: SarifRegion; readonly text: string }[];
  };
  /** Why it is suppressed in the source; left out where it is not. */
  readonly suppressedBecause?: string;
}

export interface SarifTool {
  readonly name: string;
  readonly version: string;
  readonly informationUri?: string;
}

/** A SARIF log of one run, ready for `JSON.stringify`. */
export function sarifLog(tool: SarifTool, rules: readonly SarifRule[], results: readonly SarifResult[]) {
  const index = new Map(rules.map(({ id }, i) => [id, i]));
  return {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            semanticVersion: tool.version,
            ...(tool.informationUri !== undefined && { informationUri: tool.informationUri }),
            rules: rules.map(descriptor),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: results.map((result) => resultOf(result, index.get(result.rule))),
      },
    ],
  };
}

export type SarifLog = ReturnType<typeof sarifLog>;

function descriptor({ id, summary, description, help, helpUri, level }: SarifRule) {
  return {
    id,
    shortDescription: { text: summary },
    fullDescription: { text: description },
    help: { text: help },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level },
  };
}

function resultOf({ rule, level, message, place, logical, related, fix, suppressedBecause }: SarifResult, ruleIndex: number | undefined) {
  return {
    ruleId: rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level,
    message: { text: message },
    locations: [{ physicalLocation: physical(place), ...(logical !== undefined && { logicalLocations: [{ fullyQualifiedName: logical }] }) }],
    ...(related !== undefined &&
      related.length > 0 && { relatedLocations: related.map((one, id) => ({ id, physicalLocation: physical(one.place), message: { text: one.message } })) }),
    ...(fix !== undefined && { fixes: [fixOf(fix)] }),
    ...(suppressedBecause !== undefined && { suppressions: [{ kind: 'inSource', justification: suppressedBecause }] }),
  };
}

function physical({ uri, region }: SarifPlace) {
  return { artifactLocation: { uri }, region };
}

function fixOf({ description, uri, replacements }: NonNullable<SarifResult['fix']>) {
  return {
    description: { text: description },
    artifactChanges: [
      { artifactLocation: { uri }, replacements: replacements.map(({ region, text }) => ({ deletedRegion: region, insertedContent: { text } })) },
    ],
  };
}
