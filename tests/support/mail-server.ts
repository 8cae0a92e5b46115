import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A mail as it arrived: what the envelope says, and the headers and text that a reader sees. */
export interface ArrivedMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
  readonly raw: string;
}

export interface TestMailServer {
  readonly url: string;
  readonly mails: readonly ArrivedMail[];
  close(): Promise<void>;
}

/** A real SMTP server on this machine that takes mail, in this process; `options` refuse or delay it. */
export async function startMailServer(options: SMTPServerOptions = {}, port = 0): Promise<TestMailServer> {
  const mails: ArrivedMail[] = [];
  const server = new SMTPServer({
    logger: false,
    hideSTARTTLS: true,
    authOptional: true,
    disableReverseLookup: true,
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          ...read(Buffer.concat(parts).toString('latin1')),
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
        });
        callback();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('The mail server has no port.');
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Headers unfolded and decoded, by their lower-case names; of the text its base64 decoded. */
function read(raw: string): Pick<ArrivedMail, 'headers' | 'text' | 'raw'> {
  const end = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, end)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const at = line.indexOf(':');
      return [line.slice(0, at).toLowerCase(), decoded(line.slice(at + 1).trim())];
    }),
  );
  return { headers, raw, text: Buffer.from(raw.slice(end + 4), 'base64').toString('utf8') };
}

/** RFC 2047: words in base64 or quoted-printable, those beside each other joined. */
const decoded = (text: string): string =>
  text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, word: string) =>
      way.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('latin1')
        : word
            .replaceAll('_', ' ')
            .replaceAll(/=([0-9A-F]{2})/gi, (__, code: string) => String.fromCharCode(parseInt(code, 16))),
    )
    .replace(/[\x80-\xff]+[^]*/, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
