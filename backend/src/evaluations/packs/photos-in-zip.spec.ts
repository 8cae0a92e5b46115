import { zipOf } from '../../workbooks/zip-of';
import { encryptedZip, type PackedFile } from './encrypted-zip';
import { photosInZip, type PhotosOfPack } from './photos-in-zip';

const PASSWORD = '玉溪 round 2026 §';
const MANIFEST: readonly [string, Buffer] = ['manifest.json', Buffer.from('{"pack":"a"}')];
const photo = (path: string, content: Buffer = Buffer.from(path)): readonly [string, Buffer] => [
  path,
  content,
];

async function read(zip: Buffer, password: string | null = null): Promise<PhotosOfPack> {
  const found = await photosInZip(zip, password);
  if (typeof found === 'string') throw new Error(found);
  return found;
}
const pathsOf = ({ photos }: PhotosOfPack): string[] => photos.map(({ path }) => path);

describe('the photographs of a pack', () => {
  it('are what lies in its folders for them, and nothing that a system put there by itself', async () => {
    const found = await read(
      zipOf([
        MANIFEST,
        photo('佐证材料/红塔区/001.jpg'),
        photo('打分包/照片/红塔区/满意度/二.jpg'),
        photo('打分包/照片/红塔区/满意度/一.jpg'),
        photo('打分包/照片/红塔区/Thumbs.db'),
        photo('__MACOSX/打分包/照片/红塔区/._一.jpg'),
      ]),
    );
    expect(found.manifest).toBe('{"pack":"a"}');
    expect(found.photos.map(({ below }) => below.join('/'))).toEqual([
      '红塔区/满意度/一.jpg',
      '红塔区/满意度/二.jpg',
    ]);
  });

  it('are opened with the password of the pack, and with no other', async () => {
    async function* files(): AsyncGenerator<PackedFile> {
      yield { name: '照片/红塔区/满意度/', content: Buffer.alloc(0) };
      yield { name: '照片/红塔区/满意度/一.jpg', content: Buffer.from('picture') };
    }
    const pieces: Buffer[] = [];
    for await (const piece of encryptedZip(files(), PASSWORD)) pieces.push(piece);
    const zip = Buffer.concat(pieces);
    expect((await read(zip, PASSWORD)).photos[0]?.content).toEqual(Buffer.from('picture'));
    expect(await photosInZip(zip, 'another one')).toBe('wrongPassword');
    expect(await photosInZip(zip, null)).toBe('passwordWanted');
  });

  it('keep the names that Windows of a Chinese office packed in its own code', async () => {
    const utf8 = zipOf([photo('zhaopian/hongta/a.jpg')]);
    const name = Buffer.from('zhaopian/hongta/a.jpg');
    // 照片/红塔区/一.jpg in GB 18030, as long as the name that it stands for.
    const chinese = Buffer.concat([Buffer.from('d5d5c6ac2fbaecc1c3c7f82f', 'hex'), Buffer.from('aaaaa.jpg')]);
    expect(chinese).toHaveLength(name.length);
    const zip = Buffer.from(utf8);
    for (let at = zip.indexOf(name); at >= 0; at = zip.indexOf(name)) chinese.copy(zip, at);
    expect(pathsOf(await read(zip))[0]).toMatch(/^照片\/红/);
  });

  it('end at 10 MB each and at 200 together: what is beyond is said, and is not read', async () => {
    const large = photo('照片/a/b/0.jpg', Buffer.alloc(10 * 1024 * 1024 + 1));
    const many = Array.from({ length: 201 }, (_, index) =>
      photo(`照片/a/b/${String(index + 1).padStart(3, '0')}.jpg`),
    );
    const { photos } = await read(zipOf([large, ...many]));
    expect([photos[0]?.content, photos[199]?.content instanceof Buffer, photos[200]?.content]).toEqual([
      'tooLarge',
      true,
      'tooMany',
    ]);
  });
});
