import fc from 'fast-check';
import { addDays, isoDate, yearMonth } from '../period/year-month';
import type { Duty } from './duties-of-county';
import type { DutyState } from './duty-due';
import { dutyRuleOf } from './duty-rules';
import { isMailAddress } from './mail-address';
import { retryMinutes } from './mail-retry';
import { reminderOf, saysNothing } from './reminder';
import { reminderLetter, type LetterSurroundings } from './reminder-letter';
import { reminderUnits, unitName, type ReminderParty } from './reminder-unit';

const TODAY = isoDate('2026-03-20');
const NAMES: Readonly<Record<string, string>> = { yimen: '易门县', hongta: '红塔区' };

function duty(rule: string, county: string | null, dueOn: string, state: DutyState): Duty {
  const found = dutyRuleOf(rule);
  if (!found) throw new Error(`There is no rule ${rule}.`);
  const month = county !== null && found.clock.from === 'monthEnd' ? yearMonth('2026-02') : null;
  return {
    rule: found,
    year: 2026,
    round: null,
    county,
    month,
    dueOn: isoDate(dueOn),
    doneOn: null,
    state,
    assumed: false,
    returnReason: null,
  };
}

const unit = (party: ReminderParty, place: string) => ({ party, place });
const around = (more: Partial<LetterSurroundings> = {}): LetterSurroundings => ({
  asOf: TODAY,
  unit: '易门县司法局',
  soonDays: 7,
  link: 'https://yuheng.example.gov.cn/duties',
  demonstration: false,
  nameOf: (county) => NAMES[county] ?? county,
  ...more,
});

const DUTIES = [
  duty('spending', 'yimen', '2026-03-15', 'overdue'),
  duty('workload', 'yimen', '2026-03-20', 'dueSoon'),
  duty('spending', 'hongta', '2026-03-15', 'overdue'),
  duty('selfEvaluation', null, '2026-03-26', 'dueSoon'),
  duty('inspection', 'yimen', '2026-03-08', 'overdue'),
  duty('passOn', 'yimen', '2026-03-22', 'dueSoon'),
  duty('claims', null, '2026-03-22', 'dueSoon'),
];
const said = (party: ReminderParty, place: string): string[][] => {
  const { overdue, today, soon } = reminderOf(DUTIES, unit(party, place), TODAY);
  return [overdue, today, soon].map((duties) =>
    duties.map(({ rule, county }) => `${rule.id} ${county ?? ''}`.trim()),
  );
};

describe('a bureau is reminded', () => {
  it('of what it owes itself, overdue, due today and due soon; a county of no other county', () => {
    expect(said('countyJustice', 'yimen')).toEqual([
      ['spending yimen'],
      ['workload yimen'],
      ['selfEvaluation'],
    ]);
    expect(said('countyFinance', 'yimen')).toEqual([[], [], ['passOn yimen']]);
    expect(said('cityJustice', 'yuxi')).toEqual([['inspection yimen'], [], []]);
  });

  it('of nothing where nothing is due: what is done, late for good, not yet due or without a basis', () => {
    const states: DutyState[] = ['done', 'late', 'notYet', 'reminder'];
    const duties = states.map((state) => duty('spending', 'yimen', '2026-03-15', state));
    expect(saysNothing(reminderOf(duties, unit('countyJustice', 'yimen'), TODAY))).toBe(true);
    expect(saysNothing(reminderOf(DUTIES, unit('cityFinance', 'yuxi'), TODAY))).toBe(true);
  });

  it('of each duty that waits exactly once, by date', () => {
    const states = fc.constantFrom<DutyState>('overdue', 'dueSoon', 'done');
    const some = fc.array(
      fc
        .tuple(fc.integer({ min: -40, max: 7 }), states)
        .map(([days, state]) =>
          duty('spending', 'yimen', addDays(TODAY, days), days < 0 ? 'overdue' : state),
        ),
    );
    fc.assert(
      fc.property(some, (duties) => {
        const { overdue, today, soon } = reminderOf(duties, unit('countyJustice', 'yimen'), TODAY);
        const all = [...overdue, ...today, ...soon];
        expect(new Set(all).size).toBe(all.length);
        expect(all.length).toBe(duties.filter(({ state }) => state !== 'done').length);
        const days = overdue.map(({ dueOn }) => dueOn);
        expect(days).toEqual([...days].sort());
      }),
    );
  });

  it('at the bureaus of the city first, then at those of each county', () => {
    expect(reminderUnits('yuxi', ['hongta', 'yimen']).map(({ party, place }) => `${party} ${place}`)).toEqual(
      [
        'cityJustice yuxi',
        'cityFinance yuxi',
        'countyJustice hongta',
        'countyFinance hongta',
        'countyJustice yimen',
        'countyFinance yimen',
      ],
    );
    expect(unitName(unit('countyJustice', 'hongta'), '红塔区')).toBe('红塔区司法局');
    expect(unitName(unit('cityFinance', 'yuxi'), '玉溪市')).toBe('玉溪市财政局');
  });
});

describe('the mail of a bureau', () => {
  const reminder = reminderOf(DUTIES, unit('countyJustice', 'yimen'), TODAY);

  it('says each duty with its day, on what it rests, how its term runs and where it is done', () => {
    const { subject, text } = reminderLetter(reminder, around());
    expect(subject).toBe('办理时限提醒（2026年3月20日）：已逾期1项、今日到期1项、7日内到期1项');
    expect(text.split('\n').slice(0, 13)).toEqual([
      '易门县司法局：',
      '',
      '截至2026年3月20日，贵单位在专项资金绩效管理工作中有下列事项需按时办理：已逾期1项、今日到期1项、7日内到期1项。',
      '',
      '一、已逾期（1项）',
      '1. 报送工资支出，易门县，2026年2月，应于2026年3月15日前办理，已逾期5日。',
      '',
      '二、今日到期（1项）',
      '1. 报送工作量，易门县，2026年2月，应于2026年3月20日前办理，今日到期。',
      '',
      '三、7日内到期（1项）',
      '1. 单位自评，2026年度，应于2026年3月26日前办理，还有6日。',
      '',
    ]);
    expect(text).toContain('“报送工资支出”（2026年度）：依据：《');
    expect(text).toContain('期限：自当月结束起算，次月15日前。');
    expect(text).toContain('“单位自评”（2026年度）：本年度没有现行有效的依据：仅作提醒，不计逾期。');
    expect(text).toContain('查看和办理：https://yuheng.example.gov.cn/duties');
    expect(text).not.toContain('演示数据');
  });

  it('says 演示数据 in the demonstration, and how to find the duties where the address is not known', () => {
    const { subject, text } = reminderLetter(reminder, around({ demonstration: true, link: null }));
    expect(subject).toMatch(/^【演示数据】/);
    expect(text).toMatch(/^【演示数据】本邮件内容为演示数据，仅供演示。\n/);
    expect(text).toContain('请登录系统，在“时限与待办”中查看和办理。');
  });

  it('lists sixty duties of a kind and says how many more there are', () => {
    const many = Array.from({ length: 63 }, () => duty('spending', 'yimen', '2026-03-15', 'overdue'));
    const { text } = reminderLetter(reminderOf(many, unit('countyJustice', 'yimen'), TODAY), around());
    expect(text.match(/已逾期5日。/g)).toHaveLength(60);
    expect(text).toContain('一、已逾期（63项）');
    expect(text).toContain('其余3项请在系统“时限与待办”中查看。');
  });

  it('has a subject of one line, whatever places are called', () => {
    const { subject } = reminderLetter(reminder, around({ unit: 'a\r\nBcc: x@example.com' }));
    expect(subject).not.toMatch(/[\r\n]/);
  });
});

describe('an address of a mailbox', () => {
  it.each(['sfj@hongta.gov.cn', 'a.b_c+d-e@mail.example.gov.cn', 'X1@xn--fiqs8s.xn--55qx5d'])(
    'can be %s',
    (address) => expect(isMailAddress(address)).toBe(true),
  );

  it.each([
    '',
    'sfj',
    'sfj@localhost',
    '@gov.cn',
    'sfj@',
    'sfj@gov..cn',
    '.sfj@gov.cn',
    'sfj.@gov.cn',
    'sfj@-gov.cn',
    'sfj@gov.cn.',
    '司法局 <sfj@gov.cn>',
    'sfj@gov.cn,cz@gov.cn',
    'sfj@gov.cn\nBcc: cz@gov.cn',
    'sfj@gov.cn\n',
    ' sfj@gov.cn',
    '"sfj"@gov.cn',
    '司法局@gov.cn',
    `${'a'.repeat(65)}@gov.cn`,
    `a@${'a.'.repeat(130)}cn`,
  ])('cannot be %j', (address) => expect(isMailAddress(address)).toBe(false));
});

describe('a mail that was not taken', () => {
  it('is tried again after 5, 10, 20 … minutes, and at last every four hours', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 50].map(retryMinutes)).toEqual([5, 10, 20, 40, 80, 160, 240, 240]);
  });
});
