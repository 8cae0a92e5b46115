import { readOpenId } from './open-id';

const GIVEN = {
  YUHENG_OPENID_ISSUER: 'https://id.example.gov.cn/realms/city',
  YUHENG_OPENID_CLIENT_ID: 'yuheng',
};

describe('the OpenID provider', () => {
  it('is none unless it is set', () => {
    expect(readOpenId({})).toBeNull();
    expect(readOpenId({ YUHENG_OPENID_ISSUER: '', YUHENG_OPENID_CLIENT_ID: '' })).toBeNull();
  });

  it('has a name that people know, or the usual one', () => {
    expect(readOpenId(GIVEN)).toEqual({
      issuer: GIVEN.YUHENG_OPENID_ISSUER,
      clientId: 'yuheng',
      clientSecret: null,
      name: '统一身份认证',
    });
    const more = { YUHENG_OPENID_CLIENT_SECRET: 's', YUHENG_OPENID_NAME: '市统一身份认证平台' };
    expect(readOpenId({ ...GIVEN, ...more })).toMatchObject({
      clientSecret: 's',
      name: '市统一身份认证平台',
    });
  });

  it.each(['http://127.0.0.1:4390', 'http://localhost:4390/x', 'http://[::1]:4390'])(
    'may be %s, on this machine without TLS',
    (issuer) => {
      expect(readOpenId({ ...GIVEN, YUHENG_OPENID_ISSUER: issuer })?.issuer).toBe(issuer);
    },
  );

  it.each([
    'id.example.gov.cn',
    'http://id.example.gov.cn',
    'http://127.0.0.1.example.com',
    'ftp://id.example.gov.cn',
    'https://id.example.gov.cn?x=1',
    'https://id.example.gov.cn#x',
  ])('is refused when it is %s, with what was read', (issuer) => {
    expect(() => readOpenId({ ...GIVEN, YUHENG_OPENID_ISSUER: issuer })).toThrow(
      `YUHENG_OPENID_ISSUER 应为 https 网址，不带账户、查询和片段，读到“${issuer}” / must be`,
    );
  });

  it('is refused with an account in its address, whose password is not repeated', () => {
    const issuer = 'https://me:secret@id.example.gov.cn';
    expect(() => readOpenId({ ...GIVEN, YUHENG_OPENID_ISSUER: issuer })).toThrow(
      '“https://…@id.example.gov.cn”',
    );
  });

  it('is refused without a client id, and a client id, secret or name without it', () => {
    expect(() => readOpenId({ ...GIVEN, YUHENG_OPENID_CLIENT_ID: '' })).toThrow(
      /^YUHENG_OPENID_CLIENT_ID 未设置/,
    );
    for (const name of ['CLIENT_ID', 'CLIENT_SECRET', 'NAME']) {
      expect(() => readOpenId({ [`YUHENG_OPENID_${name}`]: 'x' })).toThrow(
        `YUHENG_OPENID_ISSUER 未设置，但设置了 YUHENG_OPENID_${name} /`,
      );
    }
  });
});
