import { bilingual } from '@yuheng/shared/domain/bilingual';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';

/** What is told of a method that cannot be done what was asked: what is wrong, and what to do. */
export const DRAFT_GONE = bilingual(
  '没有这份草稿，可能已经发布或者撤销；请返回办法列表查看。',
  'There is no such draft: it may have been published or withdrawn meanwhile. Look at the list of methods.',
);

export const CHANGED_MEANWHILE = bilingual(
  '草稿已在另一处被修改；请刷新查看对方的内容，再决定保留哪一份。',
  'The draft was changed elsewhere meanwhile: read it again, then decide which of both is to stay.',
);

/** Somebody published another version since the officer looked. */
export const supersededBy = (inForce: number | null): Bilingual =>
  inForce === null
    ? bilingual(
        '本项目尚无已发布的办法，请刷新后再发布。',
        'No version of this program is published; read it again, then publish.',
      )
    : bilingual(
        `现行版本已是第${inForce}版，与您查看时不同；请对照第${inForce}版核对后再发布。`,
        `Version ${inForce} is in force, which is not what you looked at: compare with it, then publish.`,
      );

export const NO_NAME = refusal(
  '/name',
  '办法没有名称，请填写后再发布。',
  'The method has no name; fill it in before publication.',
);
export const NO_BASIS = refusal(
  '/basis',
  '没有写明制定依据，请填写后再发布。',
  'What the method rests on is not stated; fill it in before publication.',
);
export const IN_THE_FUTURE = refusal(
  '/publishedOn',
  '发布日期不能晚于今天，请改正。',
  'The day of publication lies in the future; correct it.',
);
