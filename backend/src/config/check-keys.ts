import type { KeyRing } from './key-ring';
import { StartRefused } from './start-refused';

/**
 * Holds the keys against what a database remembers of those under which it holds data (key id → check value): each of
 * them must be there, and be the same key.
 * @throws StartRefused that names the key which is missing or is another one.
 */
export function checkKeys(known: Readonly<Record<string, string>>, keys: KeyRing): void {
  for (const [id, check] of Object.entries(known)) {
    const key = keys.find(id);
    if (!key) {
      throw new StartRefused(
        `数据库中有用密钥“${id}”加密的内容，但 YUHENG_KEYS（或密钥文件 keys）中没有这把密钥。请把它加在新密钥之后再启动；执行 npm run rotate-keys 之后才可以去掉旧密钥。\n` +
          `The database holds data under the key "${id}", which YUHENG_KEYS (or the file keys) does not have. Add it behind the new key and start again; an old key can go after npm run rotate-keys.`,
      );
    }
    if (key.check !== check) {
      throw new StartRefused(
        `密钥“${id}”不是数据库加密时所用的那一把。请恢复原来的密钥；如需换用新密钥，请另取标识，并写在原密钥之前。\n` +
          `The key "${id}" is not the one that the database was encrypted with. Bring the former key back; a new one needs an id of its own and stands before it.`,
      );
    }
  }
}
