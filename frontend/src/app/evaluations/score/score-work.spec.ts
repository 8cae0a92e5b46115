import type { ScoreDesk } from '@yuheng/shared/contract/score-sheets';
import { ApiProblem } from '../../api/api-problem';
import { ScoreWork } from './score-work';

const LEAVES: ScoreDesk['leaves'] = [
  {
    id: 'satisfaction',
    section: 'benefit',
    name: { zh: '满意度', en: 'Satisfaction' },
    criteria: null,
    unit: null,
    marks: '5',
    rule: { kind: 'evaluator', aggregate: 'mean' },
    by: 'people',
  },
  {
    id: 'onPostRate',
    section: 'output',
    name: { zh: '在岗率', en: 'On-post rate' },
    criteria: null,
    unit: { zh: '%', en: '%' },
    marks: '15',
    rule: { kind: 'proportional', target: '95', direction: 'atLeast' },
    by: 'program',
  },
];
const SHEET: ScoreDesk['counties'][number]['sheet'] = {
  state: 'open',
  version: 0,
  submittedAt: null,
  signedName: null,
  sha256: null,
  reopenReason: null,
};
const DESK: ScoreDesk = {
  program: 'assistants',
  year: 2025,
  asOf: '2026-03-20',
  demonstration: true,
  round: '00000000-0000-4000-8000-000000000001',
  kind: 'financeEvaluation',
  methodVersion: 1,
  methodName: { zh: '办法', en: 'method' },
  scoreDecimals: 2,
  scoreBy: null,
  closed: null,
  lastYear: null,
  sections: [],
  leaves: LEAVES,
  counties: ['hongta', 'eshan'].map((id) => ({
    id,
    name: id,
    asked: ['satisfaction', 'onPostRate'],
    sheet: SHEET,
    entries: [],
    computed: { onPostRate: { score: '14.50', state: 'scored', actual: '91.83' } },
    lastYear: {},
    openRequests: 0,
  })),
  undeclared: [],
};
const BOX = { county: 'hongta', leaf: 'satisfaction' };
const COMPUTED = { county: 'hongta', leaf: 'onPostRate' };
const DRAFT = { text: '', choice: '', met: [], documentNumber: '', remarks: [] };
const entryOf = (indicator: string, version: number, value: object) => ({
  indicator,
  version,
  value,
  remarks: [],
  confirmed: false,
  updatedAt: null,
});

/** A desk whose server answers by the name of the call. */
function work(answers: Record<string, (options: { body?: unknown }) => unknown>): {
  work: ScoreWork;
  asked: string[];
} {
  const asked: string[] = [];
  const call = async (name: string, options: { body?: unknown }): Promise<unknown> => {
    asked.push(name);
    return answers[name]?.(options);
  };
  return { work: new ScoreWork({ call } as never, DESK, 'evaluator-3'), asked };
}

describe('an evaluator’s desk', () => {
  beforeEach(() => sessionStorage.clear());

  it('says what is left in human terms, and goes on saying it while somebody types', () => {
    const { work: desk } = work({});
    expect(desk.remaining().zh).toBe('需人工打分 2 项，已完成 0；系统计算 2 项，待确认 2。');
    desk.type(BOX, { ...DRAFT, text: '5' });
    expect(desk.remaining().zh).toBe('需人工打分 2 项，已完成 1；系统计算 2 项，待确认 2。');
    desk.queue.stop();
  });

  it('adds up what is there: computed scores, and marks as they are typed', () => {
    const { work: desk } = work({});
    desk.type(BOX, { ...DRAFT, text: '４．５' });
    expect(desk.total('hongta')).toEqual({ sum: '19.00', of: '20', without: 0 });
    expect(desk.total('eshan')).toEqual({ sum: '14.50', of: '15', without: 1 });
    desk.queue.stop();
  });

  it('keeps what was typed, and what is wrong waits and says why', async () => {
    const { work: desk, asked } = work({
      saveScoreEntry: () => ({ county: 'hongta', entry: entryOf('satisfaction', 1, { marks: '4' }) }),
    });
    desk.type(BOX, { ...DRAFT, text: '6' });
    await desk.queue.flush();
    expect(asked).toEqual([]);
    expect(desk.refusals(BOX)[0]?.detail.zh).toBe('打分应当在0至5分之间，现为6，请改正。');
    desk.type(BOX, { ...DRAFT, text: '4' });
    await desk.queue.flush();
    expect(asked).toEqual(['saveScoreEntry']);
    expect(desk.entry(BOX)?.version).toBe(1);
    expect(desk.queue.state()).toBe('saved');
  });

  it('what another window kept stands beside what was typed here', async () => {
    const { work: desk } = work({
      saveScoreEntry: () => {
        throw new ApiProblem('conflict', 409, {
          title: { zh: '冲突', en: 'conflict' },
          detail: { zh: '', en: '' },
        });
      },
      readScoreFacts: () => ({ entry: entryOf('satisfaction', 1, { marks: '3' }) }),
    });
    desk.type(BOX, { ...DRAFT, text: '4' });
    await desk.queue.flush();
    expect(desk.queue.of('hongta/satisfaction')?.state).toBe('conflict');
    expect(desk.draft(BOX).text).toBe('4');
    expect(desk.entry(BOX)?.value).toEqual({ marks: '3' });
    desk.queue.stop();
  });

  it('confirms what is seen, and asks again once the figure is another one', async () => {
    const sent: unknown[] = [];
    const { work: desk } = work({
      confirmComputedScores: ({ body }) => {
        sent.push(body);
        const entry = { ...entryOf('onPostRate', 1, { computed: '14.50' }), confirmed: true };
        return { entries: [{ county: 'hongta', entry }] };
      },
    });
    expect(desk.toConfirm([BOX, COMPUTED])).toEqual([COMPUTED]);
    await desk.confirm([COMPUTED]);
    expect(sent).toEqual([
      {
        methodVersion: 1,
        entries: [{ county: 'hongta', indicator: 'onPostRate', version: 0, score: '14.50' }],
      },
    ]);
    expect(desk.isConfirmed(COMPUTED)).toBe(true);
    expect(desk.toConfirm([COMPUTED])).toEqual([]);
  });
});
