import { isoDate } from '../period/year-month';
import { packsInWords, type PacksOfMember } from './packs-in-words';

const TODAY = isoDate('2026-03-20');
const member = (
  name: string,
  out: number,
  until: string | null,
  back: string | null = null,
): PacksOfMember => ({
  name,
  out,
  validUntil: until === null ? null : isoDate(until),
  takenBackOn: back === null ? null : isoDate(back),
});

describe('packs of a round in one sentence', () => {
  it('are nothing to be said of where nobody took one', () => {
    expect(packsInWords([], TODAY)).toBeNull();
  });

  it('say whose are out and until when, on that day still', () => {
    expect(packsInWords([member('甲', 1, '2026-03-20'), member('乙', 2, '2026-04-02')], TODAY)?.zh).toBe(
      '离线评分包：2 人的 3 个尚未带回（甲、乙），最迟 2026-04-02 带回。',
    );
  });

  it('say whose lapsed, and who brought one back and when', () => {
    const members = [
      member('甲', 1, '2026-03-19'),
      member('乙', 0, null, '2026-03-18'),
      member('丙', 1, '2026-03-25', '2026-03-17'),
    ];
    const said = packsInWords(members, TODAY);
    expect(said?.zh).toBe(
      '离线评分包：1 人的 1 个尚未带回（丙），最迟 2026-03-25 带回；1 人的 1 个已过期、未带回（甲）；已带回：乙 2026-03-18、丙 2026-03-17。',
    );
    expect(said?.en).toContain('brought back: 乙 2026-03-18, 丙 2026-03-17');
  });
});
