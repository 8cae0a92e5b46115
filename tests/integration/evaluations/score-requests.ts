import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import type { ScoreDesk, StoredEntry } from '@yuheng/shared/contract/score-sheets';
import type { TestAnswer, TestServer } from '../../support/server';

/** The finance re-check of 2025, which is being scored on the day of the demonstration. */
export const ROUND = nameBasedUuid('round/assistants/2025/financeEvaluation');
export const REMARK = { point: '台账不完整', fact: '3月缺记录', basis: '评分标准', page: '第3页' };

export interface Entering {
  readonly as: string;
  readonly county: string;
  readonly indicator: string;
  readonly version?: number;
}

/** What an evaluator does in the workspace. */
export interface ScoreRequests {
  desk(as: string): Promise<ScoreDesk>;
  enter(where: Entering, value: object | null, more?: object): Promise<TestAnswer>;
  confirm(as: string, entries: readonly object[], headers?: Record<string, string>): Promise<TestAnswer>;
  /** Marks everything of a county that people mark in full, and confirms what is computed. */
  complete(as: string, county: string): Promise<void>;
  submit(
    as: string,
    county: string,
    more?: { version?: number; key?: string; password?: string },
  ): Promise<TestAnswer>;
}

export function scoreRequests(server: TestServer): ScoreRequests {
  const url = `/api/evaluations/${ROUND}/score`;
  const desk = async (as: string): Promise<ScoreDesk> =>
    (await server.request({ url, as })).json<ScoreDesk>();
  const enter: ScoreRequests['enter'] = ({ as, county, indicator, version = 0 }, value, more = {}) =>
    server.request({
      method: 'PUT',
      url: `${url}/${county}/${indicator}`,
      as,
      headers: { 'if-match': `"${version}"` },
      body: { methodVersion: 1, value, remarks: [], ...more },
    });
  const confirm: ScoreRequests['confirm'] = (as, entries, headers = {}) =>
    server.request({
      method: 'POST',
      url: `${url}/confirmation`,
      as,
      headers,
      body: { methodVersion: 1, entries },
    });
  return {
    desk,
    enter,
    confirm,
    async complete(as, county) {
      const { counties, leaves } = await desk(as);
      const one = counties.find(({ id }) => id === county);
      const versionOf = (id: string): number =>
        one?.entries.find(({ indicator }: StoredEntry) => indicator === id)?.version ?? 0;
      for (const { id, marks } of leaves.filter(({ by }) => by === 'people'))
        await enter({ as, county, indicator: id, version: versionOf(id) }, { marks });
      const entries = Object.entries(one?.computed ?? {}).map(([indicator, { score }]) => ({
        county,
        indicator,
        version: versionOf(indicator),
        score,
      }));
      await confirm(as, entries);
    },
    async submit(as, county, { version, key, password = 'Yuheng-demo-2025' } = {}) {
      const seen = (await desk(as)).counties.find(({ id }) => id === county)?.sheet.version ?? 0;
      return server.request({
        method: 'POST',
        url: `${url}/${county}/submission`,
        as,
        headers: { 'if-match': `"${version ?? seen}"`, ...(key ? { 'idempotency-key': key } : {}) },
        body: { methodVersion: 1, password },
      });
    },
  };
}
