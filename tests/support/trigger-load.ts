import { Agent, request } from 'node:http';
import process from 'node:process';

/** Asks `POST /api/trigger` at an even rate, whatever the answers take; prints how long they took, from the moment each was due. */

const [address = '', token = '', rate = '200', seconds = '60'] = process.argv.slice(2);

const PAIRS: readonly (readonly [attacker: string, target: string])[] = [
  ['RUS', 'EST'],
  ['CHN', 'TWN'],
  ['PRK', 'KOR'],
  ['RUS', 'POL'],
  ['CHN', 'JPN'],
  ['IRN', 'SAU'],
  ['AUH', 'SRB'],
  ['DEU', 'FRA'],
  ['ARG', 'GBR'],
  ['TUR', 'GRC'],
];
const YEARS = [1914, 1938, 1955, 1968, 1982, 1990, 2001, 2010, 2025];

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const took: number[] = [];
const errors = new Map<string, number>();
const fail = (what: string): void => void errors.set(what, (errors.get(what) ?? 0) + 1);

/** One question; resolves when it is answered, well or not. */
function ask(index: number, due: number): Promise<void> {
  const [attacker, target] = PAIRS[index % PAIRS.length] ?? ['RUS', 'EST'];
  const body = JSON.stringify({ attackers: [attacker], target, date: `${YEARS[index % YEARS.length]}-08-01` });
  return new Promise((resolve) => {
    const sent = request(
      `${address}/api/trigger`,
      { method: 'POST', agent, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          took.push(performance.now() - due);
          // A state that there was not on the day is an answer too, which says so.
          if (response.statusCode !== 200 && response.statusCode !== 422) fail(`status ${response.statusCode}`);
          else if (!text.startsWith('{')) fail('no JSON');
          resolve();
        });
      },
    );
    sent.on('error', (error) => {
      fail(error.message);
      resolve();
    });
    sent.end(body);
  });
}

const began = performance.now();
const total = Number(rate) * Number(seconds);
const under: Promise<void>[] = [];
for (let index = 0; index < total;) {
  const now = performance.now() - began;
  for (; index < total && (index * 1000) / Number(rate) <= now; index += 1) under.push(ask(index, began + (index * 1000) / Number(rate)));
  await new Promise((resolve) => setTimeout(resolve, 1));
}
await Promise.all(under);
agent.destroy();
const sorted = took.toSorted((a, b) => a - b);
const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
process.stdout.write(
  `${JSON.stringify({ answered: took.length, errors: Object.fromEntries(errors), p50: at(0.5), p99: at(0.99), most: at(1), seconds: (performance.now() - began) / 1000 })}\n`,
);
