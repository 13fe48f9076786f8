import { defineCommand } from '../command.ts';
import { WORKSPACE, workplaceOf } from '../workspace-flag.ts';

export const render = defineCommand({
  name: 'render',
  summary: 'a treaty as text to read, in Markdown or HTML',
  description: 'TREATY is an id of the catalog, a file, or an alliance of ATOP, atop:3180; TREATY@DATE shows it as it stood on a day.',
  examples: [
    { line: 'foedus render anglo-japanese-1902', note: 'the treaty as Markdown' },
    { line: 'foedus render nato@1955-05-06 -o nato.html', note: 'as it stood when Germany joined, as a page' },
  ],
  args: [{ name: 'treaty', description: 'an id of the catalog or a file, with @DATE where wanted', required: true, complete: 'treaty' }],
  flags: [{ name: 'format', value: 'FORMAT', description: 'what is printed; md when left out', choices: ['md', 'html'] }, WORKSPACE],
  run: async (input, { io }) => {
    const [{ loadCatalog }, { treatyNamed }, { renderTreaty }] = await Promise.all([
      import('../../app/load-catalog.ts'),
      import('../../app/treaties-named.ts'),
      import('../../app/render.ts'),
    ]);
    const named = await treatyNamed(loadCatalog, input.argument('treaty') ?? '', workplaceOf(input, io));
    const as = (format: 'md' | 'html') => (): string => renderTreaty(loadCatalog(), named, format);
    const printed = as(input.flag('format') === 'html' ? 'html' : 'md');
    return { value: { treaty: named.treaty.id, date: named.date ?? null, text: printed() }, text: printed, files: { md: as('md'), html: as('html') } };
  },
});
