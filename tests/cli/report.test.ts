import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { foedus, temporaryFolder } from './harness.ts';

describe('foedus report', () => {
  it.each([
    [['report'], 'report on which treaty?'],
    [['report', 'nato', '--lesson', 'senate'], 'leave out the treaty, or the lesson'],
    [['report', '--lesson', 'august-1914'], 'july-1914'],
    [['report', 'natto'], 'natto'],
    [['report', 'nato', '--year', '2025', '--contingency', 'nowhere'], "'nowhere' does not challenge a member of nato"],
    [['report', 'nato', '--year', '2025', '--draws', 'many'], "--draws: 'many' is no whole number"],
    [['report', 'nato', '--year', '2025', '--date', '2025-01-01'], '--date and --year do not go together'],
    [['report', 'anglo-polish-1939', '--year', '1850'], 'no contingency of the catalog challenges a member'],
  ])('%j is refused in a sentence', async (argv, words) => {
    const { exit, out, err } = await foedus(argv);
    expect(exit).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(words);
    expect(err).not.toContain('    at ');
  });

  it('writes Markdown and JSON of the same brief, the same twice', async () => {
    const cwd = temporaryFolder();
    const asked = ['report', 'us-japan-1960', '--year', '2025', '--contingency', 'china-japan-senkaku', '--draws', '0'];
    const printed = await foedus(asked, { cwd });
    expect(printed.exit).toBe(0);
    expect(printed.out).toMatch(/^# If China attacks Japan on 1 July 2025/);
    await foedus([...asked, '-o', 'brief.md'], { cwd });
    expect(readFileSync(path.join(cwd, 'brief.md'), 'utf8')).toBe(printed.out);
    const { figures, title } = JSON.parse((await foedus([...asked, '--json'], { cwd })).out);
    expect(title).toContain('US-Japan Security Treaty');
    expect(figures[0]).toMatchObject({ id: 'deterrence', table: { head: expect.arrayContaining(['Chance']) } });
  });

  it('takes its day from the data where none is asked', async () => {
    const { exit, out } = await foedus(['report', 'dual-1879', '--draws', '0'], { today: () => '2031-01-01' });
    expect(exit).toBe(0);
    expect(out).toMatch(/^# If .* on \d+ \w+ (18|19)\d\d, what does the Dual Alliance change\?/);
  });
});
