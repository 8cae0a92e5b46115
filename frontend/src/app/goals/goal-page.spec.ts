import { TestBed } from '@angular/core/testing';
import type { GoalRecord } from '@yuheng/shared/contract/goals';
import { draftGoal } from '@yuheng/shared/domain/goals/draft-goal';
import { GOAL_STAGE_NAMES, type GoalStage } from '@yuheng/shared/domain/goals/goal-stages';
import { fen } from '@yuheng/shared/domain/money/fen';
import { DEFAULT_LIGHT_SETTINGS } from '@yuheng/shared/domain/monitoring/light';
import { Session } from '../api/session';
import { givenServer, openPage, said } from '../testing';
import { GoalPage } from './goal-page';

const TABLE = draftGoal({
  countyName: '红塔区',
  year: 2026,
  posts: 25,
  perPostMonth: fen(100_000),
  targets: DEFAULT_LIGHT_SETTINGS.targets,
});
/** The address is the path of the route as it is written, so that it is its own parameter. */
const ADDRESS = '/:county';
const URL = '/api/goals/assistants/%3Acounty/2026';

const record = (stage: GoalStage, more: Partial<GoalRecord> = {}): GoalRecord => ({
  ...{ program: 'assistants', year: 2026, asOf: '2026-03-20', demonstration: true },
  ...{
    county: 'hongta',
    countyName: '红塔区',
    version: 1,
    stage,
    stageName: GOAL_STAGE_NAMES[stage],
    lock: 3,
  },
  table: { ...TABLE, indicators: [...TABLE.indicators] },
  ...{ issued: null, refusals: [], returnReason: null, events: [], acts: [] },
  ...more,
});

async function open(body: GoalRecord, answers: Record<string, object> = {}) {
  const { sent } = givenServer({
    'GET /api/session': {
      body: {
        account: {
          ...{ username: 'clerk', name: '经办人', roles: ['countyOfficer'] },
          place: { id: 'hongta', kind: 'county', name: '红塔区' },
        },
        demonstration: null,
      },
    },
    [`GET ${URL}`]: { body },
    ...answers,
  });
  await TestBed.inject(Session).load();
  const page = await openPage(GoalPage, `${ADDRESS}?program=assistants&year=2026`);
  return { page, sent };
}

describe('the page of a county’s goals', () => {
  it('shows who may not write it the official table alone, in the order of the form', async () => {
    const { page } = await open(record('issued'));
    const table = page.querySelector('table.official');
    expect(said(table?.querySelector('caption'))).toContain('项目支出绩效目标表');
    expect(page.querySelectorAll('input, select, textarea')).toHaveLength(0);
    const groups = Array.from(table?.querySelectorAll('th.group') ?? []).map((cell) => said(cell));
    expect(groups).toEqual(['产出指标', '成本指标', '效益指标', '满意度指标']);
    expect(said(table)).toContain('红塔区司法局');
  });

  it('sends what was typed in 元 as 分, with the sum as the total and the version that was read', async () => {
    const draft = record('open', { acts: ['save', 'submit'] });
    const { page, sent } = await open(draft, { [`PUT ${URL}`]: { body: { ...draft, lock: 4 } } });
    const part = page.querySelector<HTMLInputElement>('#fund-countyPart');
    if (!part) throw new Error('There is no field of the county part.');
    part.value = '1,200.50';
    part.dispatchEvent(new Event('change'));
    await settle();
    const save = Array.from(page.querySelectorAll('button')).find((one) => said(one) === '保存');
    save?.click();
    await settle();
    const put = sent.find(({ method }) => method === 'PUT');
    expect(put?.headers.get('if-match')).toBe('"3"');
    expect((put?.body as GoalRecord['table']).funds).toEqual({
      total: 30_120_050,
      cityGrant: 30_000_000,
      countyPart: 120_050,
      other: 0,
    });
  });
});

/** Waits for answers that come one after the other. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((done) => setTimeout(done));
}
