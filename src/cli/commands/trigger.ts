import { CASCADE_MODES, EVENT_KINDS, INTENSITIES } from '../../core/law/types.ts';
import { ATTACK_OBJECTS, DOMAINS } from '../../core/treaty/vocabulary.ts';
import { defineCommand } from '../command.ts';
import { TREATIES } from '../flags.ts';
import { WORKSPACE, workplaceOf } from '../workspace-flag.ts';

export const trigger = defineCommand({
  name: 'trigger',
  summary: 'who owes what to whom in an event, under which article, and why others do not',
  description:
    'Holds every treaty that could matter against the event and answers each with a duty or the reason for none. ' +
    'A verdict of no duty is an answer: the exit status is 0.',
  examples: [
    { line: 'foedus trigger --attacker RUS --target EST --date 2025-01-01', note: 'an attack on Estonia, by article 5 of the North Atlantic Treaty' },
    { line: 'foedus trigger --attacker ARG --target GBR --date 1982-04-02 --place falkland-islands', note: 'the Falklands lie outside the treaty area' },
    { line: 'foedus trigger --attacker AUH --target SRB --date 1914-07-28 --cascade letter --json', note: 'July 1914, had every duty been performed' },
    {
      line: 'foedus trigger --attacker PRK --target KOR --date 2025-06-01 --cascade expected',
      note: 'who would come into a war in Korea, and how likely that is',
    },
  ],
  flags: [
    {
      name: 'attacker',
      value: 'STATE',
      description: 'who attacks; NONSTATE for an attacker that is no state',
      required: true,
      repeat: true,
      complete: 'state',
    },
    { name: 'target', value: 'STATE', description: 'who is attacked', required: true, complete: 'state' },
    { name: 'date', value: 'DATE', description: 'the day, YYYY-MM-DD; today when left out' },
    { name: 'place', value: 'ID', description: "a territory of the gazetteer, or a state's home; the target's home when left out", complete: 'place' },
    { name: 'at', value: 'LAT,LON', description: 'a point, in degrees: -51.7,-57.9' },
    { name: 'domain', value: 'DOMAIN', description: 'where it is fought', choices: DOMAINS },
    { name: 'object', value: 'OBJECT', description: 'what is attacked', choices: ATTACK_OBJECTS },
    { name: 'kind', value: 'KIND', description: 'what happens', choices: EVENT_KINDS },
    { name: 'intensity', value: 'INTENSITY', description: 'whether it reaches an armed attack', choices: INTENSITIES },
    { name: 'began-by', value: 'STATE', description: 'who fired first or provoked it; the attackers when left out', repeat: true, complete: 'state' },
    { name: 'at-war', value: 'A:B', description: 'A is already fighting B', repeat: true },
    { name: 'cascade', value: 'MODE', description: 'what follows when duties are performed; expected: who is likely to come', choices: CASCADE_MODES },
    {
      name: 'refuses',
      value: 'STATE',
      description: 'does not perform what it owes; the cascade is then by choice, where no other is asked for',
      repeat: true,
      complete: 'state',
    },
    { name: 'draws', value: 'N', description: 'draws for the ranges of --cascade expected; 200 when left out, 0 for none' },
    { name: 'seed', value: 'N', description: 'seed of the draws; 1 when left out' },
    ...TREATIES,
    WORKSPACE,
  ],
  run: async (input, { io }) => {
    const [
      { loadCatalog },
      { worldOf },
      { triggerAnswer },
      { verdictJson },
      { describeVerdict },
      { triggerRequest, TRIGGER_FIELDS },
      { treatiesInPlay },
      { wrap },
      { expectedText },
    ] = await Promise.all([
      import('../../app/load-catalog.ts'),
      import('../../app/world.ts'),
      import('../../app/trigger.ts'),
      import('../../app/verdict-json.ts'),
      import('../../app/describe-verdict.ts'),
      import('../trigger-request.ts'),
      import('../../app/treaties-in-play.ts'),
      import('../style.ts'),
      import('../expected-text.ts'),
    ]);
    const request = triggerRequest(input, io.today());
    const catalog = loadCatalog();
    const world = worldOf(catalog, { shapes: request.at !== undefined || request.place !== undefined });
    const inPlay = await treatiesInPlay({ added: input.flags('treaty'), only: request.only ?? [] }, { catalog, world, where: workplaceOf(input, io) });
    const verdict = await triggerAnswer(catalog, world, { ...request, ...inPlay }, TRIGGER_FIELDS);
    const verbose = input.on('verbose');
    return {
      value: verdictJson(verdict),
      text: (style) => {
        const { event, sections } = describeVerdict(verdict, world);
        const blocks = sections.map(({ title, entries }) => {
          const lines = entries.flatMap(({ line, states, because }) => [
            wrap(line, 2),
            ...(states === undefined ? [] : [wrap(states.join(' '), 6)]),
            ...(verbose || title === 'Owed' ? because.map((sentence) => style.dim(wrap(sentence, 6))) : []),
          ]);
          return `${style.bold(title)}\n${lines.map((line) => `${line}\n`).join('')}`;
        });
        const { cascade } = verdict;
        if (cascade?.expected !== undefined) {
          const at = sections.findIndex(({ title }) => title.startsWith('Cascade'));
          blocks.splice(
            at,
            0,
            expectedText(cascade, (state) => world.nameOf(state, verdict.event.date), style, verbose),
          );
        }
        return [`${event}\n`, ...blocks].join('\n');
      },
    };
  },
});
