import { defineCommand, type Context, type Input, type Outcome } from '../command.ts';

const ACTIONS = ['list', 'pull', 'import', 'status', 'cite'] as const;

export const data = defineCommand({
  name: 'data',
  summary: 'the data sets panels, measures and models read: list them, fetch them, import files at hand, see what is in the store, cite it',
  description:
    'Data sets are never shipped with foedus; they are read from their published files into the store of a workspace, checked, with version and hash. ' +
    "'foedus data list SOURCE' shows a source's tables, columns, terms and caveats.",
  examples: [
    { line: 'foedus data list', note: 'every source foedus reads, and which of them the store holds' },
    { line: 'foedus data pull atop cow-states', note: 'fetches them from their official addresses, once their terms are accepted' },
    { line: 'foedus data import --from downloads', note: 'reads every file of the folder that it knows; a second run does nothing' },
    { line: 'foedus data import --synthetic --workspace world', note: 'a world that never was, to try panels and measures on' },
    { line: 'foedus data status', note: 'versions, rows, years, hashes; --verify computes the hashes again' },
    { line: 'foedus data cite nmc', note: 'BibTeX of what to cite, with the version in use' },
  ],
  args: [
    { name: 'action', description: 'list, pull, import, status or cite; list when left out', choices: ACTIONS },
    { name: 'sources', description: 'for list, pull and cite: sources by their ids', many: true },
  ],
  flags: [
    { name: 'from', value: 'DIR', description: 'for import: the folder with the files', complete: 'file' },
    { name: 'synthetic', description: 'for import, in place of --from: a world made up by foedus, for lessons and tests' },
    { name: 'seed', value: 'N', description: 'which made-up world; 1 when left out' },
    {
      name: 'workspace',
      value: 'DIR',
      description: "the workspace, made where absent; the nearest .foedus/ upward, or the user's data folder, when left out",
      complete: 'file',
    },
    { name: 'accept-terms', description: 'for pull: accept the terms of the sources named, without a question' },
    { name: 'accept-changed', description: 'for pull: fetch again, and take files that are others than before' },
    { name: 'verify', description: 'for status: compute the hash of every file again; exit status 1 where one is damaged' },
  ],
  run: async (input, context) => {
    const [{ storeFolder }, { UserError }] = await Promise.all([import('../../app/with-store.ts'), import('../../app/user-error.ts')]);
    const action = ACTIONS.find((one) => one === input.argument('action')) ?? 'list';
    const names = input.arguments('sources');
    const folder = storeFolder(input.flag('workspace'), context.io.cwd, context.io.env);
    if (names.length > 0 && (action === 'import' || action === 'status')) {
      throw new UserError(`'${names[0] ?? ''}': ${action} takes no names${action === 'import' ? '; name the folder by --from' : ''}.`);
    }
    switch (action) {
      case 'list':
        return list(folder, names);
      case 'pull':
        return pullFiles(folder, names, input, context);
      case 'import':
        return importFiles(folder, input, context);
      case 'status':
        return status(folder, input.on('verify'));
      case 'cite':
        return cite(folder, names);
    }
  },
});

async function list(folder: string, names: readonly string[]): Promise<Outcome> {
  const [{ listSources }, { sourceText, sourcesText }] = await Promise.all([import('../../app/data-sources.ts'), import('../data-text.ts')]);
  const sources = await listSources(folder, names);
  return {
    value: { workspace: folder, sources },
    text: (style) => (names.length === 0 ? sourcesText(sources) : sources.map((source) => sourceText(source, style)).join('\n')),
  };
}

async function importFiles(folder: string, input: Input, { io, note }: Context): Promise<Outcome> {
  const [{ importFolder, importMadeUp, termsOf }, { faultText, importText }, { createProgress }, { UserError }, { wholeNumber }, { default: path }] =
    await Promise.all([
      import('../../app/data-import.ts'),
      import('../data-text.ts'),
      import('../progress.ts'),
      import('../../app/user-error.ts'),
      import('../../app/whole-number.ts'),
      import('node:path'),
    ]);
  const from = input.flag('from');
  const synthetic = input.on('synthetic');
  const seed = wholeNumber(input.flag('seed'), '--seed') ?? 1;
  if (from === undefined && !synthetic) throw new UserError("name the folder with the files: 'foedus data import --from DIR'.");
  if (from !== undefined && synthetic) throw new UserError('--from and --synthetic do not go together: give one.');
  const progress = createProgress(io, input.on('quiet'));
  const options: NonNullable<Parameters<typeof importFolder>[2]> = {
    onProgress: ({ file, done, total }) => progress.at(done, total, file),
    onWait: note,
    ...(!io.stop.aborted && { signal: io.stop }),
  };
  const work = from === undefined ? importMadeUp(folder, seed, options) : importFolder(folder, path.resolve(io.cwd, from), options);
  const report = await work.finally(progress.end);
  if (synthetic) note('Made up by foedus: no state, treaty or dispute in it ever was.');
  else for (const { text, sources } of termsOf(report.imported.map(({ source }) => source))) note(`Terms of ${sources.join(', ')}: ${text}`);
  for (const fault of report.failed) io.stderr(faultText(fault));
  const { imported, unchanged, unknown, failed, seconds } = report;
  return {
    value: { workspace: folder, imported, unchanged, unknown, failed, seconds },
    text: (style) => importText(report, style),
    exit: failed.length === 0 ? 0 : 2,
  };
}

async function pullFiles(folder: string, names: readonly string[], input: Input, { io, note }: Context): Promise<Outcome> {
  const [{ pull }, { faultText, pulledText }, { createProgress }] = await Promise.all([
    import('../../app/data-pull.ts'),
    import('../data-text.ts'),
    import('../progress.ts'),
  ]);
  const progress = createProgress(io, input.on('quiet'));
  let told = '';
  const outcomes = await pull(folder, names, {
    accept: async ({ id, title, terms, homepage }) => {
      progress.end();
      io.stderr(`${id}: ${title}\n  Terms: ${terms.text}\n  ${terms.url ?? homepage}\n`);
      if (input.on('accept-terms')) return true;
      if (io.ask !== undefined) return /^y(es)?$/i.test(await io.ask('  Accept these terms? [y/N] '));
      io.stderr('  There is nobody to ask: pass --accept-terms to accept them.\n');
      return false;
    },
    acceptChanged: input.on('accept-changed'),
    onProgress: ({ source, file, doing, bytes, total, secondsLeft, note: why }) => {
      const what = `${source}: ${doing} ${file}${why === undefined ? '' : ` (${why})`}`;
      if (io.terminal !== undefined) progress.at(bytes, total ?? 0, what, secondsLeft);
      else if (what !== told) note(what);
      told = what;
    },
    onWait: note,
    signal: io.stop,
  }).finally(progress.end);
  for (const one of outcomes) if (one.outcome !== 'imported') io.stderr(faultText(one));
  return {
    value: { workspace: folder, sources: outcomes },
    text: (style) => pulledText(outcomes, style),
    exit: outcomes.every(({ outcome }) => outcome === 'imported') ? 0 : 2,
  };
}

async function status(folder: string, verify: boolean): Promise<Outcome> {
  const [{ storeStatus }, { statusText }] = await Promise.all([import('../../app/data-status.ts'), import('../data-text.ts')]);
  const value = await storeStatus(folder, verify);
  return { value, text: (style) => statusText(value, style), exit: value.sound ? 0 : 1 };
}

async function cite(folder: string, names: readonly string[]): Promise<Outcome> {
  const [{ citationsOf }, { bibtex }] = await Promise.all([import('../../app/data-cite.ts'), import('../../core/formats/bibtex.ts')]);
  const entries = await citationsOf(folder, names);
  const text = (): string => bibtex(entries);
  return { value: { entries }, text, files: { bib: text } };
}
