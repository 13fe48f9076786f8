import { AUTOMATICITIES, OBLIGATION_KINDS } from '../../core/treaty/vocabulary.ts';
import { defineCommand } from '../command.ts';

export const init = defineCommand({
  name: 'init',
  summary: 'a commented starting file for a treaty, by a few questions or by flags',
  description: 'Asks on a terminal for what the flags leave out. Writes ID.yaml, or the file of -o; a file that exists is left alone unless --force is given.',
  examples: [
    { line: 'foedus init entente --name "Entente of the Two" --party FRA --party GBR --signed 2030-01-01', note: 'writes entente.yaml' },
    { line: 'foedus init pact --name "Pact" --party NOR --party SWE --kind nonaggression --stdout', note: 'prints it instead' },
  ],
  args: [{ name: 'id', description: 'lower-case words joined by hyphens' }],
  flags: [
    { name: 'name', value: 'NAME', description: 'the name of the treaty' },
    { name: 'party', value: 'STATE', description: 'a party', repeat: true, complete: 'state' },
    { name: 'signed', value: 'DATE', description: 'the day it is signed; today when left out' },
    { name: 'kind', value: 'KIND', description: 'its chief obligation; defense when left out', choices: OBLIGATION_KINDS },
    { name: 'automaticity', value: 'HOW', description: 'whether the text fixes what is owed; discretionary when left out', choices: AUTOMATICITIES },
    { name: 'length', value: 'DURATION', description: 'how long it lasts; P10Y when left out' },
    { name: 'notice', value: 'DURATION', description: 'how long before leaving one must say so; P1Y when left out' },
    { name: 'stdout', description: 'print the file, write none' },
    { name: 'force', description: 'replace a file that exists' },
  ],
  run: async (input, { io, note }) => {
    const [{ existsSync }, path, { startingTreaty }, { writeAtomically }, { knownState }, { loadCatalog }, { dayOf }, { isDuration }, { UserError }] =
      await Promise.all([
        import('node:fs'),
        import('node:path'),
        import('../../app/init.ts'),
        import('../../app/files.ts'),
        import('../../app/known-state.ts'),
        import('../../app/load-catalog.ts'),
        import('../../app/dates.ts'),
        import('../../core/states/dates.ts'),
        import('../../app/user-error.ts'),
      ]);
    const ask = async (given: string | undefined, question: string, flag: string): Promise<string> => {
      const answer = given ?? (await io.ask?.(`${question} `)) ?? '';
      if (answer === '') throw new UserError(`${flag}: is missing; give it, or run foedus init on a terminal to be asked.`);
      return answer;
    };
    const id = await ask(input.argument('id'), 'Id of the treaty (lower-case words joined by hyphens)?', 'id');
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) throw new UserError(`id: '${id}' must be lower-case words joined by hyphens, such as entente-2030.`);
    const name = await ask(input.flag('name'), 'Name?', '--name');
    const given = input.flags('party');
    const words = given.length > 0 ? given : (await ask(undefined, 'Parties (state ids, such as FRA GBR)?', '--party')).split(/[\s,]+/);
    const parties = words.filter((word) => word !== '').map((word) => knownState(loadCatalog(), word, '--party'));
    const kind = OBLIGATION_KINDS.find((one) => one === input.flag('kind')) ?? 'defense';
    const automaticity = AUTOMATICITIES.find((one) => one === input.flag('automaticity'));
    const [length, notice] = [input.flag('length'), input.flag('notice')];
    for (const [flag, duration] of [
      ['--length', length],
      ['--notice', notice],
    ] as const) {
      if (duration !== undefined && !isDuration(duration)) throw new UserError(`${flag}: '${duration}' is no duration; write it as P10Y, P6M or P90D.`);
    }
    const text = startingTreaty({
      id,
      name,
      parties,
      signed: dayOf(input.flag('signed') ?? io.today(), '--signed'),
      kind,
      ...(automaticity !== undefined && { automaticity }),
      ...(length !== undefined && { length }),
      ...(notice !== undefined && { notice }),
    });
    const file = `${id}.yaml`;
    const outcome = { value: { file, text }, text: () => text, files: { yaml: () => text, yml: () => text } };
    const target = input.flag('output');
    if (input.on('stdout')) return outcome;
    if (existsSync(path.resolve(io.cwd, target ?? file)) && !input.on('force'))
      throw new UserError(`${target ?? file}: exists already; name another with -o, or add --force.`);
    if (target !== undefined) return outcome;
    writeAtomically(file, io.cwd, text);
    note(`Wrote ${file}. Next: foedus lint ${file}`);
    return input.on('json') ? outcome : undefined;
  },
});
