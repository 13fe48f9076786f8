import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** How a server answers one request. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface FileServer {
  /** Its address, without a final slash. */
  readonly origin: string;
  /** The requests so far: path, and the range asked for. */
  readonly requests: string[];
  /** Answers to come at a path, one a request; the last one stays. */
  on(path: string, ...answers: readonly [Answer, ...Answer[]]): string;
  close(): Promise<void>;
}

/** A server on this machine for the time of a test. */
export async function fileServer(): Promise<FileServer> {
  const answers = new Map<string, Answer[]>();
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    requests.push([path, request.headers.range].filter((part) => part !== undefined).join(' '));
    const [first, ...rest] = answers.get(path) ?? [];
    if (rest.length > 0) answers.set(path, rest);
    if (first === undefined) response.writeHead(404).end();
    else first(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return {
    origin,
    requests,
    on: (path, ...list) => {
      answers.set(path, [...list]);
      return `${origin}${path}`;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
}

/** The bytes, or the range of them that was asked for, where `if-range` still holds. */
export function bytes(body: Uint8Array, etag = '"one"', headers: Readonly<Record<string, string>> = {}): Answer {
  return (request, response) => {
    const [, start] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
    const common = { 'content-type': 'application/octet-stream', etag, ...headers };
    if (start === undefined || request.headers['if-range'] !== etag) {
      response.writeHead(200, { ...common, 'content-length': body.length }).end(body);
      return;
    }
    const from = Number(start);
    if (from >= body.length) {
      response.writeHead(416, { 'content-range': `bytes */${body.length}` }).end();
      return;
    }
    response.writeHead(206, { ...common, 'content-length': body.length - from, 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` });
    response.end(body.subarray(from));
  };
}

/**
 * The same, cut off after some bytes of the answer: the connection is dropped once they arrived.
 * @param arrived whether so many bytes of the file are with the one who asked
 */
export function dropping(after: number, body: Uint8Array, arrived: (bytes: number) => boolean, etag = '"one"'): Answer {
  return (request, response) => {
    const [, start = '0'] = /^bytes=(\d+)-$/.exec(request.headers.range ?? '') ?? [];
    const from = request.headers['if-range'] === etag ? Number(start) : 0;
    const range = from === 0 ? {} : { 'content-range': `bytes ${from}-${body.length - 1}/${body.length}` };
    response.writeHead(from === 0 ? 200 : 206, { etag, 'content-length': body.length - from, ...range });
    response.write(body.subarray(from, from + after));
    const watch = setInterval(() => {
      if (!arrived(from + after)) return;
      clearInterval(watch);
      response.destroy();
    }, 5);
    response.on('close', () => clearInterval(watch));
  };
}

/** A status, with headers and a body. */
export function status(code: number, headers: Readonly<Record<string, string>> = {}, body = ''): Answer {
  return (_, response) => {
    response.writeHead(code, headers).end(body);
  };
}
