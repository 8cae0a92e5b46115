import { encryptedZip, type PackedFile } from './encrypted-zip';
import { isWorkbook, workbookInZip } from './workbook-in-zip';
import { zipOf } from '../../workbooks/zip-of';

const PASSWORD = '玉溪 round 2026 §';
const WORKBOOK = Buffer.from('a workbook '.repeat(5_000));

async function zipped(files: readonly PackedFile[]): Promise<Buffer> {
  async function* each(): AsyncGenerator<PackedFile> {
    yield* files;
  }
  const pieces: Buffer[] = [];
  for await (const piece of encryptedZip(each(), PASSWORD)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const pack = (): Promise<Buffer> =>
  zipped([
    { name: '照片/红塔区/', content: Buffer.alloc(0) },
    { name: '佐证/红塔区/01.xlsx', content: Buffer.from('not this one') },
    { name: '打分工作簿.xlsx', content: WORKBOOK },
  ]);

describe('a pack that is sent back whole', () => {
  it('gives its workbook for its password, the one highest up', async () => {
    expect(await workbookInZip(await pack(), PASSWORD)).toEqual(WORKBOOK);
  });

  it('takes the password in whichever form an input method composed it', async () => {
    async function* one(): AsyncGenerator<PackedFile> {
      yield { name: 'a.xlsx', content: WORKBOOK };
    }
    const pieces: Buffer[] = [];
    for await (const piece of encryptedZip(one(), 'résumé of a round')) pieces.push(piece);
    const opened = await workbookInZip(Buffer.concat(pieces), 're\u0301sume\u0301 of a round');
    expect(opened).toEqual(WORKBOOK);
  });

  it('is encrypted: nothing of its content stands in its bytes, and two packs of one content differ', async () => {
    const [one, other] = [await pack(), await pack()];
    expect(one.includes('not this one')).toBe(false);
    expect(one.equals(other)).toBe(false);
  });

  it('without its password asks for it, and with another one says so', async () => {
    expect(await workbookInZip(await pack(), null)).toBe('passwordWanted');
    expect(await workbookInZip(await pack(), `${PASSWORD}x`)).toBe('wrongPassword');
  });

  it('is known to be damaged where one byte of the workbook is another', async () => {
    const bytes = await zipped([{ name: 'a.xlsx', content: WORKBOOK }]);
    bytes.writeUInt8(bytes.readUInt8(120) ^ 1, 120);
    expect(await workbookInZip(bytes, PASSWORD)).toBe('damaged');
  });

  it('is taken also where it was packed anew without a password', async () => {
    const plain = zipOf([['pack/打分工作簿.xlsx', WORKBOOK]]);
    expect(await workbookInZip(plain, null)).toEqual(WORKBOOK);
  });

  it('a content that unpacks to more than 64 MB ends at the limit', async () => {
    const bomb = await zipped([{ name: 'a.xlsx', content: Buffer.alloc(65 * 1024 * 1024) }]);
    expect(bomb.length).toBeLessThan(200_000);
    expect(await workbookInZip(bomb, PASSWORD)).toBe('tooManyBytes');
  });

  it('a zip without a workbook, and what is no zip, are told apart', async () => {
    expect(await workbookInZip(await zipped([{ name: 'a.txt', content: WORKBOOK }]), PASSWORD)).toBe(
      'noWorkbook',
    );
    expect(await workbookInZip(Buffer.from('no zip at all'), PASSWORD)).toBe('unreadable');
    expect(await workbookInZip((await pack()).subarray(0, 300), PASSWORD)).toBe('unreadable');
  });

  it('a workbook is not taken for a zip that holds one', async () => {
    expect(isWorkbook(zipOf([['[Content_Types].xml', Buffer.from('<Types/>')]]))).toBe(true);
    expect(isWorkbook(await pack())).toBe(false);
  });
});
