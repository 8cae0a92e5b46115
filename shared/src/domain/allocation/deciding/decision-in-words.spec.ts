import { fen } from '../../money/fen';
import { decidedRunLabel, decisionLabel, decisionSentence, decisionStageName } from './decision-in-words';
import { FINANCE, givenEntry, givenLog } from './given-decision';
import { correctedSentence, noticeSentence } from './notice-in-words';
import { standingOf } from './standing';

const submission = givenEntry('submission');
const decided = givenEntry('collectiveDecision');
const countersigned = givenEntry('countersignature');
const promulgated = givenEntry('promulgation');

describe('a decision in words', () => {
  it('says what was done on which day and what comes next', () => {
    expect(decisionSentence(givenLog(submission))).toEqual({
      zh: '2026年3月20日报送；已报送，待党组会（局长办公会）集体研究。',
      en: 'Submitted on 2026-03-20. Submitted; the collective decision comes next.',
    });
    expect(decisionSentence(givenLog(submission, decided, countersigned, promulgated)).zh).toBe(
      '2026年3月20日报送，2026年3月24日党组会（局长办公会）集体研究通过（会议纪要〔2026〕3号），2026年3月27日市财政局会签，2026年4月2日印发（玉司发〔2026〕12号）。',
    );
  });

  it('says a return with its reason, and afterwards only what counts', () => {
    const returned = givenEntry('collectiveDecision', {
      outcome: 'returned',
      reason: '请补充人员影响',
      documentNumber: null,
    });
    expect(decisionSentence(givenLog(submission, returned)).zh).toBe(
      '2026年3月24日在“党组会（局长办公会）集体研究”一步退回：请补充人员影响；已退回，待重新报送。',
    );
    expect(decisionSentence(givenLog(submission, returned, submission)).zh).toBe(
      '2026年3月20日报送；已报送，待党组会（局长办公会）集体研究。',
    );
  });

  it('says first that an entry waits for its check', () => {
    const waiting = givenLog(submission, { ...decided, way: 'paper', enteredBy: FINANCE.id });
    expect(decisionStageName(standingOf(waiting)).zh).toBe(
      '“党组会（局长办公会）集体研究”已登记，待另一人核对',
    );
    expect(standingOf(waiting).stage).toBe('submitted');
  });

  it('is 测算稿 until there is a document with number and day', () => {
    expect(decisionLabel(null).zh).toBe('测算稿，不作为分配依据');
    expect(decisionLabel({ documentNumber: '玉司发〔2026〕12号', decidedOn: '2026-04-02' }).zh).toBe(
      '玉司发〔2026〕12号（2026年4月2日印发）',
    );
  });

  it('says of a run which document corrected the one that decided it', () => {
    const document = { documentNumber: '玉司发〔2026〕12号', decidedOn: '2026-04-02', correctedBy: null };
    expect(decidedRunLabel(null)).toEqual(decisionLabel(null));
    expect(decidedRunLabel(document)).toEqual(decisionLabel(document));
    expect(decidedRunLabel({ ...document, correctedBy: '玉司发〔2026〕20号' }).zh).toBe(
      '玉司发〔2026〕12号（2026年4月2日印发），已由玉司发〔2026〕20号更正',
    );
  });

  it('has a standing from its submission on', () => {
    expect(() => standingOf([])).toThrow('begins with its submission');
  });
});

describe('the sentence of a notice', () => {
  const figures = {
    documentNumber: '玉司发〔2026〕12号',
    decidedOn: '2026-04-02',
    year: 2026,
    lastPart: 15,
    part: 16,
    fen: fen(19_200_000),
    advanceFen: fen(0),
    finalFen: fen(19_200_000),
    cutTakesEffectOn: null,
  };

  it('says document, posts against the year before, money and its moments', () => {
    expect(noticeSentence(figures).zh).toBe(
      '根据玉司发〔2026〕12号（2026年4月2日印发），2026年度核定 16 个名额，比上年度增加 1 个；全年资金 19.20 万元，全部正式下达。',
    );
    expect(
      noticeSentence({
        ...figures,
        part: 15,
        fen: fen(18_000_000),
        advanceFen: fen(9_000_000),
        finalFen: fen(9_000_000),
      }).zh,
    ).toBe(
      '根据玉司发〔2026〕12号（2026年4月2日印发），2026年度核定 15 个名额，与上年度相同；全年资金 18.00 万元，其中提前下达 9.00 万元，正式下达 9.00 万元。',
    );
  });

  it('says from when a cut takes effect, and what goes back of money that was issued in advance (多退少补)', () => {
    const cut = {
      ...figures,
      part: 14,
      fen: fen(16_800_000),
      advanceFen: fen(18_000_000),
      finalFen: fen(-1_200_000),
      cutTakesEffectOn: '2027-01-01',
    };
    expect(noticeSentence(cut).zh).toBe(
      '根据玉司发〔2026〕12号（2026年4月2日印发），2026年度核定 14 个名额，比上年度减少 1 个；全年资金 16.80 万元，已提前下达 18.00 万元，多下达的 1.20 万元按多退少补收回；核减的名额自2027年1月1日起执行，先用空缺名额。',
    );
    expect(noticeSentence({ ...cut, advanceFen: fen(16_800_000), finalFen: fen(0) }).zh).toContain(
      '已全部提前下达',
    );
  });

  it('says of an old notice which document corrected it', () => {
    expect(correctedSentence({ documentNumber: '玉司发〔2026〕20号', decidedOn: '2026-05-06' }).zh).toBe(
      '本通知已由玉司发〔2026〕20号（2026年5月6日印发）更正，以更正后的通知为准。',
    );
  });
});
