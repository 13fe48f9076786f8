import { describe, expect, it } from 'vitest';
import { commands } from '../../src/cli/registry.ts';
import { VERSION } from '../../src/app/version.ts';
import { foedus } from './harness.ts';

describe('help', () => {
  it('lists every verb', async () => {
    const { exit, out, err } = await foedus(['--help']);
    expect(exit).toBe(0);
    expect(err).toBe('');
    for (const { name } of commands) expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  });

  it('is what a bare foedus prints', async () => {
    expect(await foedus([])).toEqual(await foedus(['--help']));
  });

  it.each(commands.map((command) => [command.name, command] as const))('%s: shows every flag and two examples or more', async (name, command) => {
    const { exit, out } = await foedus([name, '--help']);
    expect(exit).toBe(0);
    for (const flag of command.flags ?? []) expect(out).toContain(`--${flag.name}`);
    for (const flag of ['--json', '--output', '--quiet', '--verbose']) expect(out).toContain(flag);
    expect(command.examples.length).toBeGreaterThanOrEqual(2);
    for (const { line } of command.examples) {
      expect(line.startsWith(`foedus ${name}`)).toBe(true);
      expect(out).toContain(line);
    }
  });

  it('prints the version', async () => {
    expect(await foedus(['--version'])).toEqual({ exit: 0, out: `${VERSION}\n`, err: '' });
  });
});

describe('mistakes of usage: status 2, one line on standard error, nothing on standard output', () => {
  it.each([
    [['triger'], "foedus: unknown verb 'triger'. Did you mean trigger?"],
    [['matrxi', '--json'], "foedus: unknown verb 'matrxi'. Did you mean matrix?"],
    [['xyzzy'], "foedus: unknown verb 'xyzzy'. 'foedus --help' lists them."],
    [['trigger', '--attackr', 'RUS'], "foedus: unknown option '--attackr'. Did you mean --attacker?"],
    [['trigger', '--target', 'EST'], "foedus: --attacker STATE is missing. See 'foedus trigger --help'."],
    [['trigger', '--attacker', 'RUS'], "foedus: --target STATE is missing. See 'foedus trigger --help'."],
    [['trigger', '--attacker'], "foedus: option '--attacker <STATE>' argument missing."],
    [['trigger', '--attacker', 'RUS', '--target', 'EST', 'more'], "foedus: too many arguments for 'trigger'. Expected 0 arguments but got 1."],
    [
      ['trigger', '--attacker', 'RUS', '--target', 'EST', '--domain', 'lnd'],
      "foedus: option '--domain <DOMAIN>' argument 'lnd' is invalid. Allowed choices are land, sea, air, cyber, space, hybrid.",
    ],
    [['history', 'chek'], "foedus: command-argument value 'chek' is invalid for argument 'action'. Allowed choices are list, check, disputes."],
  ])('foedus %j', async (argv, line) => {
    expect(await foedus(argv)).toEqual({ exit: 2, out: '', err: `${line}\n` });
  });
});

describe('colors', () => {
  const argv = ['trigger', '--attacker', 'RUS', '--target', 'EST', '--date', '2025-01-01'];

  it('are off where the output is no terminal', async () => {
    expect((await foedus(argv)).out).not.toContain('\u001B[');
  });

  it('are on where it is', async () => {
    expect((await foedus(argv, { color: true })).out).toContain('\u001B[1mOwed\u001B[22m');
  });

  it('never reach JSON', async () => {
    expect((await foedus([...argv, '--json'], { color: true })).out).not.toContain('\u001B[');
  });
});
