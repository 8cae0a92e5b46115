import * as fc from 'fast-check';
import type { AllocationSettings } from '../settings/allocation-settings';
import { CAREFUL_SETTINGS } from '../settings/settings-presets';
import { proposeSplit } from '../proposing/propose-split';
import { allocationQuestion } from './allocation-input';
import { GIVEN_EVIDENCE } from './given-evidence';
import { inPosts } from './in-posts';
import { resaidRefusals } from './resaid-refusals';
import { infeasibilityInPosts } from './unmet-bounds';

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
          zh: '各县（市、区）的下限（保底、年度最大调整、不参加再分配的名额）合计 152 个名额，比可分配的 150 个多 2 个；其中单独规定保底的 2 个县（市、区）合计 152 个。请将单独规定的保底合计至少调低 2 个，最少涉及 1 个县（市、区）',
          en: 'The least posts of all counties (floors, maximum change, posts that stay) sum to 152, 2 above the 150 to be split; the floors stated for 2 counties alone sum to 152. You may lower stated floors by 2 in all, in one county at least',
        },
      },
      {
        pointer: '/settings/bounds/0/floor',
        detail: {
          zh: '单独规定的保底 100 个名额，可调至 98 个',
          en: 'the stated floor of 100 posts can go to 98',
        },
      },
      {
        pointer: '/settings/bounds/1/floor',
        detail: { zh: '单独规定的保底 52 个名额', en: 'the stated floor of 52 posts' },
      },
    ]);
  });

  it('never advises to go below the persons who are verifiably on post, nor names a floor that does not bind', () => {
    // The verified floors sum to 142; the largest of them, 24, is of a county for which nothing is stated.
    const said = infeasible({
      floor: 'verifiedAverage',
      bounds: [
        { county: 'xinping', floor: 3 },
        { county: 'chengjiang', floor: 18 },
      ],
    });
    expect(said.map(({ pointer, detail }) => [pointer, detail.zh])).toEqual([
      [
        '/settings/bounds',
        '各县（市、区）的下限（保底、年度最大调整、不参加再分配的名额）合计 151 个名额，比可分配的 150 个多 1 个；其中单独规定保底的 1 个县（市、区）合计 18 个。请将单独规定的保底合计至少调低 1 个，最少涉及 1 个县（市、区）',
      ],
      ['/settings/bounds/1/floor', '单独规定的保底 18 个名额，可调至 17 个'],
    ]);
  });

  it('the way out does, and one post less of it does not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: 0, max: 60 })), { minLength: 9, maxLength: 9 }),
        fc.constantFrom<Partial<AllocationSettings>>(
          {},
          { floor: 'verifiedAverage' },
          { movablePosts: 40 },
          { maximumChange: { parts: 60 }, movablePosts: 12 },
        ),
        fc.constantFrom('floor' as const, 'cap' as const),
        (stated, changes, key) => {
          const bounds = GIVEN_EVIDENCE.counties.flatMap(({ county }, index) => {
            const posts = stated[index] ?? null;
            return posts === null ? [] : [{ county, [key]: posts }];
          });
          const settings = { ...FREE, ...changes, bounds };
          const question = allocationQuestion(GIVEN_EVIDENCE, settings);
          if (!question.ok) return;
          const [, ...lines] = infeasibilityInPosts(question.value);
          const moved = (shortBy: number) => {
            let missing = shortBy;
            const after = bounds.map((one, place) => {
              const line = lines.find(({ pointer }) => pointer === `/settings/bounds/${place}/${key}`);
              const [, to] = /可调至 (\d+) 个/.exec(line?.detail.zh ?? '') ?? [];
              if (to === undefined) return one;
              const less = missing * (key === 'floor' ? 1 : -1);
              missing = 0;
              return { ...one, [key]: Number(to) + less };
            });
            return proposeSplit(GIVEN_EVIDENCE, { ...settings, bounds: after }, 'quick').ok;
          };
          if (lines.length === 0) return;
          expect(moved(0)).toBe(true);
          expect(moved(1)).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('names twelve counties and counts the others', () => {
    const many = {
      ...GIVEN_EVIDENCE,
      counties: Array.from({ length: 30 }, (_, index) => ({
        ...(GIVEN_EVIDENCE.counties[0] ?? { lastPosts: 0, lastFen: 0 }),
        county: `county-${String(index).padStart(2, '0')}`,
      })) as typeof GIVEN_EVIDENCE.counties,
    };
    const bounds = many.counties.map(({ county }) => ({ county, floor: 26 }));
    const outcome = proposeSplit(many, { ...FREE, bounds }, 'quick');
    const said = outcome.ok ? [] : outcome.refusals;
    expect(said).toHaveLength(14);
    expect(said.at(-1)?.detail.zh).toBe('另有 18 个县（市、区）单独规定了保底，没有一一列出');
  });

  it('caps below the posts, and how far the maximum change would have to widen', () => {
    const capped = GIVEN_EVIDENCE.counties.map(({ county, lastPosts }) => ({ county, cap: lastPosts - 1 }));
    const [said, ...lines] = infeasible({ bounds: capped });
    expect(said?.detail.zh).toBe(
      '各县（市、区）的上限（封顶、年度最大调整）合计 141 个名额，比可分配的 150 个少 9 个，分不完；其中单独规定封顶的 9 个县（市、区）合计 141 个。请将单独规定的封顶合计至少调高 9 个，最少涉及 1 个县（市、区）',
    );
    expect(lines).toHaveLength(9);
    expect(lines[0]?.detail.zh).toMatch(/^单独规定的封顶 \d+ 个名额，可调至 \d+ 个$/);
    const one = capped.slice(0, 6);
    const [withChange] = infeasible({ bounds: one, maximumChange: { parts: 1 } });
    expect(withChange?.detail.zh).toMatch(/，或将年度最大调整放宽到 2 个名额$/);
    const [withRatio] = infeasible({ bounds: one, maximumChange: { ratio: '0.1' } });
    expect(withRatio?.detail.zh).toMatch(/，或将年度最大调整放宽到 \d+%$/);
  });

  it('a county without any share takes nothing, whatever the caps of the others: that is said', () => {
    const counties = GIVEN_EVIDENCE.counties.map((one, index) => ({
      ...one,
      justiceOffices: index === 0 ? 3 : 0,
    }));
    const settings: AllocationSettings = {
      ...FREE,
      factors: [{ id: 'justiceOffices', weight: '1' }],
      bounds: [{ county: 'hongta', cap: 40 }],
      maximumChange: { parts: 20 },
      movablePosts: 150,
    };
    const outcome = proposeSplit({ ...GIVEN_EVIDENCE, counties }, settings, 'quick');
    expect(outcome.ok ? [] : outcome.refusals.map(({ detail }) => detail.zh)).toEqual([
      expect.stringContaining('份额为 0 的县（市、区）分不到名额'),
      '单独规定的封顶 40 个名额',
    ]);
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
