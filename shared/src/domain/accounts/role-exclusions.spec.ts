import fc from 'fast-check';
import { exclusionOf, exclusionRefusals, type Separation } from './role-exclusions';
import { ROLE_OFFICES, type RoleName } from './role-places';

const ALL_APART: Separation = { separateAudit: true, separateSecurity: true };
const BY_DEFAULT: Separation = { separateAudit: true, separateSecurity: false };
const TOGETHER: Separation = { separateAudit: false, separateSecurity: false };

const roles = Object.keys(ROLE_OFFICES) as RoleName[];
const business: readonly RoleName[] = [
  'programOfficer',
  'inspector',
  'finance',
  'countyOfficer',
  'countyApprover',
  'countyFinance',
  'justiceOffice',
];
const administrators: readonly RoleName[] = [
  'systemAdministrator',
  'securityAdministrator',
  'auditAdministrator',
];
const evaluators: readonly RoleName[] = ['evaluator', 'leadEvaluator'];
/** Who enters and who checks it, written down a second time. */
const entryAndCheck = [
  ['countyOfficer', 'countyApprover', '任何人不得审核本人录入的内容'],
  ['programOfficer', 'finance', '任何人不得会签本人录入的内容'],
  ['inspector', 'finance', '任何人不得会签本人录入的内容'],
] as const;
const mayGoTogether = (pair: readonly [RoleName, RoleName]): boolean =>
  !entryAndCheck.some(([entering, checking]) => pair.includes(entering) && pair.includes(checking));
const anyRole = fc.constantFrom(...roles);
const anySeparation = fc.record({ separateAudit: fc.boolean(), separateSecurity: fc.boolean() });
const pairs = (some: readonly RoleName[], others: readonly RoleName[]) =>
  some.flatMap((one) => others.filter((other) => other !== one).map((other) => [one, other] as const));

describe('roles of one account', () => {
  it.each(pairs(administrators, [...business, ...evaluators, 'leader']))(
    '%s and %s exclude each other, because administrators have no business data',
    (one, other) => expect(exclusionOf(one, other, TOGETHER)?.zh).toContain('管理员不接触业务数据'),
  );

  it.each(pairs(evaluators, [...business, 'leader']))(
    '%s and %s exclude each other, because evaluators do nothing else',
    (one, other) => expect(exclusionOf(one, other, TOGETHER)?.zh).toContain('第三方评价人员'),
  );

  it.each(business)('leader and %s exclude each other, because the leadership enters nothing', (other) =>
    expect(exclusionOf('leader', other, TOGETHER)?.zh).toContain('局领导只查看和审批'),
  );

  it.each(entryAndCheck)(
    '%s and %s exclude each other whatever the settings, because nobody checks what they entered: %s',
    (one, other, said) => {
      for (const separation of [ALL_APART, BY_DEFAULT, TOGETHER]) {
        expect(exclusionOf(one, other, separation)?.zh).toContain(said);
        expect(exclusionOf(other, one, separation)?.zh).toContain(said);
      }
    },
  );

  it.each([...pairs(business, business).filter(mayGoTogether), ['evaluator', 'leadEvaluator'] as const])(
    '%s and %s go together',
    (one, other) => expect(exclusionOf(one, other, ALL_APART)).toBeNull(),
  );

  it.each([
    ['systemAdministrator', 'auditAdministrator', BY_DEFAULT, true],
    ['systemAdministrator', 'auditAdministrator', TOGETHER, false],
    ['systemAdministrator', 'securityAdministrator', ALL_APART, true],
    ['systemAdministrator', 'securityAdministrator', BY_DEFAULT, false],
    ['auditAdministrator', 'securityAdministrator', ALL_APART, true],
    ['auditAdministrator', 'securityAdministrator', BY_DEFAULT, false],
  ] as const)('%s and %s under %j exclude each other: %s', (one, other, separation, excluded) =>
    expect(exclusionOf(one, other, separation) !== null).toBe(excluded),
  );

  it('the order of two roles does not matter', () => {
    fc.assert(
      fc.property(anyRole, anyRole, anySeparation, (one, other, separation) => {
        expect(exclusionOf(one, other, separation)).toEqual(exclusionOf(other, one, separation));
      }),
    );
  });

  it('a set of roles is refused exactly when two of them exclude each other or are the same', () => {
    fc.assert(
      fc.property(fc.array(anyRole, { maxLength: 4 }), anySeparation, (held, separation) => {
        const collides = held.some((one, index) =>
          held.slice(0, index).some((other) => one === other || exclusionOf(one, other, separation)),
        );
        expect(exclusionRefusals(held, separation).length > 0).toBe(collides);
      }),
    );
  });

  it('the refusal stands at the later role and names both with the reason', () => {
    expect(exclusionRefusals(['leader', 'inspector'], BY_DEFAULT)).toEqual([
      {
        pointer: '/roles/1',
        detail: {
          zh: '“督查人员”与“局领导”不得由同一账户担任：局领导只查看和审批、不录入，不得与录入类角色兼任；请分设账户。',
          en: '“inspector” and “city bureau leadership” are never held by one account. The leadership reads and approves and enters nothing: it is never held with a role that enters. Make two accounts.',
        },
      },
    ]);
  });

  it('a role given twice is refused at the second', () => {
    expect(exclusionRefusals(['finance', 'finance'], BY_DEFAULT)).toMatchObject([{ pointer: '/roles/1' }]);
  });
});
