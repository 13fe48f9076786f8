import { COMMON_FLAGS, type Command, type Completion, type Flag } from './command.ts';

/** What a shell offers: lists by kind, files left to the shell. */
export interface Offers {
  readonly words: readonly string[];
  readonly files: boolean;
}

export type Lister = (kind: Exclude<Completion, 'file'>) => readonly string[];

const flagsOf = (command: Command): readonly Flag[] => [...(command.flags ?? []), ...COMMON_FLAGS];

/**
 * What may stand at the cursor.
 * @param words those after `foedus`, the last being the one under the cursor, perhaps empty
 */
export function complete(commands: readonly Command[], words: readonly string[], list: Lister): Offers {
  const current = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const offer = (all: readonly string[], files = false): Offers => ({ words: all.filter((word) => word.startsWith(current)), files });
  const ofKind = (kind: Completion | undefined): Offers => (kind === undefined ? offer([]) : kind === 'file' ? offer([], true) : offer(list(kind)));
  const [verb] = before;
  if (verb === undefined) return offer([...commands.map(({ name }) => name), 'help', '--help', '--version']);
  const command = commands.find(({ name }) => name === verb);
  if (command === undefined) return verb === 'help' ? offer(commands.map(({ name }) => name)) : offer([]);
  const flagOf = (word: string | undefined): Flag | undefined =>
    word?.startsWith('-') === true
      ? flagsOf(command).find(({ name, short }) => word === `--${name}` || (short !== undefined && word === `-${short}`))
      : undefined;
  const last = flagOf(before.at(-1));
  if (last?.value !== undefined) return last.choices === undefined ? ofKind(last.complete) : offer(last.choices);
  if (current.startsWith('-')) return offer([...flagsOf(command).map(({ name }) => `--${name}`), '--help']);
  const placed = before.slice(1).filter((word, i) => !word.startsWith('-') && flagOf(before[i])?.value === undefined).length;
  const args = command.args ?? [];
  const argument = args[placed] ?? (args.at(-1)?.many === true ? args.at(-1) : undefined);
  return argument?.choices === undefined ? ofKind(argument?.complete) : offer(argument.choices);
}

/** The script that binds a shell's completion to `foedus completion words`. */
export const SCRIPTS: Readonly<Record<'bash' | 'zsh' | 'fish', string>> = {
  bash: `# foedus completion for bash: source <(foedus completion bash)
_foedus() {
  local IFS=$'\\n' reply
  reply=$(foedus completion words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  COMPREPLY=()
  local line
  while IFS= read -r line; do
    if [[ $line == ':files' ]]; then
      COMPREPLY+=($(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}"))
    elif [[ -n $line ]]; then
      COMPREPLY+=("$line")
    fi
  done <<< "$reply"
}
complete -o filenames -F _foedus foedus
`,
  zsh: `#compdef foedus
# foedus completion for zsh: source <(foedus completion zsh)
_foedus() {
  local -a reply
  reply=("\${(@f)$(foedus completion words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if (( \${reply[(I):files]} )); then
    _files
  fi
  reply=(\${reply:#:files})
  compadd -a reply
}
compdef _foedus foedus
`,
  fish: `# foedus completion for fish: foedus completion fish | source
function __foedus_words
  set -l words (commandline -opc) (commandline -ct)
  for line in (foedus completion words -- $words[2..-1] 2>/dev/null)
    if test "$line" = ':files'
      __fish_complete_path (commandline -ct)
    else
      echo $line
    end
  end
end
complete -c foedus -f -a '(__foedus_words)'
`,
};
