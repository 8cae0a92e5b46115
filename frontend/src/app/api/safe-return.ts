/** Only an address inside the program is returned to; `//elsewhere` and `https://…` are not, nor is signing in. */
export const safeReturn = (asked: string | undefined): string =>
  asked && /^\/(?![/\\])/.test(asked) && !asked.startsWith('/sign-in') ? asked : '/';
