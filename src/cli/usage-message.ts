import type { CommanderError } from 'commander';
import { didYouMean } from '../app/did-you-mean.ts';
import { nearest } from '../core/text/nearest.ts';
import type { Command } from './command.ts';

/** Commander's message as one line of ours: "unknown option '--attackr'. Did you mean --attacker?" */
export function usageMessage(error: CommanderError, argv: readonly string[], commands: readonly Command[]): string {
  if (error.code === 'commander.unknownCommand') {
    const verb = argv.find((word) => !word.startsWith('-')) ?? '';
    const near = nearest(
      verb,
      commands.map(({ name }) => name),
    );
    return `unknown verb '${verb}'. ${didYouMean(near, "'foedus --help' lists them.")}`;
  }
  const [what = '', guess = ''] = error.message.replace(/^error: /, '').split('\n');
  const sentence = what.endsWith('.') ? what : `${what}.`;
  return guess === '' ? sentence : `${sentence} ${guess.replaceAll(/[()]/g, '')}`;
}
