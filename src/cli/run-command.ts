import { UserError } from '../app/user-error.ts';
import type { Command, Context, Input, Outcome } from './command.ts';
import type { Io } from './io.ts';

/** What a command is handed: the outside, and where its remarks go. */
export const contextOf = (input: Input, io: Io): Context => ({
  io,
  note: (line) => void (input.on('quiet') || io.stderr(`${line}\n`)),
  detail: (line) => void (input.on('verbose') && io.stderr(`${line}\n`)),
});

/** Runs a command. @throws {UserError} where a flag that it cannot do without is missing */
export async function runCommand(command: Command, input: Input, context: Context): Promise<Outcome | undefined> {
  for (const { name, value, required } of command.flags ?? []) {
    if (required === true && input.flags(name).length === 0) throw new UserError(`--${name} ${value ?? ''} is missing. See 'foedus ${command.name} --help'.`);
  }
  return command.run(input, context);
}
