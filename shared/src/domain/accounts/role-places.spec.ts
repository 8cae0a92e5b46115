import fc from 'fast-check';
import { fitsPlace, placeRefusals, ROLE_OFFICES, type PlaceKind, type RoleName } from './role-places';

const KINDS: readonly PlaceKind[] = ['nation', 'province', 'city', 'county', 'office'];
const roles = Object.keys(ROLE_OFFICES) as RoleName[];

/** Issue 4, item 2, written down a second time. */
const PLACES: Readonly<Record<RoleName, readonly PlaceKind[]>> = {
  leader: ['nation', 'province', 'city'],
  programOfficer: ['city'],
  inspector: ['city'],
  finance: ['city'],
  countyOfficer: ['county'],
  countyApprover: ['county'],
  countyFinance: ['county'],
  justiceOffice: ['office'],
  evaluator: ['city'],
  leadEvaluator: ['city'],
  systemAdministrator: ['city'],
  securityAdministrator: ['city'],
  auditAdministrator: ['city'],
};

describe('a role and its place', () => {
  it.each(roles.flatMap((role) => KINDS.map((kind) => [role, kind] as const)))(
    '%s at %s is as the rules say',
    (role, kind) => expect(fitsPlace(role, kind)).toBe(PLACES[role].includes(kind)),
  );

  it('a misplaced role is refused where it stands, with the places that it belongs to', () => {
    expect(placeRefusals(['programOfficer', 'countyOfficer'], 'city')).toEqual([
      {
        pointer: '/roles/1',
        detail: {
          zh: '“县（市、区）司法局经办”角色的所属单位应当是县（市、区）一级，现为市一级；请改选单位或角色。',
          en: 'The role “county justice bureau, officer” belongs to a county, not to a city: choose another place or another role.',
        },
      },
    ]);
  });

  it('there is one refusal for each role that does not fit, and no other', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...roles)), fc.constantFrom(...KINDS), (held, kind) => {
        const wrong = held.flatMap((role, index) => (PLACES[role].includes(kind) ? [] : [`/roles/${index}`]));
        expect(placeRefusals(held, kind).map(({ pointer }) => pointer)).toEqual(wrong);
      }),
    );
  });
});
