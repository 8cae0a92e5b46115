import type { EntityManager } from 'typeorm';
import { FactsQueries } from './facts.queries';

/** A transaction whose scope has so many counties, all of them with posts, as row security would show them. */
function transactionOf(count: number) {
  const all = Array.from({ length: count }, (_, place) => `county-${String(place).padStart(4, '0')}`);
  let scope = all.join(',');
  const scopes: number[] = [];
  const query = (text: string, values: readonly unknown[] = []): Promise<unknown> => {
    const rows = scope.split(',').map((county) => ({ county }));
    if (text.includes('set_config')) scope = String(values[0]);
    else if (text.includes('current_setting')) return Promise.resolve([{ scope }]);
    else if (text.includes('as movements')) scopes.push(rows.length);
    return Promise.resolve(rows);
  };
  return { tx: { query } as unknown as EntityManager, all, scopes, scope: () => scope };
}

describe('the facts of every county of a scope', () => {
  it('are read a hundred counties at a time, each once, and the scope is left as it was', async () => {
    const { tx, all, scopes, scope } = transactionOf(250);
    const before = scope();
    const rows = await new FactsQueries().ofYearInPortions(tx, {
      program: 'assistants',
      year: 2025,
      round: null,
    });
    expect(rows.map(({ county }) => county)).toEqual(all);
    expect(scopes).toEqual([100, 100, 50]);
    expect(scope()).toBe(before);
  });

  it('of a city are read at once, under the scope of the transaction', async () => {
    const { tx, all, scopes } = transactionOf(9);
    const rows = await new FactsQueries().ofYearInPortions(tx, {
      program: 'assistants',
      year: 2025,
      round: null,
    });
    expect([rows.length, scopes]).toEqual([all.length, [9]]);
  });
});
