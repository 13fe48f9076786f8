import type { Command } from '../command.ts';
import { defineCommand } from '../command.ts';

/** Made from the other commands, which it runs. */
export function runOf(all: () => readonly Command[]): Command {
  return defineCommand({
    name: 'run',
    summary: 'a study run again: the same questions on the same ground give the same bytes',
    description:
      'Runs the verbs of a study one after the other and prints their results. Where the study recorded hashes, each result is held against its own; what is not as the study recorded it is said on standard error. ' +
      'A study reads no file but those it holds. -o FILE.yaml writes it again, sealed: with versions and the hash of every result.',
    examples: [
      { line: 'foedus run estonia.study.yaml', note: 'prints every result' },
      { line: 'foedus run estonia.study.yaml --to results', note: 'writes each result as a file' },
      { line: 'foedus run estonia.study.yaml -o sealed.study.yaml', note: 'the study with the hashes of its results, to be archived' },
    ],
    args: [{ name: 'study', description: 'a study.yaml, or the name of a study of the workspace', required: true, complete: 'file' }],
    flags: [
      { name: 'to', value: 'DIR', description: 'write the results as files into DIR', complete: 'file' },
      { name: 'workspace', value: 'DIR', description: 'whose data and studies are used; the nearest .foedus/ upward when left out', complete: 'file' },
    ],
    run: async (input, { io, note }) => {
      const [{ storeFolder }, { studyNamed, sealed }, { differencesFrom, groundOf }, { studyText }, { runStudy, writeResults }, path] = await Promise.all([
        import('../../app/store-folder.ts'),
        import('../../app/studies/studies.ts'),
        import('../../app/studies/ground.ts'),
        import('../../app/studies/study-file.ts'),
        import('../run-study.ts'),
        import('node:path'),
      ]);
      const workspace = storeFolder(input.flag('workspace'), io.cwd, io.env);
      const study = studyNamed(input.argument('study') ?? '', io.cwd, workspace);
      const ground = groundOf(workspace);
      const differs = differencesFrom(study, ground);
      for (const { sentence } of differs) note(sentence);
      const count = study.verbs.length;
      const results = await runStudy(study, {
        commands: all(),
        io,
        workspace,
        quiet: input.on('quiet'),
        onStep: (line, number) => note(`${number} of ${count}: ${line}`),
      });
      const changed = results.filter(({ step, sha256 }) => step.sha256 !== undefined && step.sha256 !== sha256);
      for (const { line } of changed) note(`Not as recorded: ${line}`);
      const to = input.flag('to');
      if (to !== undefined) {
        await writeResults(results, path.resolve(io.cwd, to));
        note(`Wrote ${results.map(({ file }) => file).join(', ')} into ${to}.`);
      }
      return {
        value: {
          title: study.title,
          date: study.date,
          differs,
          results: results.map(({ step, line, exit, file, sha256, value }) => ({
            verb: step.verb,
            line,
            exit,
            file,
            sha256,
            ...(step.sha256 !== undefined && { recorded: step.sha256 }),
            ...(value !== undefined && { value }),
          })),
        },
        text: (style) => {
          const parts = results.map(({ line, text, file, bytes, sha256 }) => {
            const body = text === '' ? `${file}: ${bytes.length.toLocaleString('en')} bytes.\n` : text;
            return `${style.bold(line)}\n${body.endsWith('\n') ? body : `${body}\n`}${style.dim(`sha256 ${sha256}`)}\n`;
          });
          return `${style.bold(study.title)}\n\n${parts.join('\n')}`;
        },
        files: {
          yaml: () =>
            studyText(
              sealed(
                study,
                ground,
                results.map(({ sha256 }) => sha256),
              ),
            ),
        },
        ...(changed.length > 0 && { exit: 1 }),
      };
    },
  });
}
