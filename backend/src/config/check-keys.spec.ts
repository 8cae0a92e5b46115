import { randomBytes } from 'node:crypto';
import { checkKeys } from './check-keys';
import { KeyRing } from './key-ring';
import { StartRefused } from './start-refused';

const key = (id: string) => ({ id, secret: randomBytes(32) });
const [NEW, OLD] = [key('2027'), key('2026')];
const ring = new KeyRing([NEW, OLD]);
const checkOf = (given: { id: string; secret: Buffer }): string => new KeyRing([given]).first.check;

describe('the keys of a start', () => {
  it('may be any for a database that holds nothing encrypted', () => {
    expect(() => checkKeys({}, ring)).not.toThrow();
  });

  it('are all those that the database knows, and may be more', () => {
    expect(() => checkKeys({ 2026: checkOf(OLD) }, ring)).not.toThrow();
    expect(() => checkKeys({ 2026: checkOf(OLD), 2027: checkOf(NEW) }, ring)).not.toThrow();
  });

  it('without one that is in use refuse the start, naming it and saying what to do', () => {
    const refused = () => checkKeys({ 2026: checkOf(OLD) }, new KeyRing([NEW]));
    expect(refused).toThrow(StartRefused);
    expect(refused).toThrow(/密钥“2026”.*没有这把密钥.*\n.*under the key "2026".*rotate-keys/);
  });

  it('with another one of the same id refuse the start', () => {
    const refused = () => checkKeys({ 2026: checkOf(key('2026')) }, ring);
    expect(refused).toThrow(StartRefused);
    expect(refused).toThrow(/密钥“2026”不是.*\n.*The key "2026" is not the one/);
  });
});
