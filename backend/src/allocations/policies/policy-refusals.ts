import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';

/** Somebody published another version since the officer looked. */
export const supersededBy = (inForce: number | null): Bilingual =>
  inForce === null
    ? bilingual(
        '本项目尚无已发布的分配办法，请刷新后再发布。',
        'No version of this program is published; read it again, then publish.',
      )
    : bilingual(
        `现行版本已是第${inForce}版，与您查看时不同；请对照第${inForce}版核对后再发布。`,
        `Version ${inForce} is in force, which is not what you looked at: compare with it, then publish.`,
      );

export const IN_THE_FUTURE = refusal(
  '/publishedOn',
  '发布日期不能晚于今天，请改正。',
  'The day of publication lies in the future; correct it.',
);

/** The version in force says the same already, however it was written. */
export const nothingChanged = (version: number): Refusal =>
  refusal(
    '/settings',
    `各项设置与现行第${version}版相同，无需再次发布；请核对是否漏改。`,
    `The settings are those of version ${version}, which is in force: nothing would change. Check what was to be altered.`,
  );

/** Going back to an earlier rule takes a document of its own. */
export const sameDocument = (version: number): Refusal =>
  refusal(
    '/documentNumber',
    `第${version}版已用同一文号发布过同样的设置；恢复施行的，请填写新文件的文号。`,
    `Version ${version} published the same settings under this document number; to put them in force again state the number of the new document.`,
  );
