import { role } from '@yuheng/shared/contract/roles';
import { scopeOf } from './sessions.repository';

const ME = { account_id: 'me' };
const CITY = { ...ME, place_kind: 'city', city_id: '530400', counties: ['hongta', 'yimen'] };
const COUNTY = { ...ME, place_kind: 'county', city_id: '530400', counties: ['hongta'] };
const OFFICE = { ...ME, place_kind: 'office', city_id: '530400', counties: [] };
const NOTHING = { counties: [], city: null, account: 'me', duties: [] };

describe('how far an account sees', () => {
  it.each(['leader', 'programOfficer', 'inspector', 'finance'] as const)(
    '%s of the city: all of it',
    (one) => {
      expect(scopeOf([one], CITY)).toEqual({ ...NOTHING, counties: ['hongta', 'yimen'], city: '530400' });
    },
  );

  it('who reads the city reads it from the province and from the nation too', () => {
    for (const place_kind of ['province', 'nation'])
      expect(scopeOf(['leader'], { ...CITY, place_kind })).toEqual(scopeOf(['leader'], CITY));
  });

  it.each(['countyOfficer', 'countyApprover', 'countyFinance'] as const)(
    '%s of a county: that county',
    (one) => {
      expect(scopeOf([one], COUNTY)).toEqual({ ...NOTHING, counties: ['hongta'] });
    },
  );

  it('a role at a place of another kind sees nothing: a leader of a county is no leader of the city', () => {
    expect(scopeOf(['leader'], COUNTY)).toEqual(NOTHING);
    expect(scopeOf(['countyOfficer'], CITY)).toEqual(NOTHING);
    for (const one of role.options)
      expect(scopeOf([one], OFFICE)).toMatchObject({ counties: [], city: null });
  });

  it('administrators and evaluators see nothing, wherever they sit', () => {
    for (const place of [CITY, COUNTY, OFFICE]) {
      expect(scopeOf(['justiceOffice', 'evaluator', 'leadEvaluator'], place)).toEqual(NOTHING);
      expect(scopeOf(['systemAdministrator'], place)).toEqual({ ...NOTHING, duties: ['accounts'] });
      expect(scopeOf(['securityAdministrator'], place)).toEqual({ ...NOTHING, duties: ['security'] });
      expect(scopeOf(['auditAdministrator'], place)).toEqual({ ...NOTHING, duties: ['audit'] });
      expect(scopeOf([], place)).toEqual(NOTHING);
    }
  });
});
