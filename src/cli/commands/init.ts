import { AUTOMATICITIES, OBLIGATION_KINDS } from '../../core/treaty/vocabulary.ts';
import { defineCommand, type Input } from '../command.ts';
import type { Io } from '../io.ts';
import { WORKSPACE, workplaceOf } from '../workspace-flag.ts';

export const init = defineCommand({
  name: 'init',
  summary: 'a commented starting file for a treaty, by a few questions or by flags',
  description:
    'Asks on a terminal for what the flags leave out. Writes ID.yaml, or the file of -o; a file that exists is left alone unless --force is given. ' +
    'With --from the file holds what another treaty says, under its own id or the one given.',
  examples: [
    { line: 'foedus init entente --name "Entente of the Two" --party FRA --party GBR --signed 2030-01-01', note: 'writes entente.yaml' },
    { line: 'foedus init nato-reform --from nato', note: 'starts from what another treaty says' },
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
    { name: 'from', value: 'TREATY', description: 'start from a treaty: an id of the catalog, a file, or an alliance of ATOP, atop:3180', complete: 'treaty' },
    { name: 'stdout', description: 'print the file, write none' },
    { name: 'force', description: 'replace a file that exists' },
    WORKSPACE,
  ],
  run: async (input, { io, note }) => {
    const [{ existsSync }, path, { writeAtomically }, { UserError }] = await Promise.all([
      import('node:fs'),
      import('node:path'),
      import('../../app/files.ts'),
      import('../../app/user-error.ts'),
    ]);
    const { id, text } = input.flag('from') === undefined ? await fromAnswers(input, io) : await fromTreaty(input, io);
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

interface Start {
  readonly id: string;
  readonly text: string;
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** A file that asks for what the flags leave out. */
async function fromAnswers(input: Input, io: Io): Promise<Start> {
  const [{ startingTreaty }, { knownState }, { loadCatalog }, { dayOf }, { isDuration }, { UserError }] = await Promise.all([
    import('../../app/init.ts'),
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
  if (!ID.test(id)) throw new UserError(`id: '${id}' must be lower-case words joined by hyphens, such as entente-2030.`);
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
  return { id, text };
}

/** What another treaty says, as a file. */
async function fromTreaty(input: Input, io: Io): Promise<Start> {
  const [{ loadCatalog }, { treatyNamed }, { treatyAt }, { treatyText }, { UserError }] = await Promise.all([
    import('../../app/load-catalog.ts'),
    import('../../app/treaties-named.ts'),
    import('../../core/treaty/resolve.ts'),
    import('../../core/treaty/write.ts'),
    import('../../app/user-error.ts'),
  ]);
  for (const flag of ['name', 'party', 'signed', 'kind', 'automaticity', 'length', 'notice']) {
    if (input.flags(flag).length > 0) throw new UserError(`--${flag}: does not go with --from, which says it; change the file.`);
  }
  const { treaty, date } = await treatyNamed(loadCatalog, input.flag('from') ?? '', workplaceOf(input, io));
  const id = input.argument('id') ?? treaty.id;
  if (!ID.test(id)) throw new UserError(`id: '${id}' must be lower-case words joined by hyphens, such as entente-2030.`);
  return { id, text: treatyText({ ...(date === undefined ? treaty : treatyAt(treaty, date)), id }) };
}
