import { isMailAddress } from '@yuheng/shared/domain/duties/mail-address';

/** The mail server that takes the reminders, and under which address they are sent. */
export interface MailSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps); otherwise STARTTLS where the server offers it. */
  readonly secure: boolean;
  /** Null: the server takes mail without an account. */
  readonly account: { readonly user: string; readonly password: string } | null;
  /** An account is given and the server is not this machine: without TLS nothing is sent. */
  readonly requireTls: boolean;
  readonly from: string;
}

const URL_NAME = 'YUHENG_SMTP_URL';
const FROM_NAME = 'YUHENG_MAIL_FROM';
const PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };

/**
 * YUHENG_SMTP_URL and YUHENG_MAIL_FROM; null where neither is set: then no mail is sent.
 *
 * @throws Error that names the variable and repeats neither account nor password: one without the other; an address of a
 *   server that is none or has a path; a sender that is not one plain address.
 */
export function readMail(variables: NodeJS.ProcessEnv): MailSettings | null {
  const [url, from] = [variables[URL_NAME], variables[FROM_NAME]];
  if (!url && !from) return null;
  if (!url) throw new Error(`${URL_NAME} 未设置，但设置了 ${FROM_NAME} / must be set where ${FROM_NAME} is.`);
  if (!from) throw new Error(`${FROM_NAME} 未设置，但设置了 ${URL_NAME} / must be set where ${URL_NAME} is.`);
  const server = serverOf(url);
  if (server === null) {
    throw new Error(
      `${URL_NAME} 应形如 smtp://用户:密码@mail.example.gov.cn:587 或 smtps://…，用户和密码中的特殊字符用 %XX 表示 / must be such as smtp://user:password@mail.example.gov.cn:587 or smtps://…, special characters of user and password as %XX.`,
    );
  }
  if (!isMailAddress(from)) {
    throw new Error(
      `${FROM_NAME} 应为一个邮箱地址，形如 yuheng@example.gov.cn / must be one address of a mailbox such as yuheng@example.gov.cn.`,
    );
  }
  return { ...server, from };
}

function serverOf(text: string): Omit<MailSettings, 'from'> | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  const usual = PORTS[protocol];
  if (usual === undefined || hostname === '' || !/^\/?$/.test(pathname) || search !== '' || hash !== '')
    return null;
  const account = accountOf(username, password);
  if (account === undefined) return null;
  const secure = protocol === 'smtps:';
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return {
    host,
    port: port === '' ? usual : Number(port),
    secure,
    account,
    requireTls: account !== null && !secure && !isLoopback(host),
  };
}

/** Undefined where it cannot be read: a user without a password, or the other way round, or a `%` that begins no XX. */
function accountOf(username: string, password: string): MailSettings['account'] | undefined {
  if (username === '' && password === '') return null;
  if (username === '' || password === '') return undefined;
  try {
    return { user: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return undefined;
  }
}

/** A server on this machine, to which nothing goes over a network. */
const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
