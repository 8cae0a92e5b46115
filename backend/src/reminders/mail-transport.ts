import { Injectable } from '@nestjs/common';
import type { MailFailure } from '@yuheng/shared/contract/mailboxes';
import { createTransport } from 'nodemailer';
import { Settings } from '../config/settings';

export interface Mail {
  readonly to: string;
  readonly messageId: string;
  readonly subject: string;
  readonly text: string;
}

/** The mail server did not take it; nothing of it names an address. */
export interface NotTaken {
  readonly failure: MailFailure;
  /** That of the transport, or of the connection below it. */
  readonly code: string;
  /** Three digits of SMTP, where the server answered. */
  readonly reply: number | null;
}

/** Shorter than what the database allows a transaction to idle, because a row is held while its mail is sent. */
const WITHIN_MS = 20_000;
const STEP_MS = 8_000;

/** The way to the configured mail server: one connection a mail, of which nothing is logged. */
@Injectable()
export class MailTransport {
  constructor(private readonly settings: Settings) {}

  get isSetUp(): boolean {
    return this.settings.environment.mail !== null;
  }

  /** @returns null when the server took the mail; `stopping` cuts it off. */
  async send(mail: Mail, stopping: AbortSignal): Promise<NotTaken | null> {
    const { mail: server } = this.settings.environment;
    if (!server) throw new Error('No mail server is configured.');
    const transport = createTransport({
      host: server.host,
      port: server.port,
      secure: server.secure,
      requireTLS: server.requireTls,
      ...(server.account ? { auth: { user: server.account.user, pass: server.account.password } } : {}),
      connectionTimeout: STEP_MS,
      dnsTimeout: STEP_MS,
      greetingTimeout: STEP_MS,
      socketTimeout: STEP_MS,
      logger: false,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
    try {
      await transport.sendMail({
        from: { name: '玉衡', address: server.from },
        to: { name: '', address: mail.to },
        messageId: `<${mail.messageId}@${server.from.slice(server.from.indexOf('@') + 1)}>`,
        subject: mail.subject,
        text: mail.text,
        textEncoding: 'base64',
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        signal: AbortSignal.any([stopping, AbortSignal.timeout(WITHIN_MS)]),
      });
      return null;
    } catch (error) {
      return notTaken(error);
    } finally {
      transport.close();
    }
  }
}

/** Of an error only its codes: its words may hold an address. */
function notTaken(error: unknown): NotTaken {
  const {
    code = 'UNKNOWN',
    originalCode = code,
    command = '',
    responseCode = null,
  } = error as { code?: string; originalCode?: string; command?: string; responseCode?: number | null };
  return { failure: failureOf({ code, originalCode, command }), code: originalCode, reply: responseCode };
}

/** What TLS calls a certificate that it does not believe, and a handshake that failed. */
const OF_TLS = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO_/;

function failureOf({
  code,
  originalCode,
  command,
}: Readonly<Record<'code' | 'originalCode' | 'command', string>>): MailFailure {
  if (OF_TLS.test(originalCode)) return 'encryption';
  switch (code) {
    case 'EAUTH':
    case 'ENOAUTH':
      return 'signIn';
    case 'EENVELOPE':
      return command.startsWith('RCPT') ? 'recipient' : 'refused';
    case 'EMESSAGE':
    case 'EPROTOCOL':
      return 'refused';
    default:
      return 'unreachable';
  }
}
