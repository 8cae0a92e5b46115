import { role, type Role } from '@yuheng/shared/contract/roles';
import { scopeOf } from './sessions.repository';

const CITY = { place_kind: 'city', city_id: '530400', counties: ['hongta', 'yimen'] };
const COUNTY = { place_kind: 'county', city_id: '530400', counties: ['hongta'] };
const OFFICE = { place_kind: 'office', city_id: '530400', counties: [] };
const NOTHING = { counties: [], city: null };

describe('how far an account sees', () => {
  it.each(['leader', 'programOfficer', 'inspector', 'finance'] as const)(
    '%s of the city: all of it',
    (one) => {
      expect(scopeOf([one], CITY)).toEqual({ counties: ['hongta', 'yimen'], city: '530400' });
    },
  );

  it.each(['countyOfficer', 'countyApprover', 'countyFinance'] as const)(
    '%s of a county: that county',
    (one) => {
      expect(scopeOf([one], COUNTY)).toEqual({ counties: ['hongta'], city: null });
    },
  );

  it('a role at a place of another kind sees nothing: a leader of a county is no leader of the city', () => {
    expect(scopeOf(['leader'], COUNTY)).toEqual(NOTHING);
    expect(scopeOf(['countyOfficer'], CITY)).toEqual(NOTHING);
    for (const one of role.options) expect(scopeOf([one], OFFICE)).toEqual(NOTHING);
  });

  it('administrators and evaluators see nothing, wherever they sit', () => {
    const blind: Role[] = [
      'justiceOffice',
      'evaluator',
      'leadEvaluator',
      'systemAdministrator',
      'securityAdministrator',
      'auditAdministrator',
    ];
    for (const place of [CITY, COUNTY, OFFICE]) {
      expect(scopeOf(blind, place)).toEqual(NOTHING);
      expect(scopeOf([], place)).toEqual(NOTHING);
    }
  });
});
