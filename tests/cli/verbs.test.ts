import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCatalog } from '../../src/app/load-catalog.ts';
import { withDrafts } from '../../src/app/workspace.ts';
import { complete } from '../../src/cli/complete.ts';
import { opener } from '../../src/cli/open-browser.ts';
import { commands } from '../../src/cli/registry.ts';
import { foedus, temporaryFolder } from './harness.ts';

describe('foedus matrix', () => {
  it('agrees with foedus trigger on a pair', async () => {
    const matrix = await foedus(['matrix', '--date', '2025-01-01', '--attacker', 'RUS', '--target', 'EST', '--json']);
    const trigger = await foedus(['trigger', '--date', '2025-01-01', '--attacker', 'RUS', '--target', 'EST', '--json']);
    const { rows, pairs } = JSON.parse(matrix.out);
    expect(pairs).toBe(1);
    const pairsOf = (duties: { treaty: string; action: string; states?: string[]; state?: string }[]): string[] =>
      duties.flatMap(({ treaty, action, states, state }) => (states ?? [state]).map((one) => `${one} ${action} ${treaty}`)).sort();
    expect(pairsOf(rows[0].duties)).toEqual(pairsOf(JSON.parse(trigger.out).duties));
  });
});

describe('foedus calendar', () => {
  it('looks ten years ahead from today for a treaty in force', async () => {
    const { out } = await foedus(['calendar', 'nato', '--json']);
    const dates: string[] = JSON.parse(out).entries.map((entry: { date: string }) => entry.date);
    expect(dates.length).toBeGreaterThan(0);
    expect(dates.every((date) => date >= '2026-07-01' && date < '2036-07-01')).toBe(true);
    expect(dates).toEqual(dates.toSorted());
  });

  it('shows the whole life of a treaty that is over', async () => {
    const { out } = await foedus(['calendar', 'reinsurance-1887', '--json']);
    expect(JSON.parse(out).entries[0]).toMatchObject({ kind: 'entry-into-force' });
  });

  it('writes iCalendar with an identity for each entry', async () => {
    const cwd = temporaryFolder();
    await foedus(['calendar', 'nato', '--from', '1949-01-01', '--to', '2040-01-01', '-o', 'nato.ics'], { cwd });
    const text = readFileSync(path.join(cwd, 'nato.ics'), 'utf8');
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2\.0\r\n/);
    const ids = [...text.matchAll(/^UID:(.*)\r$/gm)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refuses a window that ends before it begins', async () => {
    expect((await foedus(['calendar', 'nato', '--from', '2030-01-01', '--to', '2020-01-01'])).err).toBe('foedus: --to: 2020-01-01 is not after 2030-01-01.\n');
  });
});

describe('foedus codes', () => {
  it('turns codes into codes, as of a date', async () => {
    const { out } = await foedus(['codes', '300', '--from', 'cow', '--to', 'iso3', '--date', '1914-07-28', '--json']);
    expect(JSON.parse(out).rows[0].matches).toEqual([{ state: 'AUH', value: 'AUH' }]);
  });

  it('has status 1 where a value has no answer', async () => {
    const { exit, out } = await foedus(['codes', '9999', '--from', 'cow', '--to', 'iso3']);
    expect(exit).toBe(1);
    expect(out).toContain("'9999' is no COW number of the registry");
  });
});

describe('foedus history check', () => {
  it('agrees on every expectation', async () => {
    const { exit, out } = await foedus(['history', 'check', '--json']);
    const { expectations, agreed } = JSON.parse(out);
    expect({ exit, agreed }).toEqual({ exit: 0, agreed: expectations });
  });

  it('names the nearest crisis', async () => {
    expect((await foedus(['history', 'check', 'july-1941'])).err).toMatch(/^foedus: there is no crisis 'july-1941'\. Did you mean july-1914/);
  });
});

describe('foedus conflicts', () => {
  it('finds the Reinsurance Treaty beside the Dual Alliance', async () => {
    const { out } = await foedus(['conflicts', '--date', '1888-01-01', '--state', 'DEU', '--json']);
    const found = JSON.parse(out).conflicts;
    expect(found).toContainEqual(
      expect.objectContaining({ help: expect.objectContaining({ treaty: 'dual-1879' }), restraint: expect.objectContaining({ treaty: 'reinsurance-1887' }) }),
    );
  });
});

describe('completion', () => {
  const list = (kind: string): readonly string[] => (kind === 'state' ? ['FRA', 'FIN', 'GBR'] : kind === 'treaty' ? ['nato', 'anzus'] : []);
  it.each([
    [['tri'], ['trigger']],
    [
      ['trigger', '--attacker', 'F'],
      ['FRA', 'FIN'],
    ],
    [
      ['trigger', '--domain', ''],
      ['land', 'sea', 'air', 'cyber', 'space', 'hybrid'],
    ],
    [['trigger', '--cas'], ['--cascade']],
    [
      ['history', ''],
      ['list', 'check', 'disputes'],
    ],
    [['catalog', 'show', 'n'], ['nato']],
    [['calendar', '--from', '2020-01-01', 'anzus', 'n'], ['nato']],
    [['help', 'mat'], ['matrix']],
    [['nothing', 'x'], []],
  ])('%j', (words, expected) => {
    expect(complete(commands, words, list).words).toEqual(expected);
  });

  it('leaves files to the shell', () => {
    expect(complete(commands, ['lint', 'd'], list)).toEqual({ words: [], files: true });
  });
});

describe('the workspace', () => {
  it('adds its drafts to the catalog and leaves faulty ones out', () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'treaties'));
    const nato = readFileSync('catalog/treaties/nato.yaml', 'utf8');
    writeFileSync(path.join(folder, 'treaties', 'mine.yaml'), nato.replace(/^id: nato$/m, 'id: mine'));
    writeFileSync(path.join(folder, 'treaties', 'bad.yaml'), 'id: [');
    const faults: string[] = [];
    const { treaties } = withDrafts(loadCatalog(), folder, (line) => faults.push(line));
    expect(treaties.length).toBe(loadCatalog().treaties.length + 1);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^Left out: .*bad\.yaml:1:\d+: /);
  });
});

describe('the browser', () => {
  it.each([
    ['linux', {}, undefined],
    ['linux', { DISPLAY: ':0' }, 'xdg-open'],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, 'xdg-open'],
    ['darwin', {}, 'open'],
    ['win32', {}, 'rundll32'],
  ] as const)('on %s with %j: %s', (platform, env, program) => {
    expect(opener(platform, env)?.[0]).toBe(program);
  });

  it('is not opened without a screen; the link is printed all the same', async () => {
    const { exit, out, err } = await foedus(['serve', '--port', '0', '--open'], { env: {} });
    expect(exit).toBe(0);
    expect(out).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}\n$/);
    if (process.platform === 'linux') expect(err).toContain('No browser could be opened here; open the link above.');
  });
});
