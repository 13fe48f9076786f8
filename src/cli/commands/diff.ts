import { defineCommand } from '../command.ts';
import { WORKSPACE, workplaceOf } from '../workspace-flag.ts';

export const diff = defineCommand({
  name: 'diff',
  summary: 'what differs between two treaties, or one treaty on two days, clause by clause and in words',
  description:
    'Each of the two is an id of the catalog, a file, or an alliance of ATOP, atop:3180, with @DATE for the treaty as it stood on a day. ' +
    'A difference is an answer: the exit status is 0.',
  examples: [
    { line: 'foedus diff anglo-japanese-1902 anglo-japanese-1905', note: 'the alliance and its renewal' },
    { line: 'foedus diff nato@1949-08-24 nato@2024-03-07', note: 'seventy-five years of the North Atlantic Treaty' },
  ],
  args: [
    { name: 'before', description: 'the first', required: true, complete: 'treaty' },
    { name: 'after', description: 'the second', required: true, complete: 'treaty' },
  ],
  flags: [WORKSPACE],
  run: async (input, { io }) => {
    const where = workplaceOf(input, io);
    const [{ loadCatalog }, { treatyNamed }, { diffNamed }, { wrap }] = await Promise.all([
      import('../../app/load-catalog.ts'),
      import('../../app/treaties-named.ts'),
      import('../../app/diff.ts'),
      import('../style.ts'),
    ]);
    const before = await treatyNamed(loadCatalog, input.argument('before') ?? '', where);
    const after = await treatyNamed(loadCatalog, input.argument('after') ?? '', where);
    const changes = diffNamed(loadCatalog(), before, after);
    const mark = { added: '+', removed: '-', changed: '~' } as const;
    return {
      value: { before: before.name, after: after.name, changes },
      text: (style) =>
        changes.length === 0
          ? 'No difference.\n'
          : changes.map(({ kind, sentence }) => `${style.bold(mark[kind])} ${wrap(sentence, 2).trimStart()}\n`).join(''),
      files: { md: () => changes.map(({ kind, sentence }) => `- **${kind}** ${sentence}\n`).join('') },
    };
  },
});
