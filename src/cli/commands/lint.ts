import { defineCommand } from '../command.ts';
import { WORKSPACE, workplaceOf } from '../workspace-flag.ts';

export const lint = defineCommand({
  name: 'lint',
  summary: 'what makes treaties fail: vague triggers, open-ended obligations, no exit, purposes nobody can measure',
  description:
    'A directory stands for every .yaml, .yml and .json file in it; - for standard input; atop:3180 for an alliance of ATOP, atop:all for every one. The exit status is 1 where an error stands. ' +
    'Rules are switched in foedus.config.yaml, or off by a comment with a reason. `-o FILE.sarif` writes SARIF for code-review tools.',
  examples: [
    { line: 'foedus lint drafts/', note: 'every treaty of a folder' },
    { line: 'foedus lint draft.yaml --against-catalog --date 2030-01-01 -o findings.sarif', note: 'held against the treaties in force on the day, as SARIF' },
    { line: 'foedus lint --explain exit/missing', note: 'why a rule is one, and where that is argued' },
  ],
  args: [{ name: 'file', description: 'treaty files or directories; with --explain, ids of rules', many: true, complete: 'file' }],
  flags: [
    { name: 'fix', description: 'apply the fixes that findings propose' },
    { name: 'against-catalog', description: "hold the files against the catalog's treaties too" },
    { name: 'date', value: 'DATE', description: 'judge rules across treaties on this day; on every day a treaty changes when left out' },
    { name: 'explain', description: 'print rules, their reasons and sources, instead of linting' },
    WORKSPACE,
  ],
  run: async (input, { io, note, detail }) => {
    const { UserError } = await import('../../app/user-error.ts');
    const names = input.arguments('file');
    if (input.on('explain')) {
      const [{ explainRules }, { wrap }] = await Promise.all([import('../../app/explain-rules.ts'), import('../style.ts')]);
      const rules = explainRules(names);
      return {
        value: { rules },
        text: (style) =>
          names.length === 0
            ? rules.map(({ id, severity, summary }) => `${id.padEnd(40)} ${severity.padEnd(8)} ${summary}\n`).join('')
            : rules
                .map(
                  ({ id, severity, summary, rationale, source }) =>
                    `${style.bold(id)} (${severity})\n${[summary, rationale, `Source: ${source}`].map((part) => `${wrap(part, 2)}\n`).join('')}`,
                )
                .join('\n'),
      };
    }
    if (names.length === 0) throw new UserError("name the files or directories to lint, such as 'foedus lint draft.yaml'.");
    const [
      { fixFiles, lintFiles, readSources },
      { isAtopReference },
      { loadCatalog },
      { worldOf },
      { readConfig },
      { dayOf },
      { formatText },
      { formatJson },
      { formatSarif },
      { VERSION },
    ] = await Promise.all([
      import('../../app/lint.ts'),
      import('../../app/atop-reference.ts'),
      import('../../app/load-catalog.ts'),
      import('../../app/world.ts'),
      import('../../app/config.ts'),
      import('../../app/dates.ts'),
      import('../../core/lint/formatters/text.ts'),
      import('../../core/lint/formatters/json.ts'),
      import('../../core/lint/formatters/sarif.ts'),
      import('../../app/version.ts'),
    ]);
    const date = input.flag('date');
    const everyAlliance = names.includes('atop:all');
    const request = {
      world: worldOf(loadCatalog()),
      each: everyAlliance && date === undefined,
      config: readConfig(io.cwd),
      againstCatalog: input.on('against-catalog'),
      ...(date !== undefined && { date: dayOf(date) }),
    };
    const isStdin = names.length === 1 && names[0] === '-';
    if (isStdin && input.on('fix')) throw new UserError('--fix: standard input has no file to change.');
    if (names.some(isAtopReference) && input.on('fix'))
      throw new UserError("--fix: an alliance of ATOP has no file to change; 'foedus init --from atop:3180' writes one.");
    if (request.each) note('Rules across treaties are left out: name a day with --date to hold all alliances of ATOP against one another.');
    const read = async () => (isStdin ? [{ file: '-', text: await io.stdin() }] : readSources(names, loadCatalog(), workplaceOf(input, io)));
    let sources = await read();
    let report = lintFiles(sources, request);
    if (input.on('fix')) {
      const fixed = fixFiles(report, sources, io.cwd);
      for (const file of fixed) note(`Fixed ${file}.`);
      if (fixed.length > 0) {
        sources = await read();
        report = lintFiles(sources, request);
      }
    }
    const { diagnostics, suppressed, texts } = report;
    for (const { diagnostic, reason } of suppressed) detail(`${diagnostic.file}: ${diagnostic.rule} is switched off: ${reason}`);
    note(`${sources.length} ${sources.length === 1 ? 'file' : 'files'}${diagnostics.length === 0 ? ': nothing to say.' : '.'}`);
    return {
      value: formatJson(diagnostics, texts),
      text: (style) => formatText(diagnostics, texts, style),
      files: { sarif: () => `${JSON.stringify(formatSarif(diagnostics, texts, { version: VERSION, suppressed }), null, 2)}\n` },
      exit: diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0,
    };
  },
});
