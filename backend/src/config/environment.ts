import { isIsoDate, type IsoDate } from '@yuheng/shared/domain/period/year-month';

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
  /** Behind TLS: the cookie is Secure. */
  readonly secureCookie: boolean;
  readonly logLevel: string;
}

/** @throws Error that names the variable, what was read and what is expected. */
export function readEnvironment(variables: NodeJS.ProcessEnv = process.env): Environment {
  const today = variables['YUHENG_TODAY'] || null;
  if (today !== null && !isIsoDate(today)) {
    throw new Error(
      `YUHENG_TODAY 应为日期（形如 2026-03-20），读到“${today}” / must be a day such as 2026-03-20.`,
    );
  }
  return {
    host: variables['HOST'] || '127.0.0.1',
    port: readPort(variables['PORT']),
    databaseUrl: variables['DATABASE_URL'] || null,
    databaseOwnerUrl: variables['DATABASE_OWNER_URL'] || null,
    demonstration: readSwitch('YUHENG_DEMO', variables['YUHENG_DEMO'], true),
    anonymousNames:
      readChoice('YUHENG_DEMO_NAMES', variables['YUHENG_DEMO_NAMES'], ['real', 'anonymous']) === 'anonymous',
    today,
    secureCookie: readSwitch('YUHENG_TLS', variables['YUHENG_TLS'], false),
    logLevel: readChoice('YUHENG_LOG', variables['YUHENG_LOG'], ['warn', 'silent', 'error', 'info', 'debug']),
  };
}

function readPort(text: string | undefined): number {
  const port = Number(text || '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT 应为 0 至 65535 的整数，读到“${text}” / must be a whole number from 0 to 65535.`);
  }
  return port;
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
