import { nameBasedUuid } from '@yuheng/backend/demonstration/name-based-uuid';
import type { Page } from 'playwright-core';
import { given } from '../api/requests';
import type { TabOptions, Web } from '../support/web';
import type { PageCase } from './page-case';

const RECHECK = nameBasedUuid('round/assistants/2025/financeEvaluation');

interface Ids {
  readonly RUN: string;
  readonly ALLOCATION: string;
  readonly SURVEY: string;
  readonly SCENARIO: string;
  readonly DECISION: string;
}

const IDS = new WeakMap<Web, Promise<Ids>>();

async function idsOf(web: Web): Promise<Ids> {
  const { finalisedRun, allocationRun } = await given(web.server);
  const SCENARIO = await scenarioOf(web);
  return {
    ...{ RUN: finalisedRun, ALLOCATION: allocationRun, SURVEY: await surveyToken(web) },
    ...{ SCENARIO, DECISION: await submitted(web, SCENARIO) },
  };
}

/** The scenario of the demonstration. */
async function scenarioOf({ server }: Web): Promise<string> {
  const url = '/api/allocation-scenarios?program=assistants&year=2026';
  const { scenarios } = (await server.request({ url, as: 'officer-1' })).json<{
    scenarios: { id: string }[];
  }>();
  return scenarios[0]?.id ?? '';
}

/** The same as it was submitted to be decided. */
async function submitted({ server }: Web, scenario: string): Promise<string> {
  const answer = await server.request({
    ...{ method: 'POST', url: '/api/allocation-decisions', as: 'officer-1' },
    body: { scenario, amends: '玉司发〔2014〕67号', corrects: null },
  });
  return answer.json<{ id: string }>().id;
}

/** The link of a survey that is open, as an evaluator makes one. */
async function surveyToken({ server }: Web): Promise<string> {
  const surveys = `/api/evaluations/${RECHECK}/fieldwork/tonghai/surveys`;
  const say = (url: string, body?: object) =>
    server.request({ method: 'POST', url, as: 'evaluator-1', body });
  const about = { indicator: 'satisfaction', title: '协勤人员满意度问卷', audience: '协勤人员' };
  const survey = await say(surveys, {
    ...{ kind: 'online', ...about, questions: ['您对工资发放是否满意？'], closesOn: '2026-03-31' },
  });
  const made = await say(`${surveys}/${survey.json<{ id: string }>().id}/links?count=1`);
  return made.json<{ links: { path: string }[] }>().links[0]?.path.split('/').at(-1) ?? '';
}

/** Opens a case as who is to open it. */
export async function openCase(
  web: Web,
  { place, signedOut, refused, as = 'leader' }: PageCase,
  options: TabOptions,
): Promise<Page> {
  const known = IDS.get(web) ?? idsOf(web);
  IDS.set(web, known);
  const ids = await known;
  const whole = place
    .replace('RUN', ids.RUN)
    .replace('ALLOCATION', ids.ALLOCATION)
    .replace('SURVEY', ids.SURVEY)
    .replace('SCENARIO', ids.SCENARIO)
    .replace('DECISION', ids.DECISION);
  const tab = await web.turn(whole, { ...(signedOut ? {} : { as }), ...options });
  if (refused) tab.expect(refused);
  return tab.page;
}
