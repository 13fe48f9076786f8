import { describe, expect, it } from 'vitest';
import { applyFixes, readLintConfig } from '../../../src/core/lint/index.ts';
import { positionAt } from '../../../src/core/diagnostics.ts';
import { lint, placed } from './linting.ts';

const treaty = (exit: string): string => `language: 1
id: sample
name: Sample
form: alliance
signed: 1949-04-04
in_force: 1949-08-24
secrecy: public
sources: [{title: Sample, year: 1949, citation: "UNTS 1, 1"}]
parties: [{state: BEL, from: 1949-08-24}, {state: NLD, from: 1949-08-24}]
purposes: [{id: deter, text: Deter, metric: armed-attacks, target: 0, review: yearly}]
obligations: [{id: consult, article: "1", kind: consultation, bound: all, to: all, trigger: {event: threat}}]
term: {kind: indefinite, review: {after: P10Y}}
${exit}`;

function result(text: string, rules = {}) {
  const sources = [{ file: 'f', text }];
  const { diagnostics, suppressed } = lint(sources, { config: { rules } });
  return { found: placed(diagnostics, sources), suppressed: suppressed.map(({ diagnostic, reason }) => `${diagnostic.rule}: ${reason}`), diagnostics };
}

describe('a comment with a reason', () => {
  it('switches a rule off for the next line', () => {
    expect(result(treaty('# foedus-disable-next-line exit/no-notice -- The text sets none\nexit: {article: "3"}\n'))).toMatchObject({
      found: [],
      suppressed: ['exit/no-notice: The text sets none'],
    });
  });
  it('or for the file', () => {
    expect(result(`# foedus-disable exit/no-notice -- The text sets none\n${treaty('exit: {article: "3"}\n')}`).found).toEqual([]);
  });
  it('not for another line, nor another rule', () => {
    expect(result(treaty('# foedus-disable-next-line exit/missing -- Why\nexit: {article: "3"}\n')).found).toEqual([
      'f:13 suppression/unused',
      'f:14 exit/no-notice',
    ]);
    expect(result(`# foedus-disable-next-line exit/no-notice -- Why\n${treaty('exit: {article: "3"}\n')}`).found).toEqual([
      'f:1 suppression/unused',
      'f:14 exit/no-notice',
    ]);
  });
  it('without the reason has no effect', () => {
    expect(result(treaty('# foedus-disable-next-line exit/no-notice\nexit: {article: "3"}\n')).found).toEqual([
      'f:13 parse/suppression-without-reason',
      'f:14 exit/no-notice',
    ]);
  });
  it('is not unused where the rule is off in the settings', () => {
    expect(result(treaty('# foedus-disable-next-line exit/no-notice -- Why\nexit: {article: "3"}\n'), { 'exit/no-notice': 'off' }).found).toEqual([]);
  });
  it('that names no rule there is gets the nearest one', () => {
    const { diagnostics } = result(treaty('# foedus-disable-next-line exit/no-notise -- Why\nexit: {notice: P1Y}\n'));
    expect(diagnostics.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      ['suppression/unknown-rule', 'error', "There is no rule 'exit/no-notise'. Did you mean exit/no-notice?"],
    ]);
  });
  it('that is unused is taken out by its fix', () => {
    const text = treaty('# foedus-disable-next-line exit/no-notice -- Why\nexit: {notice: P1Y}\n');
    expect(applyFixes(text, result(text).diagnostics)).toBe(treaty('exit: {notice: P1Y}\n'));
  });
});

describe('settings', () => {
  it('switch a rule off or change its severity', () => {
    const text = treaty('');
    expect(result(text).diagnostics.map(({ rule, severity }) => [rule, severity])).toEqual([['exit/missing', 'warning']]);
    expect(result(text, { 'exit/missing': 'off' }).found).toEqual([]);
    expect(result(text, { 'exit/missing': 'error' }).diagnostics.map(({ severity }) => severity)).toEqual(['error']);
  });

  const read = (text: string) => {
    const { config, diagnostics } = readLintConfig(text, 'foedus.config.yaml');
    return {
      rules: config.rules,
      faults: diagnostics.map(({ rule, message, range }) => `${Object.values(positionAt(text, range.start)).join(':')} ${rule} ${message}`),
    };
  };
  it('are read from the key `rules`', () => {
    expect(read('codes: cow\nrules:\n  exit/missing: off\n  burden/no-pledge: error\n')).toEqual({
      rules: { 'exit/missing': 'off', 'burden/no-pledge': 'error' },
      faults: [],
    });
    expect(read('workspace: here\n')).toEqual({ rules: undefined, faults: [] });
    expect(read('')).toEqual({ rules: undefined, faults: [] });
  });
  it('name an unknown rule and a setting that is none, with their places', () => {
    expect(read('rules:\n  exit/mising: off\n  term/missing: loud\n').faults).toEqual([
      "2:3 config/unknown-rule There is no rule 'exit/mising'. Did you mean exit/missing?",
      "3:17 config/setting 'term/missing': expected one of off, error, warning, advice",
    ]);
    expect(read('rules: [exit/missing]\n').faults).toEqual(["1:8 config/setting 'rules': expected a map such as {exit/missing: off}"]);
    expect(read('rules: {').faults).toHaveLength(1);
  });
});
