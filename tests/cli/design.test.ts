import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { foedus, temporaryFolder } from './harness.ts';

const FEW = ['--date', '2026-06-01', '--only', 'collective-defense.kind', '--only', 'exit.notice', '--draws', '0'];

describe('foedus design', () => {
  it('writes each point as a treaty, with a page that tells them apart', async () => {
    const cwd = temporaryFolder();
    const { exit, out, err } = await foedus(['design', 'anzus', ...FEW, '--draws', '3', '-o', 'front'], { cwd });
    expect([exit, err]).toEqual([0, expect.stringContaining('files to front')]);
    expect(out).toContain('15 ways to write it, 15 of them assessed');
    const files = readdirSync(path.join(cwd, 'front')).sort();
    expect(files.slice(0, 3)).toEqual(['README.md', 'anzus-01.yaml', 'anzus-02.yaml']);
    expect(readFileSync(path.join(cwd, 'front', 'README.md'), 'utf8')).toContain('## 2. strongest deterrence');
    expect(JSON.parse(readFileSync(path.join(cwd, 'front', 'design.json'), 'utf8'))).toMatchObject({ treaty: 'anzus', method: 'exhaustive', draws: 3 });
    expect(await foedus(['lint', 'front/anzus-01.yaml'], { cwd })).toMatchObject({ exit: 0 });
  });

  it('keeps what it looks at, and goes on from there', async () => {
    const cwd = temporaryFolder();
    const ask = ['design', 'anzus', ...FEW, '--resume', 'kept.json', '--json'];
    const first = await foedus(ask, { cwd });
    const kept: { looked: Record<string, unknown> } = JSON.parse(readFileSync(path.join(cwd, 'kept.json'), 'utf8'));
    expect(Object.keys(kept.looked)).toHaveLength(15);
    expect((await foedus(ask, { cwd })).out).toBe(first.out);
    const other = await foedus(['design', 'anzus', ...FEW, '--fix', 'exit', '--resume', 'kept.json'], { cwd });
    expect(other).toMatchObject({ exit: 2 });
    expect(other.err).toMatch(/kept\.json: holds another design/);
    writeFileSync(path.join(cwd, 'kept.json'), '{}');
    expect((await foedus(ask, { cwd })).err).toMatch(/holds no design to resume/);
  });

  it('concludes with what there is where it is stopped', async () => {
    const stop = new AbortController();
    const { exit, out } = await foedus(['design', 'anzus', '--date', '2026-06-01', '--only', 'collective-defense', '--budget', '100000'], {
      stop: stop.signal,
      terminal: { columns: 80 },
      // The bar is drawn: it is on its way.
      stderr: () => stop.abort(),
    });
    expect(exit).toBe(0);
    expect(out).toMatch(/Stopped\s+before\s+it\s+was\s+done/);
  });

  it.each([
    [['design'], /name a treaty to begin from/],
    [['design', 'anzus', '--between', 'FRA,POL'], /name a treaty to begin from/],
    [['design', '--between', 'FRA,XYZ'], /--between: .*XYZ/],
    [['design', 'anzus', '--floor', '2'], /--floor: '2' is no chance/],
    [['design', 'anzus', '--budget', '0'], /--budget: '0' is no whole number/],
    [['design', 'anzus', '--require', 'peace'], /'peace' is no demand/],
    [['design', 'anzus', '--objective', 'peace'], /'peace' is no objective/],
    [['design', 'anzus', '--fix', 'exit.door'], /no clause 'exit\.door' that moves/],
    [['design', 'warsaw-pact', '--date', '2026-06-01'], /binds nobody on 2026-06-01/],
  ])('%j is answered in a sentence', async (argv, message) => {
    const { exit, err } = await foedus([...argv, ...(argv.includes('--date') ? [] : ['--date', '2026-06-01'])]);
    expect(exit).toBe(2);
    expect(err).toMatch(message);
  });
});
