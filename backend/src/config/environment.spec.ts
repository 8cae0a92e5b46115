import { DEFAULT_LIGHT_SETTINGS } from '@yuheng/shared/domain/monitoring/light';
import { rational } from '@yuheng/shared/domain/numbers/rational';
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
      publicUrl: null,
      trustProxy: false,
      rateLimitFactor: 1,
      requestSeconds: 30,
      workbookMegabytes: 20,
      packDays: 14,
      reminderDays: 7,
      auditAlgorithm: 'sha256',
      spendingLadder: null,
      light: DEFAULT_LIGHT_SETTINGS,
      openId: null,
      mail: null,
      keys: null,
      dataFolder: null,
    });
  });

  it('takes a variable that is set to nothing as not set', () => {
    const names =
      'HOST PORT DATABASE_URL DATABASE_OWNER_URL YUHENG_DEMO YUHENG_DEMO_NAMES YUHENG_TODAY YUHENG_TLS YUHENG_LOG YUHENG_PUBLIC_URL YUHENG_TRUST_PROXY YUHENG_RATE_LIMIT YUHENG_REQUEST_SECONDS YUHENG_WORKBOOK_MEGABYTES YUHENG_REMINDER_DAYS YUHENG_KEYS YUHENG_DATA YUHENG_AUDIT_ALGORITHM YUHENG_SPENDING_LADDER YUHENG_LIGHT YUHENG_SMTP_URL YUHENG_MAIL_FROM';
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
        YUHENG_PUBLIC_URL: 'https://Yuheng.Example.gov.cn:443/',
        YUHENG_TRUST_PROXY: '10.0.0.0/8, ::1',
        YUHENG_RATE_LIMIT: '1000000',
        YUHENG_REQUEST_SECONDS: '120',
        YUHENG_WORKBOOK_MEGABYTES: '40',
        YUHENG_REMINDER_DAYS: '14',
        YUHENG_AUDIT_ALGORITHM: 'sm3',
        YUHENG_SPENDING_LADDER: '4:25,10:80',
        YUHENG_LIGHT: 'warningBelow:80',
        YUHENG_KEYS: 'b:two,a:one',
        YUHENG_DATA: '/var/lib/yuheng',
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
      publicUrl: 'https://yuheng.example.gov.cn',
      trustProxy: ['10.0.0.0/8', '::1'],
      rateLimitFactor: 1_000_000,
      requestSeconds: 120,
      workbookMegabytes: 40,
      packDays: 14,
      reminderDays: 14,
      auditAlgorithm: 'sm3',
      spendingLadder: [
        { month: 4, percent: 25 },
        { month: 10, percent: 80 },
      ],
      light: { ...DEFAULT_LIGHT_SETTINGS, warningBelow: rational(80, 100) },
      openId: null,
      mail: null,
      keys: 'b:two,a:one',
      dataFolder: '/var/lib/yuheng',
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
    ['YUHENG_RATE_LIMIT', '0'],
    ['YUHENG_RATE_LIMIT', '-1'],
    ['YUHENG_RATE_LIMIT', '1000001'],
    ['YUHENG_RATE_LIMIT', '1e3'],
    ['YUHENG_REMINDER_DAYS', '0'],
    ['YUHENG_REMINDER_DAYS', '61'],
    ['YUHENG_WORKBOOK_MEGABYTES', '0'],
    ['YUHENG_WORKBOOK_MEGABYTES', '201'],
    ['YUHENG_REQUEST_SECONDS', '0'],
    ['YUHENG_REQUEST_SECONDS', '0.5'],
    ['YUHENG_REQUEST_SECONDS', '3601'],
    ['YUHENG_PUBLIC_URL', 'yuheng.example.gov.cn'],
    ['YUHENG_PUBLIC_URL', 'ftp://yuheng.example.gov.cn'],
    ['YUHENG_PUBLIC_URL', 'http://yuheng.example.gov.cn/app'],
    ['YUHENG_PUBLIC_URL', 'http://yuheng.example.gov.cn?x'],
    ['YUHENG_PUBLIC_URL', 'https://yuheng.example.gov.cn'],
    ['YUHENG_TRUST_PROXY', '0'],
    ['YUHENG_TRUST_PROXY', '10'],
    ['YUHENG_TRUST_PROXY', 'true'],
    ['YUHENG_TRUST_PROXY', '0.0.0.0/0'],
    ['YUHENG_TRUST_PROXY', '10.0.0.0/33'],
    ['YUHENG_TRUST_PROXY', '10.0.0.0/8/8'],
    ['YUHENG_TRUST_PROXY', '10.0.0.1,'],
    ['YUHENG_TRUST_PROXY', 'nginx'],
  ])('refuses %s=%s, naming the variable and what was read', (name, value) => {
    expect(() => readEnvironment({ [name]: value })).toThrow(
      new RegExp(`^${name} .*“${value.replaceAll('?', '\\?')}”.* / must be `),
    );
  });

  it('refuses a public address with an account, and does not repeat its password', () => {
    expect(() => readEnvironment({ YUHENG_PUBLIC_URL: 'http://me:secret@yuheng.test' })).toThrow(
      /^YUHENG_PUBLIC_URL .*“http:\/\/…@yuheng\.test”/,
    );
  });

  it('refuses a public address that is not by TLS where the cookie is', () => {
    expect(() => readEnvironment({ YUHENG_TLS: '1', YUHENG_PUBLIC_URL: 'http://yuheng.test' })).toThrow(
      /^YUHENG_PUBLIC_URL .*must be https where YUHENG_TLS is 1/,
    );
  });

  it.each([
    ['1', 1],
    ['9', 9],
    ['loopback', ['loopback']],
    ['10.1.2.3', ['10.1.2.3']],
    ['fd00::/8,192.168.0.0/16', ['fd00::/8', '192.168.0.0/16']],
  ])('believes the proxies of YUHENG_TRUST_PROXY=%s', (text, proxies) => {
    expect(readEnvironment({ YUHENG_TRUST_PROXY: text }).trustProxy).toEqual(proxies);
  });
});
