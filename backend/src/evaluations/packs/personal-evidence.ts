import { readResidentIdentityNumber } from '@yuheng/shared/domain/personal-data/resident-identity-number';
import { zipEntries } from '../../workbooks/zip-entries';

/** Why a document of a county does not leave the server; it can still be read on line. */
export type LeftOut = 'named' | 'numbers' | 'unreadable' | 'tooLarge';

/** Lists of persons by their names: wage lists, rosters, cards, accounts of banks, insurances, files of persons. */
const OF_PERSONS =
  /工资|薪酬|薪资|补贴发放|花名册|名册|名单|身份证|银行|账户|社保|参保|考勤|体检|病历|档案|简历|履历|个人|wage|salary|payroll|roster/i;
const LIMITS = { entries: 2_000, bytes: 48 * 1024 * 1024 };

const OFFICE = [
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];

/** Only tables and texts can be looked into; of scans the name has to do. */
export const canBeLookedInto = (mediaType: string): boolean => OFFICE.includes(mediaType);

export const isNamedOfPersons = (name: string): boolean => OF_PERSONS.test(name);

/** The words of a part: of a text the pieces of a paragraph belong together, of a table every cell stands for itself. */
function wordsOf(name: string, xml: string): string {
  const isText = name.startsWith('word/');
  return (isText ? xml.replace(/<\/w:(?:p|tc)>/g, ' ') : xml).replace(/<[^<>]*>/g, isText ? '' : ' ');
}

const hasIdentityNumber = (words: string): boolean =>
  (words.match(/(?<!\d)\d{17}[\dXx](?!\d)/g) ?? []).some((text) => readResidentIdentityNumber(text, '').ok);

/** Whether a Word or Excel file holds identity numbers; null: it does not. What cannot be looked into stays here, too. */
export function personsIn(content: Buffer): LeftOut | null {
  const entries = zipEntries(content, LIMITS);
  if (typeof entries === 'string') return 'unreadable';
  const found = entries.some(
    ({ name, content: part }) =>
      name.endsWith('.xml') && hasIdentityNumber(wordsOf(name, part.toString('utf8'))),
  );
  return found ? 'numbers' : null;
}

export const WHY_LEFT_OUT: Readonly<Record<LeftOut, string>> = {
  named: '未附：从名称看含人员名册、工资、社保等个人信息，请在线查看',
  numbers: '未附：内容含身份证号，请在线查看',
  unreadable: '未附：无法检查是否含个人信息，请在线查看',
  tooLarge: '未附：超过打分包大小上限，请在线查看',
};
