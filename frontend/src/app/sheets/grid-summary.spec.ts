import type { SheetGrid } from '@yuheng/shared/contract/sheets';
import { summaryOf } from './grid-summary';

type GridSheet = SheetGrid['counties'][number]['sheets'][number];
const sheet = (stage: GridSheet['stage'], state: GridSheet['state']): GridSheet => ({
  ...{ month: '2026-02', stage, state, dueOn: '2026-03-08', submittedOn: null, approvedOn: null },
  ...{ filled: 0, asked: 5, passed: 0, failed: 0, notApplicable: 0, unchanged: false, version: 1 },
});

describe('the sentence over a grid', () => {
  it('counts late ones among the submitted, and what is not due among neither', () => {
    const sheets = [
      sheet('approved', 'reported'),
      sheet('submitted', 'late'),
      sheet('open', 'missing'),
      sheet('open', 'notDue'),
    ];
    const counties = [{ id: 'hongta', name: '红塔区', sheets }];
    expect(summaryOf({ counties })).toEqual({
      ...{ due: 3, reported: 2, late: 1, approved: 1, missing: 1, notDue: 1 },
    });
  });
});
