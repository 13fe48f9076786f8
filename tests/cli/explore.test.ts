import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { foedus } from './harness.ts';

/** Runs a command on a terminal, and interrupts it when the bar is drawn for the nth time. */
async function interrupted(argv: readonly string[], after: number): Promise<{ readonly exit: number; readonly out: string; readonly err: string }> {
  const stop = new AbortController();
  let [err, bars] = ['', 0];
  const stderr = (text: string): void => {
    err += text;
    if (text.includes(' %')) bars += 1;
    if (bars === after) stop.abort();
  };
  const { exit, out } = await foedus(argv, { stop: stop.signal, terminal: { columns: 80 }, stderr });
  return { exit, out, err };
}

const ONE = ['--date', '2025-06-01', '--contingency', 'china-okinawa'];

describe('foedus compare', () => {
  it.each([
    [['compare', 'us-japan-1960', ...ONE], 'is compared with nothing; name another'],
    [['compare', 'us-japan-1960', '--as', 'pact,star', ...ONE], "'star' is no form; write pact, pairs or hub:STATE"],
    [['compare', 'us-japan-1960', '--change', 'exit.notice', ...ONE], "--change: 'exit.notice' sets nothing"],
    [['compare', 'us-japan-1960', 'anzus', '--set', 'exit.notice=P6M', ...ONE], "'--change' sets clauses"],
    [['compare', 'nato', '--date', '1990,1991,1992,1993,1994,1995,1996,1997,1998', '--draws', '0'], '9 are too many'],
    [['compare', 'us-japan-1960', 'anzuz', ...ONE], "there is no treaty 'anzuz'. Did you mean anzus"],
  ])('%j: says what is wrong', async (argv, message) => {
    const { exit, err } = await foedus(argv);
    expect(exit).toBe(2);
    expect(err).toContain(message);
  });

  it('interrupted, keeps the draws that were made and says how many', async () => {
    const { exit, out, err } = await interrupted(['compare', 'us-japan-1960', 'us-philippines-1951', ...ONE, '--draws', '100000', '--json'], 3);
    expect(exit).toBe(0);
    const found = z.looseObject({ draws: z.number(), stoppedOf: z.literal(100_000) }).parse(JSON.parse(out));
    expect(found.draws).toBeLessThan(100_000);
    expect(err).toContain(`Stopped at ${found.draws} of 100000 draws`);
  });
});

describe('foedus sensitivity', () => {
  it.each([
    [['--of', 'luck'], "there is no answer 'luck'"],
    [['--of', 'net:FRA'], 'FRA is no member of us-japan-1960'],
    [['--turns-at', 'often'], "--turns-at: 'often' is no number"],
    [['--samples', 'many'], "--samples: 'many' is no whole number"],
  ])('%j: says what is wrong', async (flags, message) => {
    const { exit, err } = await foedus(['sensitivity', 'us-japan-1960', ...ONE, ...flags]);
    expect(exit).toBe(2);
    expect(err).toContain(message);
  });

  it('interrupted, keeps what was finished and says where', async () => {
    const argv = ['sensitivity', 'us-japan-1960', ...ONE, '--samples', '1000000', '--json'];
    const { exit, out, err } = await interrupted(argv, 1);
    expect(exit).toBe(0);
    const found = z.looseObject({ stoppedIn: z.string(), tornado: z.array(z.unknown()) }).parse(JSON.parse(out));
    expect(found.tornado.length).toBeGreaterThan(0);
    expect(err).toContain(`Stopped in the part '${found.stoppedIn}'`);
  });
});
