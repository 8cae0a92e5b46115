import type { Answer } from '../api/client';
import { scoreTable } from './score-lines';

type Explained = Answer<'explainScore'>;
type Step = Explained['explanation'];

const step = (zh: string, result: string, children: Step[] = []): Step => ({
  label: { zh, en: zh },
  expression: '',
  result,
  records: [],
  children,
});
const leaf = (id: string, parent: string | null): Explained['score']['leaves'][number] => ({
  id,
  name: { zh: id, en: id },
  parent,
  marks: '10',
  ruleScore: '9.00',
  finalScore: '9.00',
  state: 'scored',
});

describe('the score table of the explain drawer', () => {
  const onPost = step('在岗率（满分10分）', '9.00', [step('规则', '')]);
  const wages = step('工资（满分10分）', '9.00', [step('规则', '')]);
  const answer = {
    run: {} as Explained['run'],
    score: {
      county: 'hongta',
      name: '红塔区',
      total: '18.00',
      grade: null,
      missing: [],
      leaves: [leaf('onPostRate', 'output'), leaf('wageTimeliness', 'output')],
    },
    explanation: step('总分', '18.00', [
      step('产出', '18.00', [onPost, wages]),
      step('各指标得分之和', '18.00'),
    ]),
    leaves: { onPostRate: onPost, wageTimeliness: wages },
  };

  it('lists each group before its indicators and knows which leaf a line is', () => {
    const { lines } = scoreTable(answer);
    expect(lines.map((line) => [line.depth, line.leaf?.id ?? null])).toEqual([
      [0, null],
      [1, 'onPostRate'],
      [1, 'wageTimeliness'],
    ]);
  });

  it('keeps what closes the sum apart from the indicators', () => {
    expect(scoreTable(answer).closing.map((one) => one.label.zh)).toEqual(['各指标得分之和']);
  });
});
