import { TestBed } from '@angular/core/testing';
import { givenServer, openPage, said, type Answers } from '../testing';
import { ExportPage } from './export-page';

const seal = {
  day: '2026-11-21',
  seq: 41,
  hash: 'ab12cd'.padEnd(64, '0'),
  code: 'ab12cd',
  sealedAt: '2026-11-21T16:00:09Z',
};
const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  }
};

async function open(answers: Answers) {
  const downloads: string[] = [];
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    downloads.push(this.getAttribute('href') ?? '');
  });
  const { sent } = givenServer({
    'GET /api/session': { body: { account: null, demonstration: null } },
    'GET /api/audit/seals': { body: { seals: [seal] } },
    ...answers,
  });
  const page = await openPage(ExportPage, '/audit/export');
  await settle();
  return {
    page,
    downloads,
    asked: () => sent.map(({ address }) => address).filter((one) => !one.includes('seals')),
    send: async (from: string, to: string) => {
      for (const [id, value] of Object.entries({ from, to })) {
        const field = page.querySelector<HTMLInputElement>(`#${id}`);
        if (!field) throw new Error(`There is no field ${id}.`);
        field.value = value;
        field.dispatchEvent(new Event('input'));
      }
      page.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
      await settle();
    },
  };
}
const SOME = { 'GET /api/audit': { body: { entries: [{}], more: false } } };

describe('exporting the audit trail', () => {
  afterEach(() => jest.restoreAllMocks());

  it('downloads the days that were asked for', async () => {
    const { send, downloads, page } = await open(SOME);
    await send('2026-11-01', '2026-11-21');
    expect(downloads).toEqual(['/api/audit/export?from=2026-11-01&to=2026-11-21']);
    expect(said(page)).toContain('已开始下载');
  });

  it('without days downloads the whole trail', async () => {
    const { send, downloads } = await open(SOME);
    await send('', '');
    expect(downloads).toEqual(['/api/audit/export']);
  });

  it('says that there is nothing on these days, and downloads nothing', async () => {
    const { send, downloads, page } = await open({
      'GET /api/audit': { body: { entries: [], more: false } },
    });
    await send('2020-01-01', '2020-01-02');
    expect(said(page)).toContain('所选日期内没有审计日志');
    expect(downloads).toEqual([]);
  });

  it('says that the days are the wrong way round, and asks for nothing', async () => {
    const { send, asked, page } = await open(SOME);
    await send('2026-11-21', '2026-11-01');
    expect(said(page.querySelector('#to-note'))).toBe('截止日期早于起始日期，请核对。');
    expect(asked()).toEqual([]);
  });

  it('says the command that checks the file, with the latest seal as its head', async () => {
    const { page } = await open(SOME);
    expect(said(page.querySelector('code'))).toBe(
      `npm run -s yuheng -- verify-audit audit.txt --head 41:${seal.hash}`,
    );
    expect(said(page)).toContain('取自最近一次封存（2026年11月21日，校验码 ab12cd）');
  });

  it('before the first seal says that the end is not proved', async () => {
    const { page } = await open({ ...SOME, 'GET /api/audit/seals': { body: { seals: [] } } });
    expect(said(page.querySelector('code'))).toBe('npm run -s yuheng -- verify-audit audit.txt');
    expect(said(page)).toContain('not proved');
  });
});
