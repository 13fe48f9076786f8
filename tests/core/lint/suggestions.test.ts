import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/core/diagnostics.ts';
import { applyFixes } from '../../../src/core/lint/index.ts';
import { parseTreaty } from '../../../src/core/treaty/parse.ts';
import { lint } from './linting.ts';

const treaty = (body: string): string => `language: 1
id: sample
name: Sample
form: alliance
signed: 2026-01-01
secrecy: public
sources: [{title: Sample, citation: "UNTS 1, 1"}]
parties:
  - {state: JPN, from: 2026-01-01}
  - {state: PHL, from: 2026-01-01}
  - {state: AUS, from: 2026-01-01}
${body}`;

const clause = (trigger: string, response: string): string => `obligations:
  - id: defend # all for one
    article: "1"
    kind: defense
    bound: all
    to: all
    trigger: ${trigger}
    response: ${response}
`;

/** The change a person picks for the first finding of a rule: the text after it. */
function chosen(text: string, rule: string, title: string): string {
  const found = lint([{ file: 'f', text }]).diagnostics.find((one) => one.rule === rule);
  const fix = found?.suggestions?.find((one) => one.title === title);
  expect(fix, `${rule}: ${title}; there is ${found?.suggestions?.map((one) => one.title).join(', ') ?? 'none'}`).toBeDefined();
  return found === undefined || fix === undefined ? text : applyFixes(text, [{ ...found, fix }]);
}

const rules = (text: string): readonly string[] => lint([{ file: 'f', text }]).diagnostics.map(({ rule }: Diagnostic) => rule);

const AUTOMATIC = '{automaticity: automatic, force: required}';
const BLOCK = '\n      event: war # any\n      against: any';

describe('suggestions', () => {
  it.each<[rule: string, title: string, text: string, holds: string]>([
    [
      'scope/no-area-or-domain',
      'Hold it to asia, oceania',
      treaty(clause('{event: armed-attack}', AUTOMATIC)),
      'trigger: {event: armed-attack, area: {include: [asia, oceania]}}',
    ],
    [
      'scope/no-area-or-domain',
      'Name land, sea and air',
      treaty(clause('\n      event: armed-attack # by anyone', AUTOMATIC)),
      '      event: armed-attack # by anyone\n      domains: [land, sea, air]\n',
    ],
    [
      'scope/open-adversary',
      'Leave the response to judgment',
      treaty(clause('{event: armed-attack}', AUTOMATIC)),
      '{automaticity: discretionary, force: required}',
    ],
    [
      'scope/open-area',
      'Hold it to asia, oceania',
      treaty(clause('{event: armed-attack, area: {territory: any}}', AUTOMATIC)),
      'area: {territory: any, include: [asia, oceania]}',
    ],
    ['obligation/unconditional-force', 'Help only who did not begin it', treaty(clause(BLOCK, AUTOMATIC)), 'event: war # any\n      unprovoked: true\n'],
    ['obligation/unconditional-force', 'Consult first', treaty(clause(BLOCK, AUTOMATIC)), 'force: required, consult_first: true}'],
    [
      'domestic/constitutional-processes',
      'Keep the constitutional processes',
      treaty(clause('{event: armed-attack}', AUTOMATIC)),
      'force: required, constitutional_processes: true}',
    ],
    ['exit/missing', 'Let a party leave at a year’s notice', treaty(clause('{event: threat}', AUTOMATIC)), '\nexit: {notice: P1Y}\n'],
    ['exit/no-notice', 'Ask for a year’s notice', treaty(`${clause('{event: threat}', AUTOMATIC)}exit: {article: "7"}\n`), 'exit: {article: "7", notice: P1Y}'],
    ['decision/no-rule', 'Decide by consensus', treaty(clause('{event: threat}', AUTOMATIC)), '\ndecisions: {rule: consensus}\n'],
    [
      'purpose/no-review',
      'Look at it every year',
      treaty(`purposes:\n  - id: deter\n    text: Deter\n    metric: armed-attacks\n${clause('{event: threat}', AUTOMATIC)}`),
      '  - id: deter\n    review: yearly\n',
    ],
  ])('%s: %s', (rule, title, text, holds) => {
    const after = chosen(text, rule, title);
    expect(after).toContain(holds);
    const parsed = parseTreaty(after, 'f');
    expect(parsed.ok ? [] : parsed.diagnostics.map(({ message }) => message)).toEqual([]);
    expect(rules(after)).not.toContain(rule);
  });

  it('are not made unasked', () => {
    const text = treaty(clause('{event: armed-attack}', AUTOMATIC));
    const { diagnostics } = lint([{ file: 'f', text }]);
    expect(diagnostics.some(({ suggestions }) => suggestions !== undefined)).toBe(true);
    expect(applyFixes(text, diagnostics)).toBe(text);
  });
});
