import type { ReadText, StoredText } from '@yuheng/shared/contract/publications';
import type { Problem } from '@yuheng/shared/contract/problem';
import { formOf, startServer, type TestAnswer, type TestServer } from '../support/server';
import { loadOf, sha256, textOfYear, upload } from './requests';

const PREVIEW = '/api/publications/preview';

describe('official texts over HTTP', () => {
  let server: TestServer;

  beforeAll(async () => {
    server = await startServer();
  });

  afterAll(() => server?.close());

  const preview = (text: string | Buffer): Promise<TestAnswer> => server.request(upload(PREVIEW, text));
  const load = (text: string | Buffer, as?: string): Promise<TestAnswer> => server.request(loadOf(text, as));
  /** Rows of texts, programs and amounts. */
  const stored = async (): Promise<number[]> => {
    const [rows] = await server.sql<{ counts: number[] }>(
      `select array[(select count(*)::int from publication), (select count(*)::int from publication_program),
                    (select count(*)::int from publication_amount)] as counts`,
    );
    return rows?.counts ?? [];
  };

  it('a preview reads all figures with their sentence and line, and stores nothing', async () => {
    const before = await stored();
    const answer = await preview(textOfYear(2030));
    const { programs, alreadyLoaded, year } = answer.json<ReadText & { alreadyLoaded: boolean }>();
    expect([year, alreadyLoaded]).toEqual([2030, false]);
    expect(programs.map(({ program, totalFen }) => [program, totalFen])).toEqual([
      ['assistants', 180_000_000],
      ['mediation', 77_000_000],
    ]);
    for (const { amounts, totalFen } of programs) {
      expect(amounts.reduce((sum, { fen }) => sum + fen, 0)).toBe(totalFen);
      for (const { sentence, numeralAsPrinted, line } of amounts) {
        expect(sentence).toContain(numeralAsPrinted);
        expect(textOfYear(2030).split('\n')[line - 1]).toContain(numeralAsPrinted);
      }
    }
    expect(await stored()).toEqual(before);
  });

  it('a preview says that the year is loaded already', async () => {
    const answer = await preview(textOfYear(2025));
    expect([answer.status, answer.json()['alreadyLoaded']]).toEqual([200, true]);
  });

  it('a load stores the text, its programs and all amounts, and says who loaded it', async () => {
    const [texts = 0, programs = 0, amounts = 0] = await stored();
    const answer = await load(textOfYear(2040));
    expect(answer.status).toBe(201);
    expect(answer.json<StoredText>()).toMatchObject({
      year: 2040,
      loadedBy: 'officer-1',
      sha256: sha256(textOfYear(2040)),
    });
    expect(await stored()).toEqual([texts + 1, programs + 2, amounts + 18]);
    const read = await server.request({ url: '/api/publications/2040', as: 'county-hongta' });
    expect(read.json()['text']).toBe(textOfYear(2040));
  });

  it('a second text of a year is a conflict, also the same bytes again, and changes nothing', async () => {
    await load(textOfYear(2041));
    const before = await stored();
    const answers = [await load(textOfYear(2041)), await load(`${textOfYear(2041)}\n`)];
    expect(answers.map(({ status }) => status)).toEqual([409, 409]);
    expect(answers[0]?.json<Problem>().detail).toContain('2041年度文本');
    expect(await stored()).toEqual(before);
  });

  it('of eight loads at one moment, by two officers, exactly one is stored', async () => {
    const [texts = 0, programs = 0, amounts = 0] = await stored();
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, i) => load(textOfYear(2042), i % 2 === 0 ? 'officer-1' : 'officer-2')),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
    expect(await stored()).toEqual([texts + 1, programs + 2, amounts + 18]);
  });

  it('bytes other than those previewed are a conflict and are not stored', async () => {
    const before = await stored();
    const changed = textOfYear(2043).replace('300,000.00元', '300,000.00 元');
    const answer = await server.request(
      upload(`/api/publications?sha256=${sha256(textOfYear(2043))}`, changed),
    );
    expect(answer.status).toBe(409);
    expect(answer.json<Problem>().detail).toContain('与预览时不同');
    expect(await stored()).toEqual(before);
  });

  describe('what cannot be read is 422 with its line, and nothing of it is stored', () => {
    const TEXT = textOfYear(2050);
    const AMOUNTS_LINE = TEXT.split('\n').findIndex((line) => line.includes('红塔区司法局300,000.00元')) + 1;
    // The characters of 玉溪市 in GBK, as an old editor would save them.
    const GBK = Buffer.from([0xd3, 0xf1, 0xcf, 0xaa, 0xca, 0xd0, 0x0a]);
    const cases: [string, string | Buffer, string, string[]][] = [
      ['bytes in GBK', GBK, '/lines/1', ['GBK', 'UTF-8']],
      ['an empty file', '', '/lines/1', ['空']],
      ['a file of blanks', ' \n\t\n', '/lines/1', ['空']],
      [
        'a sum that is off by one yuan',
        TEXT.replace('红塔区司法局300,000.00元', '红塔区司法局300,001.00元'),
        `/lines/${AMOUNTS_LINE}`,
        ['1,800,000.00', '1,800,001.00'],
      ],
      [
        'a county that is not of this city',
        TEXT.replace('红塔区司法局300,000.00元', '呈贡区司法局300,000.00元'),
        `/lines/${AMOUNTS_LINE}`,
        ['呈贡区'],
      ],
      [
        'a county that is named twice',
        TEXT.replace('通海县司法局228,000.00元', '红塔区司法局228,000.00元'),
        `/lines/${AMOUNTS_LINE}`,
        ['红塔区'],
      ],
    ];

    it.each(cases)('%s', async (_, text, pointer, words) => {
      const before = await stored();
      const answers = [await preview(text), await load(text)];
      for (const answer of answers) {
        const { detail, errors = [] } = answer.json<Problem>();
        expect(answer.status).toBe(422);
        const found = errors.find(
          (one) => one.pointer === pointer && words.every((word) => one.detail.includes(word)),
        );
        expect(found ?? { detail, errors }).toMatchObject({ pointer });
      }
      expect(await stored()).toEqual(before);
    });
  });

  it.each([
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'PDF'],
    ['a Word file', Buffer.from('PK\u0003\u0004[Content_Types].xml'), 'Word'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), '图片'],
    ['text with a NUL in it', textOfYear(2050).replace('红塔', '红\u0000塔'), '二进制'],
  ])('%s named .txt is 415, says what it is, and is not stored', async (_, content, word) => {
    const before = await stored();
    for (const answer of [await preview(content), await load(content)]) {
      expect([answer.status, answer.json<Problem>().detail]).toEqual([415, expect.stringContaining(word)]);
    }
    expect(await stored()).toEqual(before);
  });

  it('a path in the name of the file says nothing of the sender’s machine', async () => {
    const form = formOf(textOfYear(2051), { name: 'C:\\Users\\wang\\预算 2051.txt' });
    const answer = await server.request({ method: 'POST', url: PREVIEW, as: 'officer-1', ...form });
    expect(answer.json()['fileName']).toBe('预算 2051.txt');
  });

  it('ten megabytes over a real connection are refused as too large, and the server lives on', async () => {
    await server.app.listen(0, '127.0.0.1');
    const { port } = server.app.getHttpServer().address() as { port: number };
    const { headers, body } = formOf(Buffer.alloc(10 * 1024 * 1024, 0x61));
    const cookie = await server.cookieOf('officer-1');
    const answer = await fetch(`http://127.0.0.1:${port}${PREVIEW}`, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: new Uint8Array(body),
    });
    expect([answer.status, ((await answer.json()) as Problem).type]).toEqual([413, '/problems/too-large']);
    expect((await fetch(`http://127.0.0.1:${port}/api/health`)).status).toBe(200);
    expect((await preview(textOfYear(2052))).status).toBe(200);
  });
});
