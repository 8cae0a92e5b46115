/** Longer ones would not fit the cookie in which they are kept. */
const LONGEST = 1000;
/** Its host is never looked at: an address that leads elsewhere has another one. */
const HERE = 'http://here.invalid';

/**
 * The page to go back to after signing in, when it is one of ours: a path such as `/counties/hongta?year=2025#score`.
 * Anything else (another host, `//host`, `/\host`, the API, what is too long) becomes `/`, so that nobody is led astray by
 * a link to our sign-in page.
 */
export function returnPath(asked: string | undefined): string {
  if (!asked?.startsWith('/') || asked.length > LONGEST || !URL.canParse(asked, HERE)) return '/';
  const { origin, pathname, search, hash } = new URL(asked, HERE);
  if (origin !== HERE || pathname.startsWith('//') || /^\/api(?:\/|$)/.test(pathname)) return '/';
  return `${pathname}${search}${hash}`;
}
