import type { FastifyReply, FastifyRequest } from 'fastify';
import { LOG_SERIALIZERS } from './request-log';

const request = {
  method: 'GET',
  url: '/api/scoring-runs/5f0c?name=%E7%8E%8B',
  headers: { cookie: 'yuheng_session=secret' },
  routeOptions: { url: '/api/scoring-runs/:run' },
} as unknown as FastifyRequest;

describe('the log', () => {
  it('names the route of a request by its pattern, and nothing else of it', () => {
    expect(LOG_SERIALIZERS.req(request)).toEqual({ method: 'GET', route: '/api/scoring-runs/:run' });
    const reply = { request, statusCode: 200 } as unknown as FastifyReply;
    expect(LOG_SERIALIZERS.res(reply)).toEqual({
      method: 'GET',
      route: '/api/scoring-runs/:run',
      status: 200,
    });
  });

  it('says nothing of an address that no route has', () => {
    const lost = { ...request, routeOptions: {} } as unknown as FastifyRequest;
    expect(LOG_SERIALIZERS.req(lost)).toEqual({ method: 'GET', route: null });
  });

  it('tells an error of the database by its code and names, without the values in its message', () => {
    const error = Object.assign(new Error('Key (phone)=(13800001234) already exists.'), {
      name: 'QueryFailedError',
      code: '23505',
      constraint: 'uq_account_contact__phone',
      table: 'account_contact',
      parameters: ['13800001234'],
      detail: 'Key (phone)=(13800001234) already exists.',
      driverError: { detail: '13800001234' },
    });
    const told = LOG_SERIALIZERS.err(error);
    expect(told).toMatchObject({ type: 'QueryFailedError', code: '23505', table: 'account_contact' });
    expect(told.stack).toMatch(/request-log\.spec\.ts:\d+:\d+/);
    expect(JSON.stringify(told)).not.toContain('138');
  });

  it('tells a mistake of ours by its words', () => {
    expect(LOG_SERIALIZERS.err(new TypeError('x is undefined'))).toMatchObject({
      type: 'TypeError',
      message: 'x is undefined',
    });
  });

  it('says nothing of what a parser could not read', () => {
    let caught = new Error();
    try {
      JSON.parse('"p4ssword');
    } catch (error) {
      caught = error as Error;
    }
    expect(JSON.stringify(LOG_SERIALIZERS.err(caught))).not.toContain('p4ssword');
  });
});
