import { connect } from 'node:net';
import type { FuzzAnswer, FuzzRequest } from './fuzz-request';

/** After the request is written nobody says anything more; a server that waits for more is told so. */
const SILENCE_MS = 300;
/** Then the answer must come and the connection must end. */
const PATIENCE_MS = 10_000;

/** Sends a request byte for byte through a socket of its own. A connection that stays open counts as its whole time. */
export function sendRaw(request: FuzzRequest, cookie: string | null, port: number): Promise<FuzzAnswer> {
  const started = performance.now();
  const received: Buffer[] = [];
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    // To a sound message the server takes its time: whoever says goodbye first gets no answer.
    const isSpoilt = Object.keys(request.framing ?? {}).length > 0;
    const silence = isSpoilt ? setTimeout(() => socket.end(), SILENCE_MS) : undefined;
    const patience = setTimeout(() => socket.destroy(), PATIENCE_MS);
    socket.on('data', (bytes) => void received.push(bytes));
    // A server that refuses a long body closes before all of it is written: what it said counts.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(silence);
      clearTimeout(patience);
      const answer = readAnswer(Buffer.concat(received).toString('utf8'));
      resolve({ ...answer, milliseconds: performance.now() - started });
    });
    socket.write(Buffer.concat([Buffer.from(headOf(request, cookie), 'latin1'), tailOf(request)]));
  });
}

function headOf({ method, target, headers, body, framing }: FuzzRequest, cookie: string | null): string {
  const length =
    framing?.contentLength ?? (framing?.wholeBody === undefined && body ? String(body.length) : null);
  const own = headers.map(([name, value]) => `${name}: ${value}`);
  const has = (wanted: string): boolean => headers.some(([name]) => name === wanted);
  const lines = [
    `${method} ${Buffer.from(target).toString('latin1')} HTTP/1.1`,
    ...(has('host') ? [] : ['host: 127.0.0.1']),
    ...own,
    ...(cookie ? [`cookie: ${cookie}`] : []),
    ...(length === null ? [] : [`content-length: ${length}`]),
    ...(framing?.lines ?? []),
    'connection: close',
  ];
  return `${lines.join('\r\n')}\r\n\r\n`;
}

const tailOf = ({ body, framing }: FuzzRequest): Buffer =>
  framing?.wholeBody === undefined ? (body ?? Buffer.alloc(0)) : Buffer.from(framing.wholeBody, 'latin1');

/** The first answer that is no "100 Continue"; what follows it stays in the text, so that a leak there is seen too. */
export function readAnswer(received: string): Omit<FuzzAnswer, 'milliseconds'> {
  const [head = '', ...rest] = received.split('\r\n\r\n');
  const [statusLine = '', ...lines] = head.split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1] ?? 0);
  if (status >= 100 && status < 200) return readAnswer(rest.join('\r\n\r\n'));
  const headers = Object.fromEntries(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    }),
  );
  const text = rest.join('\r\n\r\n');
  return { status, headers, text: headers['transfer-encoding'] === 'chunked' ? unchunked(text) : text };
}

/** Chunk sizes count bytes; the text is taken apart as such. */
function unchunked(text: string): string {
  let left = Buffer.from(text);
  const chunks: Buffer[] = [];
  for (;;) {
    const end = left.indexOf('\r\n');
    const size = parseInt(left.subarray(0, end).toString('latin1'), 16);
    if (end < 0 || !(size > 0)) return Buffer.concat(chunks).toString('utf8');
    chunks.push(left.subarray(end + 2, end + 2 + size));
    left = left.subarray(end + 2 + size + 2);
  }
}
