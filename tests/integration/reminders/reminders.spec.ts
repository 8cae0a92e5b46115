import { DailyWorkService } from '@yuheng/backend/maintenance/daily-work.service';
import { MailOutboxRepository } from '@yuheng/backend/reminders/mail-outbox.repository';
import { MailSenderService } from '@yuheng/backend/reminders/mail-sender.service';
import { inspect } from 'node:util';
import { startMailServer, type TestMailServer } from '../../support/mail-server';
import { startServer, type TestServer } from '../../support/server';

const FROM = 'yuheng@example.gov.cn';
const COUNTY = 'sfj@yuanjiang.example.gov.cn';
const CITY = 'sfj@yuxi.example.gov.cn';
/** Refused by whoever listens nowhere. */
const NOBODY = 'smtp://127.0.0.1:1';

interface Row {
  readonly party: string;
  readonly state: string;
  readonly attempts: number;
  readonly failure: string | null;
}

describe('reminders by mail', () => {
  let mail: TestMailServer;
  let server: TestServer;

  beforeEach(async () => {
    mail = await startMailServer();
    server = await startWith(mail.url);
    await enter('countyJustice', 'yuanjiang', COUNTY);
  });

  afterEach(async () => {
    await server?.close();
    await mail?.close();
  });

  const startWith = (url: string, more: Parameters<typeof startServer>[0] = {}): Promise<TestServer> =>
    startServer({
      ...more,
      variables: {
        YUHENG_SMTP_URL: url,
        YUHENG_MAIL_FROM: FROM,
        YUHENG_PUBLIC_URL: 'http://yuheng.example.gov.cn',
        ...more.variables,
      },
    });
  const enter = async (party: string, place: string, address: string | null, version = 0): Promise<void> => {
    const answer = await server.request({
      method: 'PUT',
      url: `/api/mailboxes/${party}/${place}`,
      as: 'officer-1',
      headers: { 'if-match': `"${version}"` },
      body: { address },
    });
    expect(answer.status).toBe(200);
  };
  const queue = (one = server): Promise<void> => one.app.get(DailyWorkService).look();
  const send = (one = server): Promise<void> => one.app.get(MailSenderService).look();
  const rows = (): Promise<Row[]> =>
    server.sql<Row>('select party, state, attempts, failure from mail_outbox order by party, place_id, day');
  /** As if the time to try again had come. */
  const later = (interval = '5 hours') =>
    server.sql(
      `update mail_outbox set next_attempt_at = next_attempt_at - $1::interval, queued_at = queued_at - $1::interval`,
      [interval],
    );

  it('go to the mailbox of the bureau, in plain text, with what it owes, its basis and where it is done', async () => {
    await queue();
    await send();
    expect(mail.mails).toHaveLength(1);
    const [{ from, to, headers, text } = never()] = mail.mails;
    expect([from, to]).toEqual([FROM, [COUNTY]]);
    expect(headers['subject']).toMatch(/^【演示数据】办理时限提醒（2026年3月20日）：/);
    expect(headers['from']).toBe(`玉衡 <${FROM}>`);
    expect(headers['to']).toBe(COUNTY);
    expect(headers['auto-submitted']).toBe('auto-generated');
    expect(headers['content-type']).toMatch(/^text\/plain; charset=utf-8/);
    expect(text).toContain('元江哈尼族彝族傣族自治县司法局：');
    expect(text).toContain('演示数据');
    expect(text).toContain('办理依据和期限：');
    expect(text).toContain('http://yuheng.example.gov.cn/duties');
    expect(text).not.toContain('易门');
    expect(await rows()).toEqual([{ party: 'countyJustice', state: 'sent', attempts: 1, failure: null }]);
  });

  it('say what the calendar of the bureau says: as many overdue and due soon', async () => {
    await enter('cityJustice', '530400', CITY);
    await queue();
    await send();
    const { counts } = (
      await server.request({ url: '/api/duties?program=assistants', as: 'inspector' })
    ).json<{ counts: { own: { overdue: number; dueSoon: number } } }>();
    const { counts: ofMediation } = (
      await server.request({ url: '/api/duties?program=mediation', as: 'inspector' })
    ).json<{ counts: { own: { overdue: number; dueSoon: number } } }>();
    const text = mail.mails.find(({ to }) => to.includes(CITY))?.text ?? '';
    const said = (pattern: RegExp) =>
      [...text.matchAll(pattern)].reduce((sum, [, count]) => sum + Number(count), 0);
    expect(said(/、已逾期（(\d+)项）/g)).toBe(counts.own.overdue + ofMediation.own.overdue);
    expect(said(/、(?:今日到期|7日内到期)（(\d+)项）/g)).toBe(counts.own.dueSoon + ofMediation.own.dueSoon);
    expect(counts.own.overdue + counts.own.dueSoon).toBeGreaterThan(0);
  });

  it('are sent once a bureau and day by two servers that do everything at the same moment', async () => {
    await enter('cityJustice', '530400', CITY);
    const other = await startWith(mail.url, { database: server.database });
    await Promise.all([queue(), queue(other)]);
    await Promise.all([send(), send(other)]);
    await Promise.all([queue(), queue(other), send(), send(other)]);
    await other.close();
    expect(mail.mails.map(({ to }) => to).sort()).toEqual([[COUNTY], [CITY]].sort());
    // The task done again, as after a claim that was lost, writes nothing a second time.
    await server.sql(`delete from daily_work where task like 'reminders%'`);
    await queue();
    await send();
    expect(mail.mails).toHaveLength(2);
  });

  it('are not sent where nothing is due, where no mailbox is entered, and where it was removed', async () => {
    await enter('countyFinance', 'yuanjiang', 'czj@yuanjiang.example.gov.cn');
    await queue();
    const finance = await server.request({
      url: '/api/duties/count?program=assistants',
      as: 'county-yuanjiang-finance',
    });
    expect(finance.json()).toMatchObject({ overdue: 0, dueSoon: 0 });
    expect((await rows()).map(({ party }) => party)).toEqual(['countyJustice']);
    await enter('countyJustice', 'yuanjiang', null, 1);
    await send();
    expect(mail.mails).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'givenUp', failure: 'noAddress' }]);
  });

  it('wait while the mail server is down, and go under the same Message-ID when it is there again', async () => {
    const port = Number(new URL(mail.url).port);
    await mail.close();
    await queue();
    await send();
    expect(await rows()).toMatchObject([{ state: 'waiting', attempts: 1, failure: 'unreachable' }]);
    const page = await server.request({ url: '/api/mailboxes', as: 'officer-1' });
    expect(page.json<{ waiting: number; isSetUp: boolean }>()).toMatchObject({ waiting: 1, isSetUp: true });
    mail = await startMailServer({}, port);
    await send();
    // Its time has not come.
    expect(mail.mails).toEqual([]);
    await later();
    await send();
    const [{ message_id: id } = never()] = await server.sql<{ message_id: string }>(
      'select message_id from mail_outbox',
    );
    expect(mail.mails.map(({ headers }) => headers['message-id'])).toEqual([`<${id}@example.gov.cn>`]);
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 2, failure: null }]);
  });

  it('of a server that dies before it has noted the sending arrive once more, known as the same mail', async () => {
    await queue();
    jest.spyOn(server.app.get(MailOutboxRepository), 'sent').mockRejectedValueOnce(new Error('killed'));
    await send();
    expect(await rows()).toMatchObject([{ state: 'waiting', attempts: 0 }]);
    await send();
    await send();
    const ids = mail.mails.map(({ headers }) => headers['message-id']);
    expect(ids).toEqual([ids[0], ids[0]]);
    expect(await rows()).toMatchObject([{ state: 'sent', attempts: 1 }]);
  });

  it('are given up after three days, because an old reminder misleads', async () => {
    await queue();
    await later('3 days 1 minute');
    await send();
    expect(mail.mails).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'givenUp', failure: 'tooLate' }]);
  });

  it('of one refused mailbox do not hold up the others, and go to the address as it was corrected', async () => {
    await mail.close();
    mail = await startMailServer({
      onRcptTo: ({ address }, _, callback) =>
        callback(address === COUNTY ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
    });
    const other = await startWith(mail.url, { database: server.database });
    await enter('cityJustice', '530400', CITY);
    await queue(other);
    await send(other);
    expect(mail.mails.map(({ to }) => to)).toEqual([[CITY]]);
    expect((await rows()).map(({ failure }) => failure)).toEqual([null, 'recipient']);
    await enter('countyJustice', 'yuanjiang', 'bgs@yuanjiang.example.gov.cn', 1);
    await later();
    await send(other);
    await other.close();
    expect(mail.mails.map(({ to }) => to)).toEqual([[CITY], ['bgs@yuanjiang.example.gov.cn']]);
  });

  it('cut off by the stop of the server wait on, and the stop does not wait for a mail server that hangs', async () => {
    await mail.close();
    mail = await startMailServer({ onConnect: () => undefined });
    const other = await startWith(mail.url, { database: server.database });
    await queue(other);
    const sending = send(other);
    const since = Date.now();
    await other.close();
    await sending;
    expect(Date.now() - since).toBeLessThan(5_000);
    expect(await rows()).toMatchObject([{ state: 'waiting', attempts: 0, failure: null }]);
  });

  it.each([
    ['does not encrypt', { disabledCommands: ['STARTTLS'] }],
    ['shows a certificate that nobody vouches for', {}],
  ])('never send an account to a server that %s', async (_, options) => {
    await queue();
    const heard: string[] = [];
    await mail.close();
    mail = await startMailServer({
      ...options,
      authOptional: false,
      allowInsecureAuth: true,
      onAuth: ({ username = '' }, _, callback) => {
        heard.push(username);
        callback(null, { user: username });
      },
    });
    // This machine under a name that the program does not know to be it.
    const url = mail.url.replace('127.0.0.1', '127.1').replace('//', '//yuheng:secret@');
    const other = await startWith(url, { database: server.database });
    await send(other);
    await other.close();
    expect(heard).toEqual([]);
    expect(await rows()).toMatchObject([{ state: 'waiting', failure: 'encryption' }]);
  });

  it('leave neither address nor password in the log, whatever fails', async () => {
    const lines: string[] = [];
    const refusing = await startMailServer({
      onRcptTo: ({ address }, _, callback) => callback(new Error(`no such user ${address}`)),
      onAuth: (_, __, callback) => callback(new Error('wrong password hunter2 of yuheng')),
      allowInsecureAuth: true,
    });
    await queue();
    for (const url of [NOBODY, refusing.url, refusing.url.replace('//', '//yuheng:hunter2@')]) {
      const other = await startWith(url, { database: server.database });
      const { log } = other.app.getHttpAdapter().getInstance();
      for (const level of ['debug', 'info', 'warn', 'error'] as const)
        jest.spyOn(log, level).mockImplementation((...said: unknown[]) => {
          lines.push(inspect(said, { depth: null }));
        });
      await send(other);
      await later();
      await other.close();
    }
    await refusing.close();
    const failures = lines.map((line) => /failure: '(\w+)'/.exec(line)?.[1]);
    expect(failures).toEqual(['unreachable', 'recipient', 'signIn']);
    expect(lines.join('\n')).not.toMatch(/hunter2|sfj@|example\.gov\.cn/);
  });

  it('are neither written nor sent where no mail server is configured, and the page says so', async () => {
    const other = await startServer({ database: server.database });
    await queue(other);
    await send(other);
    const page = await other.request({ url: '/api/mailboxes', as: 'officer-1' });
    await other.close();
    expect(page.json()).toMatchObject({ isSetUp: false, waiting: 0 });
    expect(await rows()).toEqual([]);
  });
});

/** Where the test has already failed. */
function never(): never {
  throw new Error('There is nothing.');
}
