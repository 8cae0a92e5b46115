import { bilingual, type Bilingual } from '../bilingual';
import { refusal, type Refusal } from '../refusal';
import { ROLE_OFFICES, type RoleDuty, type RoleName } from './role-places';

/** Which administrators must be different people, by the settings of the city. */
export interface Separation {
  /** The system administrator and the audit administrator, who checks what the former did. */
  readonly separateAudit: boolean;
  /** The security administrator, who approves what the system administrator enters, and both of the others. */
  readonly separateSecurity: boolean;
}

const dutyOf = (role: RoleName): RoleDuty => ROLE_OFFICES[role].duty;

const PRIVATE_DUTIES: readonly (readonly [RoleDuty, Bilingual])[] = [
  [
    'administer',
    bilingual(
      '管理员不接触业务数据，管理员角色不得与业务角色兼任',
      'Administrators have no business data: their roles are never held with a role of the business',
    ),
  ],
  [
    'evaluate',
    bilingual(
      '第三方评价人员只参与评价打分，不得兼任其他角色',
      'Third-party evaluators take part in evaluations only and hold no other role',
    ),
  ],
  [
    'read',
    bilingual(
      '局领导只查看和审批、不录入，不得与录入类角色兼任',
      'The leadership reads and approves and enters nothing: it is never held with a role that enters',
    ),
  ],
];

/** Roles of the business of which one checks what the other enters: two people, whatever the settings say. */
const CHECKS: readonly (readonly [readonly RoleName[], RoleName, Bilingual])[] = [
  [
    ['countyOfficer'],
    'countyApprover',
    bilingual(
      '县（市、区）司法局的录入与审核应当由两人担任，任何人不得审核本人录入的内容',
      'What a county enters is approved by a second person: nobody approves what they entered',
    ),
  ],
  [
    ['programOfficer', 'inspector'],
    'finance',
    bilingual(
      '市财政局会签司法局录入的内容，任何人不得会签本人录入的内容',
      'The finance bureau countersigns what the justice bureau enters: nobody countersigns what they entered',
    ),
  ],
];

const AUDIT_APART = bilingual(
  '按“系统管理与审计分设”的设置，系统管理员与审计管理员应当由两人担任',
  'The setting that keeps system and audit apart asks for two people',
);
const SECURITY_APART = bilingual(
  '按“安全管理单独设置”的设置，安全管理员不得兼任系统管理员或审计管理员',
  'The setting that keeps security apart forbids its administrator the other two administrations',
);

/** Why two roles are never held by the same account; null when they may be. The order of the two does not matter. */
export function exclusionOf(one: RoleName, other: RoleName, separation: Separation): Bilingual | null {
  const duties = [dutyOf(one), dutyOf(other)];
  for (const [duty, reason] of PRIVATE_DUTIES) {
    if (duties.includes(duty) && duties[0] !== duties[1]) return reason;
  }
  const pair: readonly RoleName[] = [one, other];
  for (const [entering, checking, reason] of CHECKS) {
    if (pair.includes(checking) && entering.some((role) => pair.includes(role))) return reason;
  }
  if (one === other || duties[0] !== 'administer') return null;
  if (pair.includes('securityAdministrator')) return separation.separateSecurity ? SECURITY_APART : null;
  return separation.separateAudit ? AUDIT_APART : null;
}

/**
 * Roles that one account cannot hold together, each at `/roles/<index of the later one>` with the first role that it
 * collides with; a role given twice as well.
 * Example: `['leader', 'inspector']` → one refusal at `/roles/1`.
 */
export function exclusionRefusals(roles: readonly RoleName[], separation: Separation): readonly Refusal[] {
  return roles.flatMap((role, index) => {
    const { zh, en } = ROLE_OFFICES[role].name;
    const earlier = roles.slice(0, index);
    if (earlier.includes(role)) {
      return [
        refusal(
          `/roles/${index}`,
          `“${zh}”重复，请删去一个。`,
          `The role “${en}” is given twice: remove one.`,
        ),
      ];
    }
    const other = earlier.find((one) => exclusionOf(one, role, separation));
    const reason = other && exclusionOf(other, role, separation);
    if (!reason) return [];
    const { name } = ROLE_OFFICES[other];
    return [
      refusal(
        `/roles/${index}`,
        `“${zh}”与“${name.zh}”不得由同一账户担任：${reason.zh}；请分设账户。`,
        `“${en}” and “${name.en}” are never held by one account. ${reason.en}. Make two accounts.`,
      ),
    ];
  });
}
