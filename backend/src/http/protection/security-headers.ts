/**
 * Two years: as long as the lists that browsers ship ask for. Every answer starts them anew, so that only a browser that
 * stayed away for two years would try without TLS once more.
 */
const TLS_ONLY = 'max-age=63072000; includeSubDomains';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // ECharts' tooltip and NG-ZORRO set style attributes.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join(';');

/** Devices and abilities of a browser that no page of the program asks for: a page that is led astray has none either. */
const ABILITIES =
  'accelerometer autoplay camera display-capture encrypted-media geolocation gyroscope hid magnetometer microphone midi payment publickey-credentials-get screen-wake-lock serial usb xr-spatial-tracking';

/**
 * The headers of every answer, pages, API and refusals alike: no inline script, no frame around the pages, no guessing of
 * types, no window shared with another site, no address handed on in Referer. Strict-Transport-Security only behind TLS,
 * where it is true.
 */
export const securityHeaders = (isBehindTls: boolean): Readonly<Record<string, string>> => ({
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': ABILITIES.split(' ')
    .map((ability) => `${ability}=()`)
    .join(', '),
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  // Read by browsers that do not know frame-ancestors, and by those that do not know nosniff for downloads.
  'x-frame-options': 'DENY',
  'x-download-options': 'noopen',
  'x-permitted-cross-domain-policies': 'none',
  ...(isBehindTls ? { 'strict-transport-security': TLS_ONLY } : {}),
});
