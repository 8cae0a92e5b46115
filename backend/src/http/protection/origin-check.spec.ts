import { isOwnPage, type Sender } from './origin-check';

const HERE = { publicUrl: null, secureCookie: false };
const TLS = { publicUrl: null, secureCookie: true };
const PUBLIC = { publicUrl: 'https://yuheng.test', secureCookie: true };
const from = (origin?: string, site?: string, host = '127.0.0.1:3000'): Sender => ({ origin, site, host });

describe('a request that changes something', () => {
  it.each([
    ['of a program, which says nothing', from(), HERE],
    ['of a page of ours', from('http://127.0.0.1:3000'), HERE],
    ['of a page of ours, as browsers of today say twice', from('http://127.0.0.1:3000', 'same-origin'), HERE],
    ['that a person began', from(undefined, 'none'), HERE],
    ['under a name in capitals', from('http://yuheng.test', 'same-origin', 'Yuheng.Test'), HERE],
    ['under the standard port', from('http://yuheng.test', undefined, 'yuheng.test:80'), HERE],
    [
      'behind a TLS proxy that nobody told us of',
      from('https://yuheng.test', undefined, 'yuheng.test'),
      HERE,
    ],
    ['by TLS', from('https://yuheng.test', undefined, 'yuheng.test'), TLS],
    ['under the public address, whatever host the proxy asks', from('https://yuheng.test'), PUBLIC],
  ])('%s is taken', (_, sender, own) => {
    expect(isOwnPage(sender, own)).toBe(true);
  });

  it.each([
    ['of another host', from('http://evil.test'), HERE],
    ['of another port', from('http://127.0.0.1:4000'), HERE],
    ['of a host whose name ends like ours', from('http://x127.0.0.1:3000'), HERE],
    ['of a host whose name begins like ours', from('http://127.0.0.1:3000.evil.test'), HERE],
    ['of a page without an origin (a frame in a sandbox, a file)', from('null'), HERE],
    ['of an empty origin', from(''), HERE],
    ['of two origins at once', from('http://127.0.0.1:3000, http://evil.test'), HERE],
    ['of another kind of address', from('ftp://127.0.0.1:3000'), HERE],
    ['of another site, by what the browser says of it', from(undefined, 'cross-site'), HERE],
    ['of a sister host', from(undefined, 'same-site'), HERE],
    ['of another site that claims our origin', from('http://127.0.0.1:3000', 'cross-site'), HERE],
    ['of a word that browsers do not say', from(undefined, 'same-origin, cross-site'), HERE],
    ['without a host', from('http://127.0.0.1:3000', undefined, ''), HERE],
    [
      'of a page without TLS, where we are behind it',
      from('http://yuheng.test', undefined, 'yuheng.test'),
      TLS,
    ],
    ['of the host, where the public address is another', from('http://127.0.0.1:3000'), PUBLIC],
    ['of the public address without TLS', from('http://yuheng.test'), PUBLIC],
  ])('%s is refused', (_, sender, own) => {
    expect(isOwnPage(sender, own)).toBe(false);
  });
});
