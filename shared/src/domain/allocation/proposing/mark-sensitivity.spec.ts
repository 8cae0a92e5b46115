import type { AllocationEvidence, LeafEvidence } from '../evidence/allocation-evidence';
import { GIVEN_EVIDENCE, withCounty } from '../evidence/given-evidence';
import type { AllocationSettings } from '../settings/allocation-settings';
import { ALLOCATION_PRESETS, CAREFUL_SETTINGS, type AllocationPresetId } from '../settings/settings-presets';
import type { AllocationProposal, MarkSensitivity } from './allocation-proposal';
import { proposeSplit } from './propose-split';
import { printRounded, rational } from '../../numbers/rational';

const SETTINGS: AllocationSettings = {
  ...CAREFUL_SETTINGS,
  firmness: { ...CAREFUL_SETTINGS.firmness, runs: 100 },
};
const preset = (id: AllocationPresetId): AllocationSettings => ({
  ...SETTINGS,
  performance: ALLOCATION_PRESETS.find((one) => one.id === id)?.settings.performance ?? { mode: 'none' },
});
const THIRTY = preset('performance30');
const TEN = preset('performance10');

function proposed(settings: AllocationSettings, evidence = GIVEN_EVIDENCE): AllocationProposal {
  const outcome = proposeSplit(evidence, settings, 'whole');
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

/** The evidence with one mark of one leaf changed, and the leaf's score worked out by hand: documents mean, duty median. */
function withMark(evidence: AllocationEvidence, { county, indicator, place, to }: MarkSensitivity) {
  const own = evidence.counties.find((one) => one.county === county);
  const leaves = own?.leaves.map((leaf): LeafEvidence => {
    if (leaf.indicator !== indicator) return leaf;
    const marks = leaf.marks.map((mark, index) => (index === place - 1 ? to : mark));
    const doubled = marks.map((mark) => Math.round(Number(mark) * 2));
    const median = [...doubled].sort((a, b) => a - b)[1] ?? 0;
    const score =
      indicator === 'duty'
        ? rational(median, 2)
        : rational(
            doubled.reduce((sum, one) => sum + one, 0),
            2 * doubled.length,
          );
    return { ...leaf, marks, score: printRounded(score, 2) };
  });
  return withCounty(county, { leaves: leaves ?? [] }, evidence);
}

const split = ({ counties }: AllocationProposal) => counties.map(({ proposedPart }) => proposedPart);

describe('the nearest single mark', () => {
  it('changes posts when it is given so, and is told in words', () => {
    const before = proposed(THIRTY);
    expect(before.nearestMark).toEqual({
      county: 'huaning',
      indicator: 'duty',
      place: 2,
      from: '18.5',
      to: '19',
      moves: [
        { county: 'huaning', from: 13, to: 14 },
        { county: 'yimen', from: 14, to: 13 },
      ],
      text: {
        zh: '“履职情况”第 2 位评价人员的打分由 18.5 改为 19，就会改变 2 个县（市、区）的测算名额（未经把握检验）；没有更小的单个打分变动会改变任何县（市、区）的测算名额。',
        en: 'If the mark of evaluator 2 for "duty" were 19 instead of 18.5, the computed posts of 2 counties would change (not examined for how sure that is); no smaller change of a single mark changes the computed posts of any county.',
      },
    });
    const after = proposed(THIRTY, withMark(GIVEN_EVIDENCE, before.nearestMark as MarkSensitivity));
    expect(split(after)).not.toEqual(split(before));
  });

  it('no smaller change of any mark does that', () => {
    const before = proposed(TEN);
    const nearest = before.nearestMark;
    if (!nearest) throw new Error('Some mark moves a post.');
    const size = Math.abs(Number(nearest.to) - Number(nearest.from));
    const quick = (evidence: AllocationEvidence) => {
      const outcome = proposeSplit(evidence, TEN, 'quick');
      return outcome.ok ? split(outcome.value) : null;
    };
    for (const { county, leaves } of GIVEN_EVIDENCE.counties) {
      for (const { indicator, marks } of leaves) {
        marks.forEach((mark, index) => {
          for (let step = -size + 0.5; step < size; step += 0.5) {
            const to = Number(mark) + step;
            if (to < 0 || to > (indicator === 'duty' ? 20 : 15)) continue;
            const changed = withMark(GIVEN_EVIDENCE, {
              ...nearest,
              county,
              indicator,
              place: index + 1,
              to: `${to}`,
            });
            expect(quick(changed)).toEqual(split(before));
          }
        });
      }
    }
  });

  it('is none where no mark can move a post, or where scores do not count', () => {
    expect(proposed({ ...SETTINGS, movablePosts: 0 }).nearestMark).toBeNull();
    expect(proposed({ ...SETTINGS, performance: { mode: 'none' } }).nearestMark).toBeNull();
  });

  it('leaves out a leaf whose score is not what its marks make', () => {
    const settled = GIVEN_EVIDENCE.counties.reduce(
      (evidence, { county, leaves }) =>
        withCounty(
          county,
          {
            leaves: leaves.map((leaf) =>
              leaf.marks.length > 0 ? { ...leaf, score: (Number(leaf.score) + 0.01).toFixed(2) } : leaf,
            ),
          },
          evidence,
        ),
      GIVEN_EVIDENCE,
    );
    expect(proposed(THIRTY, settled).nearestMark).toBeNull();
  });

  it('with the whole total, leaves out a county whose total its leaves do not add up to', () => {
    const all: AllocationSettings = { ...THIRTY, indicators: 'all' };
    expect(proposed(all).nearestMark).not.toBeNull();
    const capped = GIVEN_EVIDENCE.counties.reduce(
      (evidence, { county, total }) => withCounty(county, { total: `${Number(total) - 1}` }, evidence),
      GIVEN_EVIDENCE,
    );
    expect(proposed(all, capped).nearestMark).toBeNull();
  });

  it('of equal changes the first county by id, then the order of the method', () => {
    const turned = { ...GIVEN_EVIDENCE, counties: [...GIVEN_EVIDENCE.counties].reverse() };
    expect(proposed(SETTINGS, turned).nearestMark).toEqual(proposed(SETTINGS).nearestMark);
  });
});
