import { createAdapter } from '@yuheng/backend/http/server';
import { connect } from 'node:net';
import { environmentOf, startServer, type TestServer } from '../support/server';

interface Conversation {
  readonly text: string;
  readonly seconds: number;
}

/** Sends the pieces at their interval until the server closes; what it said, and how long the connection lasted. */
function talk(port: number, pieces: Iterable<string>, everyMs = 100): Promise<Conversation> {
  const began = performance.now();
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const rest = pieces[Symbol.iterator]();
    let text = '';
    const send = (): void => {
      const { value, done } = rest.next();
      if (done) clearInterval(timer);
      else if (socket.writable) socket.write(value);
    };
    const timer = setInterval(send, everyMs);
    send();
    socket.on('data', (bytes) => (text += bytes.toString('utf8')));
    // A write into a connection that the server has just closed.
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(timer);
      resolve({ text, seconds: (performance.now() - began) / 1000 });
    });
  });
}

function* trickle(head: string, drop: string): Generator<string> {
  yield head;
  for (;;) yield drop;
}

const SOFTWARE = /fastify|node|nest|llhttp|HPE_|x-powered-by|\nserver:|\.[jt]s:/i;

describe('connections', () => {
  let server: TestServer;
  let port: number;

  beforeAll(async () => {
    server = await startServer({ variables: { YUHENG_REQUEST_SECONDS: '1' } });
    await server.app.listen(0, '127.0.0.1');
    ({ port } = server.app.getHttpServer().address() as { port: number });
  });

  afterAll(() => server?.close());

  describe('a request that does not arrive within its time is cut off', () => {
    /** The limit, twice the second at which it is looked for, and a machine that is busy. */
    const LATEST = 6;

    it.each([
      ['headers that trickle', 'GET /api/health HTTP/1.1\r\nhost: x\r\n', 'x-more: 1\r\n'],
      [
        'a body that trickles',
        'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 100000\r\n\r\n{',
        ' ',
      ],
      [
        'a body in pieces without an end',
        'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
        '1\r\n \r\n',
      ],
      ['half a line and silence', 'GET /api/hea', ''],
    ])('%s', async (_, head, drop) => {
      const { text, seconds } = await talk(port, trickle(head, drop));
      expect(text).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
      expect(text).toContain('"type":"about:blank"');
      expect(text).not.toMatch(SOFTWARE);
      expect(seconds).toBeGreaterThan(0.9);
      expect(seconds).toBeLessThan(LATEST);
    });

    it('while others are answered', async () => {
      const slow = Array.from({ length: 50 }, () =>
        talk(port, trickle('GET /api/health HTTP/1.1\r\nhost: x\r\n', 'x-more: 1\r\n')),
      );
      const [quick] = await Promise.all([
        talk(port, ['GET /api/health HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n']),
        ...slow,
      ]);
      expect(quick.text).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
      const open = await new Promise((resolve, reject) =>
        server.app.getHttpServer().getConnections((error, count) => (error ? reject(error) : resolve(count))),
      );
      expect(open).toBe(0);
    });
  });

  it('30 s for a request, 10 s for its headers, a minute of silence, 16 kB of headers, unless set otherwise', async () => {
    const fastify = createAdapter(environmentOf(), () => Promise.resolve(false)).getInstance();
    await fastify.ready();
    const { requestTimeout, headersTimeout, timeout, keepAliveTimeout } = fastify.server;
    await fastify.close();
    expect({ requestTimeout, headersTimeout, timeout, keepAliveTimeout }).toEqual({
      requestTimeout: 30_000,
      headersTimeout: 10_000,
      timeout: 60_000,
      keepAliveTimeout: 72_000,
    });
  });

  describe('what is no HTTP is told so in a few words, and the connection ends', () => {
    it.each([
      ['letters', 'hello\r\n\r\n', 400],
      ['bytes of TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
      ['a method that does not exist', 'BREW / HTTP/1.1\r\nhost: x\r\n\r\n', 400],
      ['a header without a name', 'GET / HTTP/1.1\r\nhost: x\r\n: x\r\n\r\n', 400],
      ['a header with a line end in it', 'GET / HTTP/1.1\r\nhost: x\r\nx: a\rb\r\n\r\n', 400],
      [
        'two lengths of one body',
        'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx',
        400,
      ],
      [
        'a length beside pieces',
        'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
        400,
      ],
      ['headers of 20 kB', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
      ['an address of 20 kB', `GET /${'y'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 431],
    ])('%s', async (_, text, status) => {
      const answer = await talk(port, [text]);
      expect(answer.text).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      const [head = '', body = ''] = answer.text.split('\r\n\r\n');
      expect(head).toMatch(/content-type: application\/problem\+json/);
      expect(head).toMatch(/connection: close/i);
      const said = JSON.parse(body) as Record<string, unknown>;
      expect(Object.keys(said)).toEqual(['type', 'title', 'status', 'detail']);
      expect(said).toMatchObject({ type: 'about:blank', status });
      expect(answer.text).not.toMatch(SOFTWARE);
    });

    it.each([
      ['TRACE / HTTP/1.1\r\nhost: x\r\nx-secret: 1\r\nconnection: close\r\n\r\n', /^HTTP\/1\.1 404 /],
      [
        'TRACE /api/counties HTTP/1.1\r\nhost: x\r\nx-secret: 1\r\nconnection: close\r\n\r\n',
        /^HTTP\/1\.1 401 /,
      ],
      ['CONNECT elsewhere:443 HTTP/1.1\r\nhost: x\r\n\r\n', /^$/],
      ['GET * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', /^HTTP\/1\.1 404 [\s\S]*nosniff/],
      ['TRACE /% HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', /^HTTP\/1\.1 404 [\s\S]*nosniff/],
      ['OPTIONS /%zz HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', /^HTTP\/1\.1 404 [\s\S]*nosniff/],
      ['GET / HTTP/1.1\r\nconnection: close\r\n\r\n', /^HTTP\/1\.1 400 /],
      ['PROPFIND / HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', /^HTTP\/1\.1 404 /],
      ['GET /no-page HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', /^HTTP\/1\.1 404 /],
    ])('%j says nothing of the software and repeats no header', async (text, expected) => {
      const answer = await talk(port, [text]);
      expect(answer.text).toMatch(expected);
      expect(answer.text).not.toMatch(SOFTWARE);
      expect(answer.text).not.toContain('x-secret');
    });
  });

  it('an upload that says that it is too large is refused before it is read', async () => {
    const cookie = await server.cookieOf('officer-1');
    const head = [
      'POST /api/publications/preview HTTP/1.1',
      'host: x',
      `cookie: ${cookie}`,
      'content-type: multipart/form-data; boundary=x',
      'content-length: 1000000000',
      '',
      '',
    ].join('\r\n');
    const { text } = await talk(port, [head]);
    expect(text).toMatch(/^HTTP\/1\.1 413 /);
  });
});
