import { bilingual } from '@yuheng/shared/domain/bilingual';
import { type Refusal, refusal } from '@yuheng/shared/domain/refusal';
import { ProblemException } from '../http/problem-exception';

/** @throws ProblemException `refused` with all that is wrong, if anything is. */
export function refuseAll(refusals: readonly Refusal[]): void {
  if (refusals.length > 0) throw new ProblemException('refused', refusals[0]?.detail, refusals);
}

/** Two people never overwrite each other's change. */
export function refuseOutdated(read: number, stored: number): void {
  if (read === stored) return;
  throw new ProblemException(
    'conflict',
    bilingual(
      `打开后该人员信息已被他人修改（您所见为第 ${read} 版，现为第 ${stored} 版），本次未作改动；请刷新页面，核对最新内容后再提交。`,
      `Somebody changed this person after you opened the page (you saw version ${read}, it is ${stored} now), and nothing was changed: reload the page, check what it says, and send it again.`,
    ),
  );
}

export const alreadyEntered = (): ProblemException =>
  new ProblemException('conflict', undefined, [
    refusal(
      '/identityNumber',
      '本县（市、区）花名册中已有此公民身份号码的人员，同一人只登记一次；再次到岗的，请在原记录中增加在岗期间。',
      'The roster of this county has a person with this identity number already: a person is entered once. For somebody who comes back, add a period to the record that is there.',
    ),
  ]);

/** Says that there is another county, and neither which one nor who. */
export const onPostElsewhere = (pointer: string): Refusal =>
  refusal(
    pointer,
    '所填在岗期间内，此公民身份号码已登记在其他县（市、区）的岗位上，同一人同一天只能在一个县（市、区）在岗。请核对号码和日期；确属同一人的，请与市司法局业务科核实，由原登记单位先办理离岗。',
    'On some of these days this identity number is on post in another county, and nobody is on post in two at once. Check the number and the days; if it is the same person, ask the city justice bureau, so that the other county enters the end of its period first.',
  );

export const officeUnknown = (): Refusal =>
  refusal(
    '/office',
    '本县（市、区）没有这个司法所，请从列表中选择。',
    'This county has no such justice office: choose one of the list.',
  );

export const refuseErased = (erased: boolean): void => {
  if (!erased) return;
  throw new ProblemException(
    'refused',
    bilingual(
      '该人员离岗已满留存期限，姓名和证件号码已按规定清除，记录不再修改；重新到岗的请新登记。',
      'This person has been off post for longer than personal data are kept: name and numbers have been erased and the record is closed. Enter somebody who comes back anew.',
    ),
  );
};
