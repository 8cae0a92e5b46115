import type { AllocationSettings } from '../settings/allocation-settings';
import { CAREFUL_SETTINGS } from '../settings/settings-presets';
import { proposeSplit } from '../proposing/propose-split';
import { allocationQuestion } from './allocation-input';
import { infeasibilityInPosts } from './bound-contradictions';
import { GIVEN_EVIDENCE } from './given-evidence';
import { inPosts } from './in-posts';
import { resaidRefusals } from './resaid-refusals';

const FREE: AllocationSettings = { ...CAREFUL_SETTINGS, floor: 'none', maximumChange: null };

function infeasible(changes: Partial<AllocationSettings>) {
  const question = allocationQuestion(GIVEN_EVIDENCE, { ...FREE, ...changes });
  if (!question.ok) throw new Error(JSON.stringify(question.refusals));
  const proposed = proposeSplit(GIVEN_EVIDENCE, { ...FREE, ...changes }, 'quick');
  const said = infeasibilityInPosts(question.value);
  // What stands against the split is what the proposal is refused with.
  expect(proposed.ok ? [] : proposed.refusals).toEqual(said);
  return said;
}

describe('bounds that leave no split', () => {
  it('floors above the posts: by how many, in how many counties, and which could give way', () => {
    const bounds = [
      { county: 'hongta', floor: 100 },
      { county: 'eshan', floor: 52 },
    ];
    expect(infeasible({ bounds })).toEqual([
      {
        pointer: '/settings/bounds',
        detail: {
          zh: '各县（市、区）的下限（保底、年度最大调整）合计 152 个名额，多于可分配的 150 个：请将保底合计至少调低 2 个，最少涉及 1 个县（市、区）',
          en: 'The least posts of all counties (floors, maximum change) sum to 152, above the 150 to be split: lower floors by 2 in all, in at least 1 of the counties',
        },
      },
      {
        pointer: '/settings/bounds/0/floor',
        detail: {
          zh: '该县（市、区）的保底可由 100 个名额调至 98 个',
          en: 'The floor of this county can go from 100 to 98 posts',
        },
      },
    ]);
  });

  it('caps below the posts, and how far the maximum change would have to widen', () => {
    const capped = GIVEN_EVIDENCE.counties.map(({ county, lastPosts }) => ({ county, cap: lastPosts - 1 }));
    const [said, moved] = infeasible({ bounds: capped });
    expect(said?.detail.zh).toBe(
      '各县（市、区）的上限（封顶、年度最大调整）合计 141 个名额，少于可分配的 150 个，分不完：请将封顶合计至少调高 9 个',
    );
    expect(moved?.pointer).toMatch(/^\/settings\/bounds\/\d\/cap$/);
    const one = capped.slice(0, 6);
    const [withChange] = infeasible({ bounds: one, maximumChange: { parts: 1 } });
    expect(withChange?.detail.zh).toMatch(/，或将年度最大调整放宽到 2 个名额$/);
    const [withRatio] = infeasible({ bounds: one, maximumChange: { ratio: '0.1' } });
    expect(withRatio?.detail.zh).toMatch(/，或将年度最大调整放宽到 \d+%$/);
  });

  it('a method that needs a post for each county', () => {
    const few = {
      ...GIVEN_EVIDENCE,
      counties: GIVEN_EVIDENCE.counties.map((one, index) => ({ ...one, lastPosts: index === 0 ? 2 : 0 })),
    };
    const settings: AllocationSettings = {
      ...FREE,
      factors: [{ id: 'justiceOffices', weight: '1' }],
      method: 'adams',
    };
    const outcome = proposeSplit(few, settings, 'quick');
    expect(outcome.ok ? [] : outcome.refusals.map(({ detail }) => detail.zh)).toEqual([
      '该取整方法先给每个有份额的县（市、区）1 个名额，连同下限共需 9 个，可分配的只有 2 个：请改用最大余数法',
    ]);
  });

  it('names no county', () => {
    const said = infeasible({ bounds: [{ county: 'hongta', floor: 151 }] });
    expect(JSON.stringify(said.map(({ detail }) => detail))).not.toMatch(/hongta/);
  });
});

describe('what the engine refuses, said of counties and posts', () => {
  it('points into evidence and settings', () => {
    const question = allocationQuestion(GIVEN_EVIDENCE, CAREFUL_SETTINGS);
    if (!question.ok) throw new Error('The given evidence can be split.');
    const detail = { zh: '单位“x”缺少绩效得分，请补报', en: 'Unit "x" lacks a score; supply it' };
    const places = [
      '/units/3/score',
      '/policy/performance/weight',
      '/stability/runs',
      '/pool/posts',
      '/units',
    ];
    expect(
      resaidRefusals(
        places.map((pointer) => ({ pointer, detail })),
        question.value,
      ).map(({ pointer }) => pointer),
    ).toEqual([
      '/evidence/counties/3/score',
      '/settings/performance/weight',
      '/settings/firmness/runs',
      '/evidence',
      '/evidence/counties',
    ]);
    expect(resaidRefusals([{ pointer: '/units/3/score', detail }], question.value)[0]?.detail).toEqual({
      zh: '该县（市、区）缺少绩效得分，请补报',
      en: 'The county lacks a score; supply it',
    });
  });

  it.each([
    [
      { zh: '与其他 2 个单位并列，争 1 份，先给权重大者', en: 'tied with 2 other units for 1 part' },
      {
        zh: '与其他 2 个县（市、区）并列，争 1 个名额，先给权重大者',
        en: 'tied with 2 other counties for 1 post',
      },
    ],
    [
      { zh: '单位“甲”的份额为 0', en: 'The share of unit "甲" is 0' },
      { zh: '该县（市、区）的份额为 0', en: 'The share of the county is 0' },
    ],
    [
      { zh: '绩效系数', en: 'performance coefficient, partly' },
      { zh: '绩效系数', en: 'performance coefficient, partly' },
    ],
  ])('%j', (text, said) => {
    expect(inPosts(text)).toEqual(said);
  });
});
