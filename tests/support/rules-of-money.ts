import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import type { TestServer } from './server';

/** The rules of money that the running program itself finds broken, asked of the whole city as an officer does. */
export async function brokenRules(server: TestServer): Promise<unknown[]> {
  const answer = await server.request({ url: '/api/administration/invariants', as: 'officer-1' });
  const { rules } = answer.json<ResponseOf<typeof endpoints.readInvariants>>();
  if (rules.length < 12) throw new Error(`The live check asks only ${rules.length} rules.`);
  return rules.filter(({ holds }) => !holds);
}

/** In a `describe` whose tests act: after each of them the program finds every rule of money kept. */
export function afterEachEveryRuleHolds(serverOf: () => TestServer): void {
  afterEach(async () => {
    expect(await brokenRules(serverOf())).toEqual([]);
  });
}
