import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { startServer, type TestServer } from '../../support/server';

describe('SM3 in the database', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  const sm3 = async (messages: readonly Uint8Array[]): Promise<string[]> =>
    (
      await server.sql<{ hash: string }>(
        'select sm3(m) as hash from unnest($1::bytea[]) with ordinality as u(m, i) order by i',
        [messages.map((one) => Buffer.from(one))],
      )
    ).map(({ hash }) => hash);
  const expected = (message: Uint8Array): string => createHash('sm3').update(message).digest('hex');

  it('gives the two examples of GB/T 32905-2016, annex A', async () => {
    expect(await sm3([Buffer.from('abc'), Buffer.from('abcd'.repeat(16))])).toEqual([
      '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
      'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732',
    ]);
  });

  it('is that of OpenSSL for every length from 0 to 300, across all paddings', async () => {
    const messages = Array.from({ length: 301 }, (_, length) =>
      Uint8Array.from({ length }, (__, i) => (i * 37 + length) % 256),
    );
    expect(await sm3(messages)).toEqual(messages.map(expected));
  });

  it('is that of OpenSSL for random messages', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (message) => {
        expect(await sm3([message])).toEqual([expected(message)]);
      }),
      { numRuns: 300 },
    );
  });
});
