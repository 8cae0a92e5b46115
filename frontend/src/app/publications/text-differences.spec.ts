import type { ReadText } from '@yuheng/shared/contract/publications';
import { differencesOf } from './text-differences';

type Program = ReadText['programs'][number];

const program = (id: Program['program'], name: string, amounts: Record<string, number>): Program => ({
  ordinal: 1,
  name,
  program: id,
  totalFen: Object.values(amounts).reduce((sum, fen) => sum + fen, 0),
  statedTotal: null,
  policyBases: [],
  implementingUnits: '',
  plan: '',
  results: '',
  amounts: Object.entries(amounts).map(([county, fen]) => ({
    county,
    name: county,
    nameAsPrinted: county,
    fen,
    numeralAsPrinted: '',
    unit: '元',
    sentence: '',
    line: 1,
    posts: null,
  })),
});

describe('the differences between two official texts', () => {
  const old = [program('assistants', '协勤', { hongta: 300, yimen: 168 })];

  it('are none when every county has the same amount, whatever the project is called', () => {
    expect(differencesOf(old, [program('assistants', '协勤人员经费', { yimen: 168, hongta: 300 })])).toEqual(
      [],
    );
  });

  it('name both amounts where a county has another', () => {
    expect(differencesOf(old, [program('assistants', '协勤', { hongta: 312, yimen: 168 })])).toEqual([
      { program: '协勤', county: 'hongta', before: 300, after: 312 },
    ]);
  });

  it('say what only one of the texts has, and never call it zero', () => {
    const now = [
      program('assistants', '协勤', { hongta: 300 }),
      program('mediation', '一案一补', { hongta: 180 }),
    ];
    expect(differencesOf(old, now)).toEqual([
      { program: '一案一补', county: 'hongta', before: null, after: 180 },
      { program: '协勤', county: 'yimen', before: 168, after: null },
    ]);
  });
});
