import { STEADINESS_WORDS, type Steadiness } from '../../simulation/steadiness';
import { certaintyFigure, certaintyInWords, type CertainCounty } from './certainty-in-words';

const county = (
  [keptPart, proposedPart, part]: readonly [number, number, number],
  [steadiness, heldPercent]: readonly [Steadiness, string],
  lastPart = keptPart,
): CertainCounty => ({
  lastPart,
  keptPart,
  proposedPart,
  part,
  certainty: { steadiness, word: STEADINESS_WORDS[steadiness], heldPercent },
});

describe('how sure a county’s line is', () => {
  it('is not said where it was not examined', () => {
    const unknown = { ...county([17, 16, 16], ['stable', '100']), certainty: null };
    expect([certaintyFigure(unknown), certaintyInWords(unknown, '0.9')]).toEqual([null, null]);
  });

  it.each<[string, CertainCounty, string, string]>([
    ['a change that is made', county([21, 22, 22], ['stable', '96.05']), '稳定 96.05%', 'stable 96.05%'],
    ['no change', county([19, 19, 19], ['stable', '99.66']), '稳定 99.66%', 'stable 99.66%'],
    [
      'a change without a counterpart',
      county([17, 16, 17], ['stable', '99.09']),
      '测算 −1：99.09%，未调整（无对应增加）',
      'computed −1: 99.09%, not made (no increase to match)',
    ],
    [
      'a gain without a counterpart',
      county([17, 18, 17], ['stable', '100']),
      '测算 +1：100%，未调整（无对应减少）',
      'computed +1: 100%, not made (no decrease to match)',
    ],
    [
      'a change that is not firm',
      county([19, 20, 19], ['unstable', '45.22']),
      '测算 +1：45.22%，未调整（把握不足 90%）',
      'computed +1: 45.22%, not made (under 90%)',
    ],
    [
      'a change of which a part is made',
      county([30, 28, 29], ['stable', '97']),
      '测算 −2：方向 97%，只调整 −1（其余把握不足 90%，或者无对应增加）',
      'computed −2: direction 97%, only −1 is made (the rest: under 90%, or no increase to match)',
    ],
    [
      'a county that its bounds moved already',
      county([14, 13, 14], ['fairlyStable', '80'], 12),
      '测算 −1：80%，仍为 14 个（把握不足 90%）',
      'computed −1: 80%, 14 posts stay (under 90%)',
    ],
  ])('says of %s what its percentage is of', (_, given, zh, en) => {
    expect(certaintyInWords(given, '0.9')).toEqual({ zh, en });
  });

  it('names the threshold under which the county was proposed', () => {
    expect(certaintyInWords(county([19, 20, 19], ['fairlyStable', '92.5']), '0.955')?.zh).toBe(
      '测算 +1：92.5%，未调整（把握不足 95.5%）',
    );
  });

  it('in short never calls a line stable that shows no part of the change', () => {
    expect(certaintyFigure(county([17, 16, 17], ['stable', '100']))?.zh).toBe('测算 −1：100%');
    expect(certaintyFigure(county([17, 17, 17], ['stable', '100']))?.zh).toBe('稳定 100%');
  });
});
