import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import { ProblemException } from '../../http/problem-exception';
import type { SignedIn } from '../../identity/signed-in';
import type { AccountRow } from './accounts.queries';

const refused = (zh: string, en: string): ProblemException =>
  new ProblemException('refused', bilingual(zh, en));

/** Demonstration accounts are shared by everybody who tries the program: nobody takes one from the others. */
export function refuseDemonstration({ demonstration, username }: AccountRow): void {
  if (!demonstration) return;
  throw refused(
    `“${username}”是供所有访问者共用的演示账户，不能修改、停用、重置或交接；请新建一个账户再试。`,
    `“${username}” is a demonstration account that all visitors share: it is not changed, closed, reset or handed over. Make an account of your own and try it there.`,
  );
}

/** What one administrator does to an account, another has to do to that administrator's own. */
export function refuseOwn({ id }: AccountRow, by: SignedIn, instead: Bilingual): void {
  if (id === by.accountId) throw new ProblemException('refused', instead);
}

export function refuseDisabled({ disabledAt, username }: AccountRow): void {
  if (!disabledAt) return;
  throw refused(
    `账户“${username}”已停用，不能再作变更；停用后不恢复，需要的请新建账户。`,
    `The account “${username}” is closed for good and takes no change: make a new account if one is needed.`,
  );
}

/** Two administrators never overwrite each other's change. */
export function refuseOutdated(read: number, stored: number): void {
  if (read === stored) return;
  throw new ProblemException(
    'conflict',
    bilingual(
      '打开后该内容已被他人修改，本次未作改动；请刷新页面，核对最新内容后再提交。',
      'Somebody changed this after you opened it, and nothing was changed now: reload the page, check what it says, and send it again.',
    ),
  );
}

export const usernameTaken = (username: string, pointer: string): ProblemException =>
  new ProblemException('conflict', undefined, [
    refusal(
      pointer,
      `用户名“${username}”已被使用；停用账户的用户名也不再给他人使用，请另取一个。`,
      `The user name “${username}” is taken; the names of closed accounts are never given again. Choose another.`,
    ),
  ]);

export const openIdSubjectTaken = (): ProblemException =>
  new ProblemException('conflict', undefined, [
    refusal(
      '/openIdSubject',
      '该统一身份标识已绑定另一账户，请核对。',
      'This OpenID subject belongs to another account already: check it.',
    ),
  ]);

export const placeUnknown = (): ReturnType<typeof refusal> =>
  refusal('/place', '没有这个单位，请从列表中选择。', 'There is no such place: choose one of the list.');

export const lastSystemAdministrator = (): ProblemException =>
  refused(
    '系统至少须保留一名可登录的系统管理员；请先设立另一名，再作此变更。',
    'At least one system administrator who can sign in has to stay: make another one first.',
  );

export const lastSecurityAdministrator = (): ProblemException =>
  refused(
    '安全管理单独设置期间，至少须保留一名可登录的安全管理员；请先设立并批准另一名，再作此变更。',
    'While security is kept apart, at least one security administrator who can sign in has to stay: make another one and have it approved first.',
  );
