import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { formatSarif, rules, type LintSource } from '../../../src/core/lint/index.ts';
import { earlyFiles } from '../../support/catalog-files.ts';
import { lint } from './linting.ts';

/** The schema is draft-04; of what sets it apart from draft-07 it uses only the name of its `id`. */
const { id: _id, $schema: _draft, ...schema } = JSON.parse(readFileSync(new URL('../../support/schemas/sarif-2.1.0.json', import.meta.url), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

function log(sources: readonly LintSource[]) {
  const { diagnostics, suppressed } = lint(sources);
  return formatSarif(diagnostics, new Map(sources.map(({ file, text }) => [file, text])), { version: '1.2.3', suppressed });
}

const BAD = `language: 1
id: sample
name: Sample
signed: 1949-04-04
secrecy: public
sources: [{title: T}]
parties: [{state: GMY, from: 1949-08-24}, {state: NLD, from: 1949-08-24}]
# foedus-disable-next-line obligation/none -- unfinished
obligations: []
`;

describe('SARIF', { timeout: 30_000 }, () => {
  it('the schema refuses what is no SARIF', () => {
    expect(validate({ version: '2.1.0' })).toBe(false);
    expect(validate({ version: '2.0.0', runs: [] })).toBe(false);
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ message: {}, level: 'advice' }] }] })).toBe(false);
  });

  it.each<[string, readonly LintSource[]]>([
    ['treaties of the catalog', earlyFiles],
    ['nothing', []],
    ['a fix, a suppression, Windows separators and a space', [{ file: 'drafts\\my treaty.yaml', text: BAD }]],
    ['a file that does not parse', [{ file: 'C:\\drafts\\x.yaml', text: 'language: 1\nid: [' }]],
  ])('is valid for %s', (_name, sources) => {
    validate(log(sources));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('describes every rule, with its level', () => {
    const driver = log([]).runs[0]?.tool.driver;
    expect(driver?.semanticVersion).toBe('1.2.3');
    expect(driver?.rules.map(({ id, defaultConfiguration }) => `${id} ${defaultConfiguration.level}`)).toEqual(
      rules.map(({ id, severity }) => `${id} ${severity === 'advice' ? 'note' : severity}`),
    );
  });

  it('gives place, fix and suppression of a finding', () => {
    const run = log([{ file: 'drafts\\my treaty.yaml', text: BAD }]).runs[0];
    const of = (rule: string) => run?.results.find(({ ruleId }) => ruleId === rule);
    const region = { startLine: 7, startColumn: 19, endLine: 7, endColumn: 22 };
    const artifactLocation = { uri: 'drafts/my%20treaty.yaml' };
    expect(of('party/unknown-state')).toMatchObject({
      ruleIndex: rules.findIndex(({ id }) => id === 'party/unknown-state'),
      level: 'error',
      locations: [{ physicalLocation: { artifactLocation, region }, logicalLocations: [{ fullyQualifiedName: 'parties[0].state' }] }],
      fixes: [
        {
          description: { text: 'Write DEU' },
          artifactChanges: [{ artifactLocation, replacements: [{ deletedRegion: region, insertedContent: { text: 'DEU' } }] }],
        },
      ],
    });
    expect(of('obligation/none')).toMatchObject({ suppressions: [{ kind: 'inSource', justification: 'unfinished' }] });
    expect(of('source/bare')).not.toHaveProperty('suppressions');
  });

  it('points into the other file of a conflict', () => {
    const related = log(earlyFiles).runs[0]?.results.find(
      ({ ruleId, locations }) =>
        ruleId === 'portfolio/contradiction-who-began' && locations[0]?.physicalLocation.artifactLocation.uri === 'franco-italian-1902.yaml',
    )?.relatedLocations;
    expect(related?.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri)).toEqual(['triple-1882.yaml']);
  });
});
