import { readMail } from './mail';

const FROM = 'yuheng@example.gov.cn';
const read = (url: string) => readMail({ YUHENG_SMTP_URL: url, YUHENG_MAIL_FROM: FROM });

describe('the mail server', () => {
  it('is none where nothing is set', () => {
    expect(readMail({})).toBeNull();
    expect(readMail({ YUHENG_SMTP_URL: '', YUHENG_MAIL_FROM: '' })).toBeNull();
  });

  it('is read with its account, which is never sent without TLS over a network', () => {
    expect(read('smtp://yuheng:p%40ss@mail.example.gov.cn')).toEqual({
      host: 'mail.example.gov.cn',
      port: 587,
      secure: false,
      account: { user: 'yuheng', password: 'p@ss' },
      requireTls: true,
      from: FROM,
    });
    expect(read('smtps://yuheng:secret@[fd00::1]:4650')).toMatchObject({
      host: 'fd00::1',
      port: 4650,
      secure: true,
      requireTls: false,
    });
    expect(read('smtp://yuheng:secret@127.0.0.1:25')).toMatchObject({ port: 25, requireTls: false });
    expect(read('smtp://relay.example.gov.cn:25')).toMatchObject({ account: null, requireTls: false });
  });

  it.each([
    'mail.example.gov.cn',
    'http://mail.example.gov.cn',
    'smtp://',
    'smtp://mail.example.gov.cn/inbox',
    'smtp://mail.example.gov.cn?tls=0',
    'smtp://mail.example.gov.cn:70000',
    'smtp://yuheng@mail.example.gov.cn',
    'smtp://yuheng:hunter2%@mail.example.gov.cn',
    'smtp://yuheng:hunter2@mail.example.gov.cn/#x',
  ])('refuses %s, naming the variable and repeating no password', (url) => {
    const refused = () => read(url);
    expect(refused).toThrow(/^YUHENG_SMTP_URL .* must be /);
    expect(refused).not.toThrow(/hunter2/);
  });

  it('needs a sender, and a sender needs a server', () => {
    expect(() => readMail({ YUHENG_SMTP_URL: 'smtp://mail.example.gov.cn' })).toThrow(/^YUHENG_MAIL_FROM /);
    expect(() => readMail({ YUHENG_MAIL_FROM: FROM })).toThrow(/^YUHENG_SMTP_URL /);
  });

  it.each(['yuheng', '玉衡 <yuheng@example.gov.cn>', 'a@example.gov.cn,b@example.gov.cn'])(
    'refuses the sender %s',
    (from) => {
      expect(() =>
        readMail({ YUHENG_SMTP_URL: 'smtp://mail.example.gov.cn', YUHENG_MAIL_FROM: from }),
      ).toThrow(/^YUHENG_MAIL_FROM .* must be /);
    },
  );
});
