import { proposeSplit } from '@yuheng/shared/domain/allocation/proposing/propose-split';
import { GIVEN_EVIDENCE } from '@yuheng/shared/domain/allocation/evidence/given-evidence';
import { CAREFUL_SETTINGS } from '@yuheng/shared/domain/allocation/settings/settings-presets';
import type { Reading } from '../charts/reading';
import { lookOf } from '../charts/look';
import { GIVEN_QUESTION } from './given-question';
import { chartedSplit, isSameChart, splitChart } from './split-charts';
import { splitRows } from './split-rows';

const reading: Reading = {
  text: (key, values) => `${key}${values ? ` ${JSON.stringify(values)}` : ''}`,
  said: ({ zh }) => zh,
  language: 'zh-CN',
  unit: '万元',
  look: lookOf('light'),
};
const outcome = proposeSplit(GIVEN_EVIDENCE, CAREFUL_SETTINGS, 'quick');
if (!outcome.ok) throw new Error('The given evidence gives a split.');
const proposal = outcome.value;

describe('the chart of a split', () => {
  const rows = splitRows(GIVEN_QUESTION, proposal);

  it('says in its sentence how many counties stay, gain and give up, with the label of a draft', () => {
    const chart = splitChart(chartedSplit(rows, proposal), reading);
    const values = JSON.parse(/\{.*\}$/.exec(chart?.summary ?? '')?.[0] ?? '{}');
    expect(values.same + values.more + values.fewer).toBe(9);
    expect(values.posts).toBe(150);
    expect(values.label).toBe('allocations.draft');
  });

  it('has a row of its table for every county, in official order', () => {
    const table = splitChart(chartedSplit(rows, proposal), reading)?.table;
    expect(table?.rows.map(([name]) => name)).toEqual(GIVEN_QUESTION.counties.map(({ name }) => name));
    expect(table?.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });

  it('is not drawn for more counties than can be read', () => {
    const many = Array.from({ length: 41 }, () => rows[0]).flatMap((row) => (row ? [row] : []));
    expect(splitChart(chartedSplit(many, proposal), reading)).toBeNull();
  });

  it('keeps every county in the table where nothing is proposed', () => {
    const kept = splitRows(GIVEN_QUESTION, null);
    expect(kept.map(({ lastPosts, proposed }) => [lastPosts, proposed])).toEqual(
      GIVEN_EVIDENCE.counties.map(({ lastPosts }) => [lastPosts, null]),
    );
  });

  it('is the same chart where another proposal leaves every post where it is, and another where one moves', () => {
    const charted = chartedSplit(rows, proposal);
    const elsewhere = { ...proposal, counties: proposal.counties.map((one) => ({ ...one, steps: [] })) };
    expect(isSameChart(charted, chartedSplit(splitRows(GIVEN_QUESTION, elsewhere), elsewhere))).toBe(true);
    const [first, ...rest] = proposal.counties;
    if (!first) throw new Error('The given evidence has counties.');
    const moved = { ...proposal, counties: [{ ...first, part: first.part + 1 }, ...rest] };
    expect(isSameChart(charted, chartedSplit(splitRows(GIVEN_QUESTION, moved), moved))).toBe(false);
    expect(isSameChart(charted, null)).toBe(false);
  });
});
