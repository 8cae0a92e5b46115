import { givenServer, openPage, said } from '../testing';
import { AssignmentsPage } from './assignments-page';

const assignment = (changes: object) => ({
  ...{
    round: 'r',
    program: 'assistants',
    year: 2025,
    kind: 'financeEvaluation',
    county: 'hongta',
    name: '红塔区',
  },
  ...{ marksGiven: 0, finalised: false, ...changes },
});
async function open(assignments: readonly object[]) {
  givenServer({
    'GET /api/session': { body: { account: null, demonstration: null } },
    'GET /api/assignments': { body: { assignments } },
  });
  return openPage(AssignmentsPage, '/assignments');
}

describe('what is assigned to an evaluator', () => {
  it('stands county by county with the own marks given, and in one sentence', async () => {
    const page = await open([
      assignment({ marksGiven: 2 }),
      assignment({ county: 'yimen', name: '易门县', finalised: true }),
    ]);
    const rows = [...page.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((one) => said(one)),
    );
    expect(rows).toEqual([
      ['红塔区', '2025年 协勤经费 财政评价', '已打 2 项', '评价中'],
      ['易门县', '2025年 协勤经费 财政评价', '尚未打分', '已定案'],
    ]);
    expect(said(page.querySelector('.headline'))).toBe('共 2 项评分任务，其中 1 项已定案。');
  });

  it('says honestly when there is nothing, and whom to ask', async () => {
    expect(said(await open([]))).toContain('目前没有分派给您的评分任务');
  });
});
