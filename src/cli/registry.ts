import type { Command } from './command.ts';
import { trigger } from './commands/trigger.ts';

/** Every verb, in the order of the help. */
export const commands: readonly Command[] = [trigger];
