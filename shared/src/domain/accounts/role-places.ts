import { bilingual, type Bilingual } from '../bilingual';
import { refusal, type Refusal } from '../refusal';

/** The kinds of the tree of places, from the whole down. */
export type PlaceKind = 'nation' | 'province' | 'city' | 'county' | 'office';

/** What a role is called in a sentence, what it does, and where its holder may sit. */
interface RoleOffice {
  readonly name: Bilingual;
  readonly duty: RoleDuty;
  readonly places: readonly PlaceKind[];
}

/** `read`: reads and approves, enters nothing. `enter`: enters or reviews the business. The others keep to themselves. */
export type RoleDuty = 'read' | 'enter' | 'evaluate' | 'administer';

const office = (zh: string, en: string, duty: RoleDuty, places: readonly PlaceKind[]): RoleOffice => ({
  name: bilingual(zh, en),
  duty,
  places,
});

/**
 * Every role with its place. Only the leadership is also found above the city: who guides the city's work from the
 * province or the nation reads it as the city's leadership does. Third parties work for the city, and the city's
 * administrators look after the accounts of all of its places.
 */
export const ROLE_OFFICES = {
  leader: office('局领导', 'city bureau leadership', 'read', ['nation', 'province', 'city']),
  programOfficer: office('项目科室经办', 'program officer', 'enter', ['city']),
  inspector: office('督查人员', 'inspector', 'enter', ['city']),
  finance: office('市财政局', 'city finance bureau', 'enter', ['city']),
  countyOfficer: office('县（市、区）司法局经办', 'county justice bureau, officer', 'enter', ['county']),
  countyApprover: office('县（市、区）司法局审核', 'county justice bureau, approver', 'enter', ['county']),
  countyFinance: office('县（市、区）财政局', 'county finance bureau', 'enter', ['county']),
  justiceOffice: office('司法所', 'justice office', 'enter', ['office']),
  evaluator: office('第三方评价人员', 'third-party evaluator', 'evaluate', ['city']),
  leadEvaluator: office('主评人', 'lead evaluator', 'evaluate', ['city']),
  systemAdministrator: office('系统管理员', 'system administrator', 'administer', ['city']),
  securityAdministrator: office('安全管理员', 'security administrator', 'administer', ['city']),
  auditAdministrator: office('审计管理员', 'audit administrator', 'administer', ['city']),
} as const satisfies Record<string, RoleOffice>;

export type RoleName = keyof typeof ROLE_OFFICES;

const KINDS: Readonly<Record<PlaceKind, Bilingual>> = {
  nation: bilingual('全国', 'the nation'),
  province: bilingual('省', 'a province'),
  city: bilingual('市', 'a city'),
  county: bilingual('县（市、区）', 'a county'),
  office: bilingual('司法所', 'a justice office'),
};

/** Whether a role may be held at a place of that kind. Example: `countyOfficer` at a county, never at a city. */
export const fitsPlace = (role: RoleName, kind: PlaceKind): boolean =>
  ROLE_OFFICES[role].places.includes(kind);

/** One refusal for each role that cannot be held at a place of that kind, at `/roles/<index>`; none when all fit. */
export function placeRefusals(roles: readonly RoleName[], kind: PlaceKind): readonly Refusal[] {
  return roles.flatMap((role, index) => {
    if (fitsPlace(role, kind)) return [];
    const { name, places } = ROLE_OFFICES[role];
    const allowed = places.map((one) => KINDS[one]);
    return [
      refusal(
        `/roles/${index}`,
        `“${name.zh}”角色的所属单位应当是${allowed.map(({ zh }) => zh).join('、')}一级，现为${KINDS[kind].zh}一级；请改选单位或角色。`,
        `The role “${name.en}” belongs to ${allowed.map(({ en }) => en).join(' or ')}, not to ${KINDS[kind].en}: choose another place or another role.`,
      ),
    ];
  });
}
