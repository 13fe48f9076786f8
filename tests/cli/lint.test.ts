import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { foedus, temporaryFolder } from './harness.ts';

const PACT = `language: 1
id: pact
name: A pact
form: alliance
signed: 2030-01-01
in_force: 2030-01-01
secrecy: public
sources: [{title: A pact, publisher: A press}]
parties:
  - {state: NOR, from: 2030-01-01}
  - {state: SWE, from: 2030-01-01}
obligations:
  - id: defense
    article: "1"
    kind: defense
    bound: all
    to: all
    trigger: {event: armed-attack}
`;

function folderWith(files: Readonly<Record<string, string>>): string {
  const cwd = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(cwd, name)), { recursive: true });
    writeFileSync(path.join(cwd, name), text);
  }
  return cwd;
}

describe('foedus lint', () => {
  it('says what is wrong, where, by which rule', async () => {
    const cwd = folderWith({ 'pact.yaml': PACT });
    const { exit, out } = await foedus(['lint', 'pact.yaml'], { cwd });
    expect(exit).toBe(0);
    expect(out).toMatch(/^pact\.yaml\n/);
    expect(out).toMatch(/^ {2}\d+:\d+ +warning .* exit\/missing$/m);
  });

  it('has status 1 where an error stands: a file that does not parse is a finding', async () => {
    const cwd = folderWith({ 'good.yaml': PACT, 'bad.yaml': PACT.replace('kind: defense', 'kind: defence') });
    const { exit, out } = await foedus(['lint', '.', '--json'], { cwd });
    expect(exit).toBe(1);
    const { findings, counts } = JSON.parse(out);
    expect(counts.error).toBeGreaterThan(0);
    expect(findings).toContainEqual(expect.objectContaining({ file: 'bad.yaml', line: 15, column: 11, severity: 'error' }));
    expect(findings).toContainEqual(expect.objectContaining({ file: 'good.yaml', rule: 'exit/missing' }));
  });

  it('reads standard input where the file is -', async () => {
    const { exit, out } = await foedus(['lint', '-', '--json'], { stdin: () => Promise.resolve(PACT) });
    expect(exit).toBe(0);
    expect(JSON.parse(out).findings).toContainEqual(expect.objectContaining({ file: '-', rule: 'exit/missing' }));
  });

  it('writes SARIF', async () => {
    const cwd = folderWith({ 'pact.yaml': PACT });
    await foedus(['lint', 'pact.yaml', '-o', 'out.sarif'], { cwd });
    const log = JSON.parse(readFileSync(path.join(cwd, 'out.sarif'), 'utf8'));
    expect(log.version).toBe('2.1.0');
    expect(log.runs[0].results).toContainEqual(expect.objectContaining({ ruleId: 'exit/missing' }));
  });

  it('obeys foedus.config.yaml, found upward', async () => {
    const cwd = folderWith({ 'drafts/pact.yaml': PACT, 'foedus.config.yaml': 'rules: { exit/missing: off, term/missing: error }\n' });
    const { exit, out } = await foedus(['lint', 'pact.yaml'], { cwd: path.join(cwd, 'drafts') });
    expect(exit).toBe(1);
    expect(out).not.toContain('exit/missing');
    expect(out).toMatch(/error .* term\/missing/);
  });

  it.each([
    ['rules: { exit/mising: off }\n', /^foedus: foedus\.config\.yaml:1:10: There is no rule 'exit\/mising'\. Did you mean exit\/missing\?/],
    ['rules: { exit/missing: loud }\n', /^foedus: foedus\.config\.yaml:1:24: 'exit\/missing': expected one of off, error, warning, advice/],
    ['rule: {}\n', /^foedus: foedus\.config\.yaml:1:1: Unrecognized key: "rule"/],
    ['codes: [\n', /^foedus: foedus\.config\.yaml:\d+:\d+: /],
  ])('settings that are wrong are an error of input: %j', async (config, line) => {
    const cwd = folderWith({ 'pact.yaml': PACT, 'foedus.config.yaml': config });
    const { exit, out, err } = await foedus(['lint', 'pact.yaml'], { cwd });
    expect({ exit, out }).toEqual({ exit: 2, out: '' });
    expect(err).toMatch(line);
  });

  it('--against-catalog finds what is promised already', async () => {
    const cwd = folderWith({ 'pact.yaml': PACT });
    const alone = await foedus(['lint', 'pact.yaml', '--json'], { cwd });
    const beside = await foedus(['lint', 'pact.yaml', '--against-catalog', '--json'], { cwd });
    const rule = expect.objectContaining({ rule: 'portfolio/overlapping-guarantees', file: 'pact.yaml' });
    expect(JSON.parse(alone.out).findings).not.toContainEqual(rule);
    expect(JSON.parse(beside.out).findings).toContainEqual(rule);
  });

  it('--explain names the rule, its reason and its source', async () => {
    const { exit, out } = await foedus(['lint', '--explain', 'exit/missing']);
    expect(exit).toBe(0);
    expect(out).toMatch(/^exit\/missing \(warning\)\n[\s\S]*Source: Vienna Convention/);
    expect((await foedus(['lint', '--explain'])).out.split('\n').length).toBeGreaterThan(40);
  });

  it.each([
    [['lint'], "foedus: name the files or directories to lint, such as 'foedus lint draft.yaml'.\n"],
    [['lint', 'missing.yaml'], 'foedus: missing.yaml: no such file.\n'],
    [['lint', '--explain', 'exit/mising'], "foedus: there is no rule 'exit/mising'. Did you mean exit/missing?\n"],
    [['lint', '-', '--fix'], '--fix: standard input has no file to change.\n'],
  ])('%j is refused', async (argv, err) => {
    const run = await foedus(argv);
    expect({ exit: run.exit, out: run.out }).toEqual({ exit: 2, out: '' });
    expect(run.err.endsWith(err)).toBe(true);
  });
});
