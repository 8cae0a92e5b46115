import type { FastifyRequest } from 'fastify';
import { repetitionOf } from './repetition';

const request = (key: string | undefined, more: object = {}, idempotent?: true | null): FastifyRequest =>
  ({
    headers: { 'idempotency-key': key },
    params: {},
    query: {},
    body: { a: 1 },
    routeOptions: { config: { endpoint: { idempotent: idempotent === null ? undefined : true } } },
    ...more,
  }) as unknown as FastifyRequest;

describe('by what a repeated request is known', () => {
  it('is its key and what it asks for', () => {
    const first = repetitionOf(request('0b1c2d3e-aaaa'));
    expect(first).toEqual({
      key: '0b1c2d3e-aaaa',
      requestSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(repetitionOf(request('0b1c2d3e-aaaa'))).toEqual(first);
    for (const other of [{ body: { a: 2 } }, { params: { a: '1' } }, { query: { a: '1' } }]) {
      expect(repetitionOf(request('0b1c2d3e-aaaa', other))?.requestSha256).not.toBe(first?.requestSha256);
    }
  });

  it('is nothing without a key, or where the endpoint takes none', () => {
    expect(repetitionOf(request(undefined))).toBeNull();
    expect(repetitionOf(request('0b1c2d3e-aaaa', {}, null))).toBeNull();
  });

  it.each(['short', 'x'.repeat(81), 'with space', 'ümlaut-key', ''])('refuses %j as a key', (key) => {
    expect(() => repetitionOf(request(key))).toThrow(expect.objectContaining({ slug: 'invalid-request' }));
  });
});
