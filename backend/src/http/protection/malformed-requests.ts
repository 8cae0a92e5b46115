import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { securityHeaders } from './security-headers';

interface Answer {
  readonly status: number;
  readonly detail: string;
}

const MALFORMED: Answer = {
  status: 400,
  detail: '请求不符合 HTTP 规范，未予受理。 / The request is not valid HTTP and was not taken.',
};

const BY_CODE: Readonly<Record<string, Answer>> = {
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    detail:
      '请求未在规定时间内传完，已中断；请检查网络后重试。 / The request did not arrive in time and was cut off: check the network and try again.',
  },
  HPE_HEADER_OVERFLOW: {
    status: 431,
    detail:
      '网址和请求头超过 16 KB，未予受理。 / The address and the headers of the request are over 16 kB; it was not taken.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    detail: '分块扩展过大，未予受理。 / The chunk extensions are too large; the request was not taken.',
  },
};

/**
 * Answers what is no request yet: no route, no language and no id are known of it, so that both languages are said and
 * the type is `about:blank` (RFC 9457 section 4.2.1). The headers of every answer are there; nothing of the error's own
 * words leaves; the connection ends.
 */
export const answerMalformed =
  (isBehindTls: boolean) =>
  ({ code }: { readonly code: string }, socket: Socket): void => {
    if (code !== 'ECONNRESET' && socket.writable) socket.write(answerTo(code, isBehindTls));
    socket.destroy();
  };

function answerTo(code: string, isBehindTls: boolean): string {
  const { status, detail } = BY_CODE[code] ?? MALFORMED;
  const title = STATUS_CODES[status] ?? '';
  const body = JSON.stringify({ type: 'about:blank', title, status, detail });
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    ...securityHeaders(isBehindTls),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${title}`, ...lines, '', body].join('\r\n');
}
