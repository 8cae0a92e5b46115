import { readEnvironment } from './environment';

describe('the environment', () => {
  it('is a demonstration on the loopback address unless something is set', () => {
    expect(readEnvironment({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: null,
      databaseOwnerUrl: null,
      demonstration: true,
      anonymousNames: false,
      today: null,
      secureCookie: false,
      logLevel: 'warn',
    });
  });

  it('takes a variable that is set to nothing as not set', () => {
    const names =
      'HOST PORT DATABASE_URL DATABASE_OWNER_URL YUHENG_DEMO YUHENG_DEMO_NAMES YUHENG_TODAY YUHENG_TLS YUHENG_LOG';
    const empty = Object.fromEntries(names.split(' ').map((name) => [name, '']));
    expect(readEnvironment(empty)).toEqual(readEnvironment({}));
  });

  it('reads what is set', () => {
    expect(
      readEnvironment({
        HOST: '0.0.0.0',
        PORT: '0',
        DATABASE_URL: 'postgres://app@db/yuheng',
        DATABASE_OWNER_URL: 'postgres://owner@db/yuheng',
        YUHENG_DEMO: '0',
        YUHENG_DEMO_NAMES: 'anonymous',
        YUHENG_TODAY: '2024-02-29',
        YUHENG_TLS: '1',
        YUHENG_LOG: 'silent',
      }),
    ).toEqual({
      host: '0.0.0.0',
      port: 0,
      databaseUrl: 'postgres://app@db/yuheng',
      databaseOwnerUrl: 'postgres://owner@db/yuheng',
      demonstration: false,
      anonymousNames: true,
      today: '2024-02-29',
      secureCookie: true,
      logLevel: 'silent',
    });
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['YUHENG_DEMO', 'no'],
    ['YUHENG_DEMO', 'false'],
    ['YUHENG_DEMO_NAMES', 'Anonymous'],
    ['YUHENG_TODAY', '2025-02-29'],
    ['YUHENG_TODAY', '20260320'],
    ['YUHENG_TLS', 'yes'],
    ['YUHENG_LOG', 'verbose'],
  ])('refuses %s=%s, naming the variable and what was read', (name, value) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(
      new RegExp(`^${name} .*“${value}”.* / must be `),
    );
  });
});
