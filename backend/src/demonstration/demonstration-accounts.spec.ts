import { demonstrationAccounts } from './demonstration-accounts';
import { FIXTURE_COUNTIES } from './demonstration-fixture';

const { accounts, credentials, roles } = demonstrationAccounts('530400', FIXTURE_COUNTIES, 'the hash');
const roleOf = (username: string): string | undefined => {
  const account = accounts.find((one) => one.username === username);
  return roles.find(({ accountId }) => accountId === account?.accountId)?.role;
};

describe('demonstrationAccounts', () => {
  it.each([
    ['leader', 'leader', '530400'],
    ['officer-1', 'programOfficer', '530400'],
    ['officer-2', 'programOfficer', '530400'],
    ['inspector', 'inspector', '530400'],
    ['inspector-2', 'inspector', '530400'],
    ['finance', 'finance', '530400'],
    ['county-hongta', 'countyOfficer', 'hongta'],
    ['county-hongta-approver', 'countyApprover', 'hongta'],
    ['county-yuanjiang-finance', 'countyFinance', 'yuanjiang'],
    ['office-hongta-1', 'justiceOffice', 'first-office-of-hongta'],
    ['lead-evaluator', 'leadEvaluator', '530400'],
    ['evaluator-1', 'evaluator', '530400'],
    ['evaluator-2', 'evaluator', '530400'],
    ['evaluator-3', 'evaluator', '530400'],
    ['system-admin', 'systemAdministrator', '530400'],
    ['security-admin', 'securityAdministrator', '530400'],
    ['audit-admin', 'auditAdministrator', '530400'],
  ])('makes %s a %s at %s', (username, role, placeId) => {
    expect(roleOf(username)).toBe(role);
    expect(accounts.find((one) => one.username === username)?.placeId).toBe(placeId);
  });

  it('makes thirteen accounts of the city and four of each county, each with one role', () => {
    expect(accounts).toHaveLength(13 + 9 * 4);
    expect(new Set(accounts.map(({ username }) => username)).size).toBe(accounts.length);
    expect(new Set(roles.map(({ accountId }) => accountId)).size).toBe(accounts.length);
  });

  it('marks each as demonstration, open to sign in, with the hash that it was given and that need not be changed', () => {
    for (const account of accounts) {
      expect(account).toMatchObject({ demonstration: true, disabledAt: null, enteredBy: null });
      expect(account.approvedAt).not.toBeNull();
      expect(account.name.startsWith('演示·')).toBe(true);
      expect(credentials.find(({ accountId }) => accountId === account.accountId)).toMatchObject({
        passwordHash: 'the hash',
        mustChange: false,
      });
    }
    expect(credentials).toHaveLength(accounts.length);
  });
});
