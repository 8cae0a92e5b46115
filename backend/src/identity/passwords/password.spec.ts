import { hashPassword, isPassword } from './password';

describe('a password', () => {
  it('is kept as argon2id with 64 MiB, three passes and a salt of its own', async () => {
    const [one, other] = await Promise.all([hashPassword('same'), hashPassword('same')]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(one).not.toBe(other);
    expect(one).not.toContain('same');
  });

  it('is known again, and nothing else is', async () => {
    const hash = await hashPassword('正确的密码 1');
    expect(await isPassword('正确的密码 1', hash)).toBe(true);
    for (const wrong of ['正确的密码 1 ', '', '正确的密码', hash])
      expect(await isPassword(wrong, hash)).toBe(false);
  });

  it('opens nothing where there is no account, not even the decoy’s own password', async () => {
    expect(await isPassword('no account has this password', null)).toBe(false);
  });
});
