/**
 * YUHENG_PUBLIC_URL as an origin such as `https://yuheng.example.gov.cn`, in the form in which browsers write it into
 * Origin (lower case, no standard port); null when it is not set.
 *
 * @throws Error that says what is expected: an address with a path, an account or a query is none; one that contradicts
 *   YUHENG_TLS would lose every session (http behind TLS) or send its cookie in the clear (https without it).
 */
export function readPublicUrl(text: string | undefined, isBehindTls: boolean): string | null {
  if (!text) return null;
  const origin = originOf(text);
  // An account in it may have a password.
  const read = text.replace(/\/\/.*@/, '//…@');
  if (origin === null) {
    throw new Error(
      `YUHENG_PUBLIC_URL 应为网址的来源部分（形如 https://yuheng.example.gov.cn，不带路径），读到“${read}” / must be an origin such as https://yuheng.example.gov.cn, without a path.`,
    );
  }
  if (origin.startsWith('https:') === isBehindTls) return origin;
  throw new Error(
    `YUHENG_PUBLIC_URL 应与 YUHENG_TLS 一致（https 对应 1，http 对应 0），读到“${read}” / must be https where YUHENG_TLS is 1, and http elsewhere.`,
  );
}

function originOf(text: string): string | null {
  if (!URL.canParse(text)) return null;
  const { protocol, origin, href } = new URL(text);
  return /^https?:$/.test(protocol) && href === `${origin}/` ? origin : null;
}
