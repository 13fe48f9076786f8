import { DataError } from '../data-error.ts';
import { codeOf } from '../disk/disk-fault.ts';
import { firstAddress, nextAddress } from './address.ts';
import type { Network, Patience } from './network.ts';

/** Why a try brought nothing, where another may. */
export class Dropped extends Error {
  /** Milliseconds that the server asks to wait. */
  readonly after: number | undefined;

  constructor(reason: string, after?: number, options?: ErrorOptions) {
    super(reason, options);
    this.name = 'Dropped';
    this.after = after;
  }
}

/** Faults of the network that another try does not mend, by the system's or OpenSSL's word. */
const LASTING: readonly (readonly [code: RegExp, fault: string, advice: string])[] = [
  [
    /^(ENOTFOUND|EAI_AGAIN)$/,
    'its server is not found',
    'Is there a connection to the internet? Behind a proxy, download the file in a browser, and import it: foedus data import --from DIR',
  ],
  [
    /^(CERT_|ERR_TLS_CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_(GET|VERIFY))/,
    'the certificate of its server is not trusted',
    'Nothing was asked of it. A network that reads along needs its certificate in NODE_EXTRA_CA_CERTS.',
  ],
];

/** What fetch failed with: its own error says 'fetch failed', the cause why. */
export function networkFault(where: string, error: unknown): DataError | Dropped {
  if (error instanceof DataError || error instanceof Dropped) return error;
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  const code = codeOf(cause);
  const lasting = LASTING.find(([pattern]) => pattern.test(code));
  if (lasting !== undefined) return new DataError(`${where}: ${lasting[1]} (${code}).`, [lasting[2]], { cause: error });
  return new Dropped(`the connection dropped${code === '' ? '' : ` (${code})`}`, undefined, { cause: error });
}

/** Statuses that pass: too many requests, timeouts, the server's own trouble. */
const PASSING = new Set([408, 425, 429, 500, 502, 503, 504]);

const BY_HAND = 'Look for it in a browser, and import what you download there: foedus data import --from DIR';

function refusal(status: number, url: URL, where: string): DataError {
  if (status === 404 || status === 410) {
    return new DataError(`${where}: is no longer at ${url.href} (${status}).`, [BY_HAND]);
  }
  if (status === 401 || status === 403) {
    return new DataError(`${where}: ${url.host} does not give it out to a program (${status}).`, [BY_HAND]);
  }
  return new DataError(`${where}: ${url.href} answered with status ${status}.`, [BY_HAND]);
}

/** Milliseconds of a Retry-After header: seconds, or a date. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  const milliseconds = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

/**
 * Asks for a file, following redirects. The answer's status is 200, 206 or 416; its body is unread.
 * @param where what is asked for, for messages
 * @throws {Dropped} where it is worth another try
 * @throws {DataError} where it is not
 */
export async function request(
  address: string,
  headers: Readonly<Record<string, string>>,
  where: string,
  network: Network,
  patience: Patience,
  signal: AbortSignal,
): Promise<Response> {
  let url = firstAddress(address, where);
  for (let redirects = 0; ; redirects++) {
    let response: Response;
    try {
      // Bytes as they lie on the server: ranges and hashes are of those.
      response = await network.fetch(url, { headers: { accept: '*/*', 'accept-encoding': 'identity', ...headers }, redirect: 'manual', signal });
    } catch (error) {
      throw signal.aborted ? error : networkFault(where, error);
    }
    const { status } = response;
    if (status === 200 || status === 206 || status === 416) return response;
    await response.body?.cancel().catch(() => undefined);
    const location = response.headers.get('location');
    if (status >= 300 && status < 400 && location !== null) {
      if (redirects === patience.redirects)
        throw new DataError(`${where}: was sent on more than ${patience.redirects} times, lastly by ${url.host}.`, [BY_HAND]);
      url = await nextAddress(url, location, network.lookup, where);
      continue;
    }
    if (PASSING.has(status)) throw new Dropped(`${url.host} answered with status ${status}`, retryAfter(response.headers.get('retry-after')));
    throw refusal(status, url, where);
  }
}
