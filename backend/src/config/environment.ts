import { DUE_SOON_DAYS } from '@yuheng/shared/domain/duties/duty-due';
import { isIsoDate, type IsoDate } from '@yuheng/shared/domain/period/year-month';
import type { SpendingLadder } from '@yuheng/shared/domain/monitoring/spending-ladder';
import type { LightSettings } from '@yuheng/shared/domain/monitoring/light';
import { readLight } from './light';
import { readMail, type MailSettings } from './mail';
import { readOpenId, type OpenIdSettings } from './open-id';
import { readPublicUrl } from './public-url';
import { readSpendingLadder } from './spending-ladder';
import { readTrustProxy, type TrustedProxies } from './trusted-proxies';

/** A wage list of 10,000 rows has about one megabyte: twenty leave room for pictures, and 200 are refused unread. */
const WORKBOOK_MEGABYTES = 20;

/** Two weeks of fieldwork. */
const PACK_DAYS = 14;

/** The environment, parsed once (12-factor); this file is the only reader of process.env in the server. */
export interface Environment {
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string | null;
  readonly databaseOwnerUrl: string | null;
  /** False with YUHENG_DEMO=0: no demonstration data and accounts. */
  readonly demonstration: boolean;
  /** 演示甲县 … 演示壬县 instead of the real names (YUHENG_DEMO_NAMES=anonymous). */
  readonly anonymousNames: boolean;
  /** YUHENG_TODAY; null: the demonstration's own day, or the real day. */
  readonly today: IsoDate | null;
  /** Behind TLS (YUHENG_TLS=1): the cookie is Secure and named __Host-…, and browsers are told to come by TLS only. */
  readonly secureCookie: boolean;
  readonly logLevel: string;
  /** The origin under which people reach the program (YUHENG_PUBLIC_URL); null: the Host of the request. */
  readonly publicUrl: string | null;
  /** Whose X-Forwarded-… headers count (YUHENG_TRUST_PROXY); false: nobody's. */
  readonly trustProxy: TrustedProxies;
  /** YUHENG_RATE_LIMIT: how many times the usual number of requests is allowed. */
  readonly rateLimitFactor: number;
  /** YUHENG_REQUEST_SECONDS: how long a request may take to arrive. */
  readonly requestSeconds: number;
  /** YUHENG_WORKBOOK_MEGABYTES: how large an Excel file may be that somebody uploads. */
  readonly workbookMegabytes: number;
  /** YUHENG_REMINDER_DAYS: how many days before its day a duty is said to be due soon. */
  readonly reminderDays: number;
  /** YUHENG_PACK_DAYS: for how many days a pack for work off line is taken back, at most until the last day for marks. */
  readonly packDays: number;
  /** YUHENG_AUDIT_ALGORITHM: what the entries of the trail are hashed with from now on. */
  readonly auditAlgorithm: 'sha256' | 'sm3';
  /** YUHENG_SPENDING_LADDER: by which months how much of the budget is to be spent; null: the line from arrival on. */
  readonly spendingLadder: SpendingLadder | null;
  /** YUHENG_LIGHT: under which share of its target a value warns, and the targets where none was issued. */
  readonly light: LightSettings;
  /** YUHENG_OPENID_…: the provider for sign-in beside the password; null: there is none. */
  readonly openId: OpenIdSettings | null;
  /** YUHENG_SMTP_URL and YUHENG_MAIL_FROM: what sends the reminders; null: there is no mail. */
  readonly mail: MailSettings | null;
  /** YUHENG_KEYS: the keys of personal data, read by config/keys.ts; null: the file `keys` of the data folder. */
  readonly keys: string | null;
  /** YUHENG_DATA. */
  readonly dataFolder: string | null;
}

/** @throws Error that names the variable, what was read and what is expected. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const today = variables['YUHENG_TODAY'] || null;
  if (today !== null && !isIsoDate(today)) {
    throw new Error(
      `YUHENG_TODAY 应为日期（形如 2026-03-20），读到“${today}” / must be a day such as 2026-03-20.`,
    );
  }
  const secureCookie = readSwitch('YUHENG_TLS', variables['YUHENG_TLS'], false);
  return {
    host: variables['HOST'] || '127.0.0.1',
    port: readPort(variables['PORT']),
    databaseUrl: variables['DATABASE_URL'] || null,
    databaseOwnerUrl: variables['DATABASE_OWNER_URL'] || null,
    demonstration: readSwitch('YUHENG_DEMO', variables['YUHENG_DEMO'], true),
    anonymousNames:
      readChoice('YUHENG_DEMO_NAMES', variables['YUHENG_DEMO_NAMES'], ['real', 'anonymous']) === 'anonymous',
    today,
    secureCookie,
    logLevel: readChoice('YUHENG_LOG', variables['YUHENG_LOG'], ['warn', 'silent', 'error', 'info', 'debug']),
    auditAlgorithm:
      readChoice('YUHENG_AUDIT_ALGORITHM', variables['YUHENG_AUDIT_ALGORITHM'], ['sha256', 'sm3']) === 'sm3'
        ? 'sm3'
        : 'sha256',
    spendingLadder: readSpendingLadder(variables['YUHENG_SPENDING_LADDER']),
    light: readLight(variables['YUHENG_LIGHT']),
    openId: readOpenId(variables),
    mail: readMail(variables),
    publicUrl: readPublicUrl(variables['YUHENG_PUBLIC_URL'], secureCookie),
    trustProxy: readTrustProxy(variables['YUHENG_TRUST_PROXY']),
    rateLimitFactor: readCount('YUHENG_RATE_LIMIT', variables['YUHENG_RATE_LIMIT'], {
      fallback: 1,
      most: 1_000_000,
    }),
    requestSeconds: readCount('YUHENG_REQUEST_SECONDS', variables['YUHENG_REQUEST_SECONDS'], {
      fallback: 30,
      most: 3600,
    }),
    workbookMegabytes: readCount('YUHENG_WORKBOOK_MEGABYTES', variables['YUHENG_WORKBOOK_MEGABYTES'], {
      fallback: WORKBOOK_MEGABYTES,
      most: 200,
    }),
    reminderDays: readCount('YUHENG_REMINDER_DAYS', variables['YUHENG_REMINDER_DAYS'], {
      fallback: DUE_SOON_DAYS,
      most: 60,
    }),
    packDays: readCount('YUHENG_PACK_DAYS', variables['YUHENG_PACK_DAYS'], { fallback: PACK_DAYS, most: 90 }),
    keys: variables['YUHENG_KEYS'] || null,
    dataFolder: variables['YUHENG_DATA'] || null,
  };
}

function readPort(text: string | undefined): number {
  const port = Number(text || '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT 应为 0 至 65535 的整数，读到“${text}” / must be a whole number from 0 to 65535.`);
  }
  return port;
}

function readCount(
  name: string,
  text: string | undefined,
  { fallback, most }: { fallback: number; most: number },
): number {
  if (!text) return fallback;
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count >= 1 && count <= most) return count;
  throw new Error(
    `${name} 应为 1 至 ${most} 的整数，读到“${text}” / must be a whole number from 1 to ${most}.`,
  );
}

function readSwitch(name: string, text: string | undefined, fallback: boolean): boolean {
  if (!text) return fallback;
  if (text === '0' || text === '1') return text === '1';
  throw new Error(`${name} 应为 0 或 1，读到“${text}” / must be 0 or 1.`);
}

function readChoice(name: string, text: string | undefined, choices: readonly [string, ...string[]]): string {
  if (!text) return choices[0];
  if (choices.includes(text)) return text;
  throw new Error(`${name} 应为 ${choices.join(' | ')} 之一，读到“${text}” / must be one of these.`);
}
