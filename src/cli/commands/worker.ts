import { defineCommand } from '../command.ts';

export const worker = defineCommand({
  name: 'worker',
  summary: "works for sweeps that are queued: 'foedus sweep ... --queue URL' on any machine that sees the same folder",
  description:
    'Takes parts of sweeps from a queue on Redis or Valkey, runs them, and writes what they find into the folder of the sweep, which it must see under the same name. Only names pass through Redis. ' +
    'A worker that is killed loses nothing: its part goes to another after the lease. Ctrl-C lets it finish what it has begun; a second one ends it at once.',
  examples: [
    { line: 'foedus worker --queue redis://127.0.0.1:6390', note: 'works until it is stopped, in as many threads as there are cores' },
    { line: 'foedus worker --queue redis://127.0.0.1:6390 --threads 2 --idle 60', note: 'ends by itself after a minute without work' },
  ],
  flags: [
    { name: 'queue', value: 'URL', description: 'the Redis: redis://host:port, rediss://user:password@host:port', required: true },
    { name: 'threads', value: 'N', description: 'threads to run in; as many as there are cores when left out' },
    { name: 'idle', value: 'SECONDS', description: 'end after so long without work; wait on when left out' },
    { name: 'lease', value: 'SECONDS', description: 'after how long without a sign its part goes to another; 30 when left out' },
  ],
  run: async (input, { io, note, detail }) => {
    const [{ workForSweeps }, { workedText }, { UserError }, { wholeNumber }, os] = await Promise.all([
      import('../../app/sweep/work.ts'),
      import('../sweep-text.ts'),
      import('../../app/user-error.ts'),
      import('../../app/whole-number.ts'),
      import('node:os'),
    ]);
    const whole = (flag: string): number | undefined => {
      const number = wholeNumber(input.flag(flag), `--${flag}`);
      if (number === 0) throw new UserError(`--${flag}: must be 1 or more.`);
      return number;
    };
    const idle = whole('idle');
    const ran = await workForSweeps({
      url: input.flag('queue') ?? '',
      threads: whole('threads') ?? os.availableParallelism(),
      lease: (whole('lease') ?? 30) * 1000,
      signal: io.stop,
      onReady: () => note('Waiting for work; Ctrl-C ends it.'),
      onChunk: ({ chunk }, cells) => detail(`${chunk}: ${cells} cells`),
      onRemark: note,
      ...(idle !== undefined && { idle: idle * 1000 }),
    });
    return { value: ran, text: () => workedText(ran) };
  },
});
