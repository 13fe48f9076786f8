import { defineCommand } from '../command.ts';

export const model = defineCommand({
  name: 'model',
  summary: 'one model on plain numbers of your own, for teaching and for programs',
  description: "Without a name, lists the models. The input is JSON or YAML; '-' reads standard input. -o FILE.svg draws a model that has a figure: snyder.",
  examples: [
    { line: 'foedus model', note: 'the models there are' },
    { line: 'foedus model crisis --input game.json --json', note: 'chances of challenge, resistance and joining, with how they were obtained' },
    { line: 'foedus model snyder --input protege.json -o snyder.svg', note: 'credibility against entrapment, as a figure' },
  ],
  args: [{ name: 'name', description: 'the model; the list of them when left out' }],
  flags: [{ name: 'input', value: 'FILE', description: 'the numbers, as JSON or YAML', complete: 'file' }],
  run: async (input, { io }) => {
    const [{ listModels, answerOf }, { readText }, { UserError }, { table }] = await Promise.all([
      import('../../app/model.ts'),
      import('../../app/files.ts'),
      import('../../app/user-error.ts'),
      import('../style.ts'),
    ]);
    const name = input.argument('name');
    if (name === undefined) {
      const models = listModels();
      return { value: { models }, text: () => table(models.map((one) => [one.name, one.title])) };
    }
    const file = input.flag('input');
    if (file === undefined) throw new UserError(`model ${name} needs --input FILE: its numbers as JSON. docs/models/${name}.md shows one.`);
    const text = file === '-' ? await io.stdin() : readText(file, io.cwd);
    const { value, figure } = answerOf(name, { name: file === '-' ? 'standard input' : file, text });
    return { value, text: () => resultText(value, table), ...(figure !== undefined && { files: { svg: figure } }) };
  },
});

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Single values in one table, each list of records in a table of its own below. */
function resultText(value: Readonly<Record<string, unknown>>, table: (rows: readonly (readonly string[])[]) => string): string {
  const entries = Object.entries(value);
  const lists = entries.flatMap(([key, found]) => (Array.isArray(found) && found.length > 0 && found.every(isRecord) ? [[key, found] as const] : []));
  const single = entries.filter(([key]) => !lists.some(([name]) => name === key)).map(([key, found]) => [key, shown(found)]);
  const tables = lists.map(([key, records]) => {
    const columns = [...new Set(records.flatMap((record) => Object.keys(record)))];
    return `\n${key}\n${table([columns, ...records.map((record) => columns.map((column) => shown(record[column])))])}`;
  });
  return table(single) + tables.join('');
}

function shown(value: unknown): string {
  if (typeof value === 'number') return String(Math.abs(value) < 1e-12 ? 0 : Number(value.toPrecision(6)));
  if (Array.isArray(value)) return value.length === 0 ? '-' : value.map(shown).join('  ');
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, found]) => `${key} ${shown(found)}`)
      .join(', ');
  }
  return String(value ?? '-');
}
