import type { Random } from '../../golden/independent/random';
import { hostileText } from './hostile-values';
import { always, type Trick } from './trick';

/** Header values are bytes; what Node would not even write is left to the framing tricks. */
const headerText = (random: Random): string =>
  hostileText(random)
    .replaceAll(/[^\u0020-\u007e\u0080-\u00ff]/g, '')
    .slice(0, 4_000);

/** A trick that sends one header more, or another value of one. */
const header = (name: string, ...values: readonly string[]): Trick => ({
  name: `header ${name}`,
  suits: always,
  play: ({ headers }, { random }) => {
    const value = values.length === 0 || random.chance(15) ? headerText(random) : random.pick(values);
    const at = headers.findIndex(([one]) => one === name);
    if (at >= 0) headers.splice(at, 1);
    headers.push([name, value]);
  },
});

const cookie = (name: string, session: 'own' | 'none', ...values: readonly string[]): Trick => ({
  name,
  suits: always,
  play: (draft, { random }) => {
    draft.headers.push(['cookie', random.pick(values)]);
    if (session === 'none') draft.session = session;
  },
});

/** Which of two credentials counts is the server's affair, as long as one of them must be good. */
const besideTheSession = (trick: Trick): Trick => ({
  ...trick,
  play: (draft, soundness) => {
    trick.play(draft, soundness);
    if (draft.session === 'own') draft.session = 'unsure';
  },
});

/** Headers that mislead: types, proxies, caches, languages, credentials, origins. */
export const HEADER_TRICKS: readonly Trick[] = [
  header(
    'content-type',
    'text/plain',
    'application/json; charset=utf-16',
    'application/json, text/html',
    'application/json; application/json',
    'application/xml',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    `multipart/form-data; boundary=${'b'.repeat(3_000)}`,
    'application/vnd.api+json',
    '/',
    'a'.repeat(5_000),
  ),
  header('x-forwarded-for', '127.0.0.1', '1.2.3.4, 5.6.7.8', `${'1.1.1.1,'.repeat(500)}`, '::ffff:0:0'),
  header('forwarded', 'for=127.0.0.1;proto=https;host=evil.example', 'for="_gazonk"'),
  header('x-forwarded-host', 'evil.example'),
  header('x-forwarded-proto', 'https', 'javascript'),
  header('x-real-ip', '127.0.0.1'),
  header('host', 'evil.example', 'localhost:99999', '127.0.0.1', '[::1]', 'a b'),
  header('x-http-method-override', 'DELETE', 'PUT'),
  header('x-original-url', '/api/administration/places'),
  header('x-rewrite-url', '/api/administration/places'),
  header('if-none-match', '*', 'W/"x"', '"', ','.repeat(3_000), 'W/W/""'),
  header('if-match', '*', '"1"', '1', '-1'),
  header('if-modified-since', 'yesterday', 'Thu, 01 Jan 1970 00:00:00 GMT'),
  header('range', 'bytes=0-1', 'bytes=99999-', 'bytes=-1', 'bytes=9-1,2-3', `bytes=${'0-,'.repeat(1_000)}`),
  header('idempotency-key', 'x', '0'.repeat(2_000)),
  header('accept', 'text/html', '*/*;q=nan', ';;;', `${'a/b,'.repeat(1_000)}`),
  header('accept-encoding', 'gzip;q=abc', '*;q=0', 'identity;q=0', 'zstd, br;q=1e9', 'br', 'gzip'),
  header('accept-language', 'en', 'EN-us', 'xx-'.repeat(1_000), '*', 'en;q=-1'),
  besideTheSession(
    header(
      'authorization',
      'Basic bGVhZGVyOng=',
      'Bearer x',
      'Bearer',
      `Bearer ${'A'.repeat(5_000)}`,
      'Digest a="b',
    ),
  ),
  header('origin', 'null', 'https://evil.example', 'http://localhost:80', 'http://127.0.0.1', 'file://'),
  header('sec-fetch-site', 'cross-site', 'same-site', 'same-origin', 'none', 'x'),
  header('referer', 'https://evil.example/', 'x'),
  header('user-agent', '', '() { :; }; id', 'u'.repeat(5_000)),
  header('x-request-id', '../../x', '1'),
  header('upgrade', 'websocket', 'h2c'),
  cookie('cookies around the own', 'own', 'a=b', '=;=;=', 'a="', `${'a=b; '.repeat(500)}x=y`),
  cookie(
    'a session that nobody has',
    'none',
    `yuheng_session=${'A'.repeat(43)}`,
    `__Host-yuheng_session=${'A'.repeat(43)}`,
    'yuheng_session=',
    `yuheng_session=${'A'.repeat(5_000)}`,
    `yuheng_session='or'1'='1`,
    'YUHENG_SESSION=x',
  ),
];
