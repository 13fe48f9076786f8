import { defineCommand } from '../command.ts';

export const fmt = defineCommand({
  name: 'fmt',
  summary: 'put treaty files into canonical order and style, comments kept',
  description: 'Rewrites the files in place, each whole or not at all. A directory stands for every .yaml, .yml and .json file in it.',
  examples: [
    { line: 'foedus fmt drafts/', note: 'format every treaty of a folder' },
    { line: 'foedus fmt draft.yaml --check', note: 'change nothing; exit status 1 where the file is not formatted' },
  ],
  args: [{ name: 'file', description: 'treaty files or directories', required: true, many: true, complete: 'file' }],
  flags: [
    { name: 'check', description: 'change nothing, say which files would change' },
    { name: 'upgrade', description: 'lift files of older versions of the treaty language first' },
    { name: 'stdout', description: 'print the formatted text of one file and leave the file alone' },
  ],
  run: async (input, { io, note }) => {
    const [{ formatFiles }, { writeAtomically }, { UserError }, { count }] = await Promise.all([
      import('../../app/format.ts'),
      import('../../app/files.ts'),
      import('../../app/user-error.ts'),
      import('../style.ts'),
    ]);
    const files = formatFiles(input.arguments('file'), io.cwd, input.on('upgrade'));
    const changed = files.filter((file) => file.changed);
    if (input.on('stdout')) {
      const [only, ...others] = files;
      if (only === undefined || others.length > 0) throw new UserError(`--stdout: prints one file; ${files.length} are named.`);
      return { value: only, text: () => only.text, files: { yaml: () => only.text, yml: () => only.text } };
    }
    const isCheck = input.on('check');
    if (!isCheck) for (const { file, text } of changed) writeAtomically(file, io.cwd, text);
    for (const { file, lifted, faults } of files) {
      for (const line of lifted) note(`${file}: ${line}`);
      for (const fault of faults) note(`Left to mend: ${fault}`);
    }
    note(`${count(files.length, 'file')}, ${changed.length} ${isCheck ? 'not formatted' : 'changed'}.`);
    return {
      value: { files: files.map(({ file, changed: differs, lifted, faults }) => ({ file, changed: differs, lifted, faults })) },
      text: () => changed.map(({ file }) => `${file}\n`).join(''),
      exit: (isCheck && changed.length > 0) || files.some(({ faults }) => faults.length > 0) ? 1 : 0,
    };
  },
});
