import { dayInWords } from '@yuheng/shared/domain/period/day-in-words';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import { ProblemException } from '../../http/problem-exception';
import type { PackTrouble } from './workbook-in-zip';

/** What keeps a pack from being made or brought back, each in words that say what to do. */
const refusedAt = (pointer: string, zh: string, en: string): ProblemException =>
  new ProblemException('refused', bilingual(zh, en), [refusal(pointer, zh, en)]);

const TROUBLES: Readonly<Record<PackTrouble, readonly [pointer: string, zh: string, en: string]>> = {
  unreadable: [
    '/file',
    '打分包不完整或者换用了别的加密方式，无法读取；请解压后只选择其中的工作簿（.xlsx）。',
    'The pack is incomplete or encrypted in another way and cannot be read: unpack it and choose its workbook (.xlsx) alone.',
  ],
  tooManyEntries: [
    '/file',
    '打分包内的文件过多，未予读取；请解压后只选择其中的工作簿（.xlsx）。',
    'The pack holds too many files and was not read: unpack it and choose its workbook (.xlsx) alone.',
  ],
  tooManyBytes: [
    '/file',
    '打分包内的工作簿展开后超过 64 MB，未予读取；请删去其中的图片后另存再选择。',
    'Unpacked the workbook has over 64 MB and was not read: remove its pictures, save it and choose it again.',
  ],
  noWorkbook: [
    '/file',
    '压缩文件里没有 .xlsx 工作簿；请选择打分包，或者其中的工作簿。',
    'The zip holds no .xlsx workbook: choose the pack, or its workbook.',
  ],
  passwordWanted: [
    '/password',
    '打分包已加密，请输入生成时所设的密码；忘记密码的，请选择已解压的工作簿。',
    'The pack is encrypted: enter the password that you chose when it was made, or choose the workbook that you have unpacked.',
  ],
  wrongPassword: [
    '/password',
    '密码不对，请输入生成打分包时所设的密码；忘记密码的，请选择已解压的工作簿。',
    'The password is another one: enter the one that you chose when the pack was made, or choose the workbook that you have unpacked.',
  ],
  damaged: [
    '/file',
    '打分包在传输或者存放中已损坏，未予读取；请从原存放处重新复制，或者选择已解压的工作簿。',
    'The pack was damaged on its way: copy it once more from where it was kept, or choose the workbook that you have unpacked.',
  ],
};

export const packTrouble = (trouble: PackTrouble): ProblemException => refusedAt(...TROUBLES[trouble]);

export const nothingToTake = (): ProblemException =>
  refusedAt(
    '/round',
    '目前没有可以打分的县（市、区），不能生成打分包；请先申报利害关系，或者等待分派。',
    'No county is open to you, so there is nothing to take along: declare your interests first, or wait for an assignment.',
  );

export const unknownPack = (): ProblemException =>
  refusedAt(
    '/file',
    '系统中没有这个打分包的记录，未予带回；请确认是在本系统生成的打分包。',
    'No such pack was made here, so it is not taken back: make sure that it comes from this installation.',
  );

export const noManifest = (): ProblemException =>
  refusedAt(
    '/file',
    '压缩文件里没有打分包的说明文件（manifest.json），无法确认照片属于哪一个打分包；请选择原打分包，照片仍放在“照片”文件夹内。',
    'The zip lacks the pack’s own manifest.json, so that it is not certain which pack the photographs belong to: choose the pack itself, with the photographs in its folder 照片.',
  );

export const editedManifest = (): ProblemException =>
  refusedAt(
    '/file',
    '打分包的说明文件（manifest.json）被改动过，照片未予带回；请把照片放回原打分包的文件夹再选择，或者在“现场评价”页上传。',
    'The manifest.json of the pack was changed, so no photograph was taken over: put them into the folders of the original pack, or upload them on the page of fieldwork.',
  );

export const packOfAnother = (): ProblemException =>
  refusedAt(
    '/file',
    '这是其他评价人员的打分包，不能由您带回；请由本人登录后带回。',
    'This pack is another evaluator’s: only its own evaluator brings it back.',
  );

export const packOfAnotherRound = (): ProblemException =>
  refusedAt(
    '/file',
    '这是其他评价批次的打分包，不能填入本批次；请打开对应的批次再带回。',
    'This pack is of another round: open that round and bring it back there.',
  );

export const packOfAnotherMethod = (was: number, is: number): ProblemException =>
  refusedAt(
    '/file',
    `打分包按评价办法第${was}版生成，本批次现用第${is}版，未予带回；请重新生成打分包，按现行办法核对后再填。`,
    `The pack follows version ${was} of the method and the round uses version ${is}, so it is not taken back: make a new pack and check by the method in force.`,
  );

export const packOutOfDate = (validUntil: string): ProblemException =>
  new ProblemException(
    'conflict',
    bilingual(
      `打分包最迟应于${dayInWords(validUntil).zh}带回，现已超过，未予带回；请重新生成打分包，把内容抄入新的工作簿，或者直接在线打分。`,
      `The pack was to be brought back by ${validUntil}, so it is not taken: make a new one and copy what you wrote, or mark on line.`,
    ),
    [
      refusal(
        '/file',
        `打分包最迟应于${dayInWords(validUntil).zh}带回。`,
        `The pack was to be brought back by ${validUntil}.`,
      ),
    ],
  );

export const countiesClosed = (): ProblemException =>
  refusedAt(
    '/file',
    '打分包里的县（市、区）都已不由您评价（已申报回避或者另行分派），未予带回；请联系主评人。',
    'None of the counties in the pack is yours any more (a conflict of interest, or another assignment), so it is not taken back; ask the lead evaluator.',
  );

const takenBefore = (day: string) =>
  [
    `这份工作簿已于${dayInWords(day).zh}带回，不必重复办理；之后又修改的，请保存后选择修改过的文件。`,
    `This very workbook was brought back on ${day}. If you changed it since, save it and choose the changed file.`,
  ] as const;

export const takenBackBefore = (day: string): ProblemException => {
  const [zh, en] = takenBefore(day);
  return new ProblemException('conflict', bilingual(zh, en), [refusal('/file', zh, en)]);
};
