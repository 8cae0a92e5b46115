import fc from 'fast-check';
import { returnPath } from './return-path';

describe('the page after an OpenID sign-in', () => {
  it.each([
    '/',
    '/funds',
    '/counties/hongta?program=assistants&year=2025#score',
    '/资金?x=%E7%8E%89',
    '/apiary',
  ])('may be %s', (path) => {
    expect(decodeURI(returnPath(path))).toBe(decodeURI(path));
  });

  it.each([
    undefined,
    '',
    'funds',
    'https://evil.example/',
    '//evil.example/',
    '/\\evil.example/',
    '/\t/evil.example/',
    '/.//evil.example/',
    '/api/session',
    '/api',
    '/x/../api/session',
    'javascript:alert(1)',
    `/${'x'.repeat(1000)}`,
  ])('is the first one instead of %j', (asked) => {
    expect(returnPath(asked)).toBe('/');
  });

  it('never leads to another host or into the API, and is a header’s text, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('/', '\\', '.', 'a', 'p', 'i', ':', '@', '\t', '\n', '%', '鹭') }),
        (text) => {
          const path = returnPath(`/${text}`);
          const led = new URL(path, 'https://yuheng.test/sign-in');
          expect(led.origin).toBe('https://yuheng.test');
          expect(path).toMatch(/^\/[\x21-\x7e]*$/);
          expect(led.pathname).not.toMatch(/^\/api(?:\/|$)/);
        },
      ),
    );
  });
});
