import path from 'node:path';
import { LaunchError } from './launch-error.mjs';

/**
 * What the environment says about where to listen and where the data lies. A relative YUHENG_DATA counts from the
 * checkout, so that it names the same folder whatever folder the command is typed in. An empty variable is an unset
 * one.
 *
 * @param {Record<string, string | undefined>} environment
 * @param {string} checkout
 */
export function readSettings(environment, checkout) {
  const value = (name) => environment[name]?.trim() || null;
  const port = value('PORT') ?? '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) {
    throw new LaunchError({
      zh: `环境变量 PORT 的值“${port}”不是端口号。请填写 1 至 65535 之间的整数。`,
      en: `PORT is "${port}", which is no port. Set it to a whole number from 1 to 65535.`,
    });
  }
  if (value('DATABASE_OWNER_URL') && !value('DATABASE_URL')) {
    throw new LaunchError({
      zh: '设置了 DATABASE_OWNER_URL,却没有设置 DATABASE_URL。请同时设置应用账户的 DATABASE_URL。',
      en: 'DATABASE_OWNER_URL is set and DATABASE_URL is not. Set DATABASE_URL, for the application role, as well.',
    });
  }
  return {
    host: value('HOST') ?? '127.0.0.1',
    port: Number(port),
    dataFolder: path.resolve(checkout, value('YUHENG_DATA') ?? '.data'),
    databaseUrl: value('DATABASE_URL'),
    databaseOwnerUrl: value('DATABASE_OWNER_URL'),
  };
}
