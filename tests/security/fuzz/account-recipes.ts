import type { Kitchen, Recipes } from './recipe';

const AS = 'system-admin';
const URL = '/api/administration/accounts';
const NAMED = { name: '演示丙', roles: ['countyOfficer'], place: 'eshan' };

/** Accounts that nobody signs in with, one for each act that uses it up. */
export async function accountRecipes({ say }: Kitchen): Promise<Recipes> {
  const add = async (username: string): Promise<string> =>
    (await say<{ account: { id: string } }>(URL, AS, { ...NAMED, username })).account.id;
  const of = async (name: string) => ({
    account: await add(`fuzz-${name}`),
    version: 1,
    reason: '例行检查',
  });
  return {
    changeAccount: { as: AS, values: { ...NAMED, ...(await of('changed')), openIdSubject: null } },
    disableAccount: { as: AS, values: await of('disabled') },
    resetPassword: { as: AS, values: await of('reset') },
  };
}
