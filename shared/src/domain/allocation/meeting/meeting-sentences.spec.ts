import type { Steadiness } from '../../simulation/steadiness';
import {
  adviceToKeep,
  howSureInWords,
  isSimulationVaried,
  whatIsProposed,
  type ProposedForMeeting,
} from './meeting-sentences';

const county = (
  id: string,
  [lastPart, part]: readonly [number, number],
  steadiness: Steadiness | null = 'stable',
  heldRuns = 9_605,
): ProposedForMeeting['counties'][number] => ({
  county: id,
  lastPart,
  part,
  change: part - lastPart,
  certainty:
    steadiness === null
      ? null
      : {
          steadiness,
          heldRuns,
          runs: 10_000,
          heldPercent: String(heldRuns / 100),
        },
});
const proposal = (...counties: ProposedForMeeting['counties']): ProposedForMeeting => ({
  pool: { posts: 40, totalFen: 48_000_000 },
  counties,
});
const SCORED = { performance: { mode: 'continuous' }, firmness: { weightUncertainty: '0' } };
const WORKLOAD = { performance: { mode: 'none' }, firmness: { weightUncertainty: '0.00' } };
const named = { year: 2026, names: { hongta: '红塔区', yimen: '易门县' } };

describe('what is put to the meeting', () => {
  it('names every county that changes, from and to, and counts those that stay', () => {
    const said = whatIsProposed(
      proposal(county('hongta', [16, 17]), county('yimen', [9, 8]), county('eshan', [15, 15])),
      named,
    );
    expect(said.zh).toBe(
      '拟分配2026年名额40个，48.00 万元：红塔区 16→17，易门县 9→8；其余 1 个县（市、区）不变。',
    );
    expect(said.en).toBe('40 posts for 2026, 480,000.00 yuan: 红塔区 16→17, 易门县 9→8; 1 county stays.');
  });

  it('says that all stay where nothing changes, and counts nobody else where all change', () => {
    expect(whatIsProposed(proposal(county('hongta', [25, 25]), county('yimen', [15, 15])), named).zh).toBe(
      '拟分配2026年名额40个，48.00 万元：2 个县（市、区）的名额均与现行分配相同。',
    );
    expect(whatIsProposed(proposal(county('hongta', [25, 26]), county('yimen', [15, 14])), named).zh).toBe(
      '拟分配2026年名额40个，48.00 万元：红塔区 25→26，易门县 15→14。',
    );
  });

  it('is no proposal any more once it is decided', () => {
    const said = whatIsProposed(proposal(county('hongta', [25, 26]), county('yimen', [15, 14])), {
      ...named,
      isDecided: true,
    });
    expect(said.zh).toBe('分配2026年名额40个，48.00 万元：红塔区 25→26，易门县 15→14。');
  });

  it('says a county whose name is not known by its id', () => {
    expect(whatIsProposed(proposal(county('new', [1, 2])), named).zh).toContain('：new 1→2。');
  });
});

describe('how sure it is', () => {
  it('counts the words and gives the lowest share among those that change', () => {
    const said = howSureInWords(
      proposal(
        county('hongta', [16, 17], 'stable', 9_605),
        county('yimen', [9, 8], 'fairlyStable', 9_231),
        county('eshan', [15, 15], 'unstable', 5_000),
      ),
      SCORED,
    );
    expect(said.zh).toBe(
      '按 10,000 次模拟，稳定 1 个、较稳定 1 个、不稳定 1 个；调整的方向在至少 92.31% 的模拟中成立。',
    );
    expect(said.en).toBe(
      'In 10,000 simulations 1 stable, 1 fairly stable, 1 unstable; every change keeps its direction in at least 92.31 % of them.',
    );
  });

  it('leaves out a word that fits nobody, and says where nothing changes', () => {
    expect(howSureInWords(proposal(county('hongta', [16, 16])), SCORED).zh).toBe(
      '按 10,000 次模拟，稳定 1 个；没有增减。',
    );
  });

  it('counts the counties whose computed change was held back, so that no word stands for them alone', () => {
    const held = { ...county('hongta', [17, 17]), proposedPart: 16 };
    const said = howSureInWords(proposal(held, { ...county('eshan', [15, 15]), proposedPart: 15 }), SCORED);
    expect(said.zh).toBe('按 10,000 次模拟，稳定 2 个；测算有增减的 1 个县（市、区）均未调整。');
    expect(said.en).toMatch(/2 stable; the computed changes of 1 county are not made\.$/);
  });

  it('says that it was not examined, also where one county was not', () => {
    expect(howSureInWords(proposal(county('a', [1, 2]), county('b', [2, 1], null)), SCORED).zh).toBe(
      '本方案未作把握程度测算。',
    );
    expect(howSureInWords(proposal(), SCORED).zh).toBe('本方案未作把握程度测算。');
  });

  it('claims nothing where the simulation had nothing to vary, however many runs agree', () => {
    const all = proposal(county('a', [1, 2], 'stable', 10_000), county('b', [2, 1], 'stable', 10_000));
    expect(howSureInWords(all, WORKLOAD).zh).toBe(
      '得分不计入，权重也没有设误差，模拟中没有变动的数，把握程度不适用。',
    );
    expect(isSimulationVaried({ ...WORKLOAD, firmness: { weightUncertainty: '0.1' } })).toBe(true);
    expect(isSimulationVaried(SCORED)).toBe(true);
  });
});

describe('the advice to keep the split in force', () => {
  it('stands where nothing changes', () => {
    expect(adviceToKeep(proposal(county('hongta', [16, 16])))?.zh).toBe('不具备调整依据，建议维持现行分配。');
  });

  it('stands where every change is unstable, or was never examined', () => {
    expect(adviceToKeep(proposal(county('a', [1, 2], 'unstable'), county('b', [2, 1], null)))).not.toBeNull();
  });

  it('goes as soon as one change is firm', () => {
    expect(adviceToKeep(proposal(county('a', [1, 2], 'fairlyStable')))).toBeNull();
  });
});
