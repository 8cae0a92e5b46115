import type { Framing } from './fuzz-request';
import { always, type Trick } from './trick';

const framing = (name: string, ...framings: readonly Framing[]): Trick => ({
  name,
  suits: always,
  play: (draft, { random }) => void (draft.framing = random.pick(framings)),
});

const chunked = (...bodies: readonly string[]): Framing[] =>
  bodies.map((wholeBody) => ({ wholeBody, lines: ['transfer-encoding: chunked'] }));

const SMUGGLED = 'GET /api/administration/places HTTP/1.1\r\nhost: x\r\n\r\n';

/** What is wrong with the message itself: lengths that lie, chunks that are none, headers that nobody writes. */
export const FRAMING_TRICKS: readonly Trick[] = [
  framing('a real socket', {}),
  framing(
    'content-length that lies',
    { contentLength: '999999' },
    { contentLength: '1' },
    { contentLength: '0' },
    { contentLength: '-1' },
    { contentLength: 'abc' },
    { contentLength: '1, 2' },
    { contentLength: '0x10' },
    { contentLength: '99999999999999999999' },
    { contentLength: '1073741824' },
    { lines: ['content-length: 5'] },
  ),
  framing(
    'chunks that are none',
    ...chunked('ZZ\r\nx\r\n', '-1\r\n', '5\r\nabc', 'FFFFFFFFFFFFFFFFF\r\nx', '', `0\r\n\r\n${SMUGGLED}`),
    { lines: ['transfer-encoding: chunked', 'content-length: 3'], wholeBody: `0\r\n\r\n${SMUGGLED}` },
    { lines: ['transfer-encoding: xchunked'], wholeBody: SMUGGLED },
    { lines: ['transfer-encoding: chunked, identity'], wholeBody: '0\r\n\r\n' },
    { lines: ['transfer-encoding: gzip'], wholeBody: 'x' },
    { lines: ['transfer-encoding:\u000bchunked'], wholeBody: SMUGGLED },
  ),
  framing(
    'header lines that nobody writes',
    { lines: ['no colon'] },
    { lines: ['a b: c'] },
    { lines: [': x'] },
    { lines: ['x: a\r\n folded'] },
    { lines: ['x: \u0000'] },
    { lines: ['x: \u0007'] },
    { lines: [`x: ${'y'.repeat(20_000)}`] },
    { lines: Array.from({ length: 3_000 }, (_, index) => `x${index}: y`) },
    { lines: ['host: a', 'host: b'] },
    { lines: ['content-type: application/json', 'content-type: text/plain'] },
    { lines: ['cookie: a=b', 'cookie: c=d', 'origin: null', 'origin: x'] },
    { lines: ['expect: 100-continue'] },
    { lines: ['expect: nonsense'] },
    { lines: ['connection: upgrade', 'upgrade: websocket', 'sec-websocket-version: 13'] },
    { lines: ['connection: host, cookie, content-length'] },
    { lines: ['x: y\n'] },
  ),
];
