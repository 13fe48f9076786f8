import { Argument as CommanderArgument, Command as Commander, Option } from 'commander';
import { capitalized } from '../core/text/sentence.ts';
import { COMMON_FLAGS, type Argument, type Command, type Flag, type Input } from './command.ts';

function optionOf(flag: Flag): Option {
  const dashed = `${flag.short === undefined ? '' : `-${flag.short}, `}--${flag.name}`;
  const remarks = [...(flag.required === true ? ['required'] : []), ...(flag.repeat === true ? ['may be repeated'] : [])];
  const description = `${flag.description}${remarks.length === 0 ? '' : ` (${remarks.join('; ')})`}`;
  const option = new Option(flag.value === undefined ? dashed : `${dashed} <${flag.value}>`, description);
  if (flag.choices !== undefined) option.choices([...flag.choices]);
  if (flag.repeat === true) {
    const check = option.parseArg?.bind(option);
    option.argParser((value: string, before: unknown) => {
      check?.(value, undefined);
      return [...(Array.isArray(before) ? before : []), value];
    });
  }
  return option;
}

function argumentOf(argument: Argument): CommanderArgument {
  const inner = argument.many === true ? `${argument.name}...` : argument.name;
  const built = new CommanderArgument(argument.required === true ? `<${inner}>` : `[${inner}]`, argument.description);
  if (argument.choices !== undefined) built.choices([...argument.choices]);
  return built;
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : typeof value === 'string' ? [value] : [];

function inputOf(command: Command, values: readonly unknown[], options: Readonly<Record<string, unknown>>): Input {
  const camel = (name: string): string => name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const given = (name: string): string[] => strings(values[(command.args ?? []).findIndex((argument) => argument.name === name)]);
  return {
    argument: (name) => given(name)[0],
    arguments: given,
    flag: (name) => strings(options[camel(name)]).at(-1),
    flags: (name) => strings(options[camel(name)]),
    on: (name) => options[camel(name)] === true,
  };
}

function helpAfter(command: Command): string {
  const lines = command.examples.map(({ line, note }) => `  ${line}\n      ${note}`);
  return `\nExamples:\n${lines.join('\n')}\n`;
}

export interface ProgramOptions {
  readonly version: string;
  readonly commands: readonly Command[];
  readonly write: (text: string) => void;
  readonly onRun: (command: Command, input: Input) => Promise<void>;
}

/** Commander's program for the command records. It throws `CommanderError` instead of leaving the process. */
export function createProgram({ version, commands, write, onRun }: ProgramOptions): Commander {
  const output = { writeOut: write, writeErr: () => undefined, outputError: () => undefined };
  const program = new Commander('foedus')
    .description('A workbench for alliance politics: treaties as data, linted, executed and assessed.')
    .usage('<verb> [treaty or name] [flags]')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .helpCommand('help [verb]', 'print help for a verb')
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .configureOutput(output)
    .exitOverride();
  for (const command of commands) {
    const built = program
      .command(command.name)
      .summary(command.summary)
      .description(`${capitalized(command.summary)}.${command.description === undefined ? '' : `\n\n${command.description}`}`)
      .helpOption('-h, --help', 'print help')
      .allowExcessArguments(false)
      .configureOutput(output)
      .exitOverride()
      .addHelpText('after', helpAfter(command));
    for (const argument of command.args ?? []) built.addArgument(argumentOf(argument));
    for (const flag of [...(command.flags ?? []), ...COMMON_FLAGS]) built.addOption(optionOf(flag));
    built.action((...all: unknown[]) => onRun(command, inputOf(command, all, built.opts())));
  }
  return program;
}
