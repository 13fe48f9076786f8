import type { Command, Completion } from '../command.ts';
import { defineCommand } from '../command.ts';

/** Made from the other commands, which it completes. */
export function completionOf(all: () => readonly Command[]): Command {
  return defineCommand({
    name: 'completion',
    summary: 'a script that completes verbs, flags, states and treaties in a shell',
    description: 'The scripts ask `foedus completion words -- WORDS` what may stand at the cursor.',
    examples: [
      { line: 'foedus completion bash', note: 'source <(foedus completion bash) turns it on' },
      { line: 'foedus completion fish', note: 'foedus completion fish | source turns it on' },
    ],
    args: [
      { name: 'shell', description: 'bash, zsh or fish; words is for the scripts', required: true, choices: ['bash', 'zsh', 'fish', 'words'] },
      { name: 'words', description: 'words after foedus, up to the cursor', many: true },
    ],
    run: async (input) => {
      const { complete, SCRIPTS } = await import('../complete.ts');
      const shell = input.argument('shell');
      if (shell === 'bash' || shell === 'zsh' || shell === 'fish') {
        const script = SCRIPTS[shell];
        return { value: { shell, script }, text: () => script };
      }
      const { loadCatalog } = await import('../../app/load-catalog.ts');
      const list = (kind: Exclude<Completion, 'file'>): readonly string[] => {
        const { treaties, states, territories } = loadCatalog();
        if (kind === 'treaty') return treaties.map(({ id }) => id);
        if (kind === 'state') return states.map(({ id }) => id);
        if (kind === 'place') return territories.map(({ id }) => id);
        return all().map(({ name }) => name);
      };
      const { words, files } = complete(all(), input.arguments('words'), list);
      const lines = [...words, ...(files ? [':files'] : [])];
      return { value: { words, files }, text: () => lines.map((line) => `${line}\n`).join('') };
    },
  });
}
