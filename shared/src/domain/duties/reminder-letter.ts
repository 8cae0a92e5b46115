import { dayInWords } from '../period/day-in-words';
import { daysBetween, type IsoDate, type YearMonth } from '../period/year-month';
import type { Duty } from './duties-of-county';
import { dutyGrounds } from './duty-grounds';
import type { Reminder } from './reminder';

export interface LetterSurroundings {
  readonly asOf: IsoDate;
  /** What the bureau is called. */
  readonly unit: string;
  /** Days before its day from which on a duty is said. */
  readonly soonDays: number;
  /** Where the duties stand; null: the address of the program is not known. */
  readonly link: string | null;
  readonly demonstration: boolean;
  readonly nameOf: (county: string) => string;
}

/** Plain text in the words of an office, of which no line names a person. */
export interface Letter {
  readonly subject: string;
  readonly text: string;
}

/** So many of each kind are listed; how many more there are is said. */
const LISTED = 60;
const MARK = '演示数据';

/** The mail of one bureau and day: what is overdue, due today and due soon, each with its day, and on what it rests. */
export function reminderLetter(reminder: Reminder, surroundings: LetterSurroundings): Letter {
  const { overdue, today, soon } = reminder;
  const { asOf, unit, soonDays, demonstration } = surroundings;
  const sections = [
    { name: '已逾期', duties: overdue },
    { name: '今日到期', duties: today },
    { name: `${soonDays}日内到期`, duties: soon },
  ].filter(({ duties }) => duties.length > 0);
  const counts = sections.map(({ name, duties }) => `${name}${duties.length}项`).join('、');
  const lines = [
    ...(demonstration ? [`【${MARK}】本邮件内容为${MARK}，仅供演示。`, ''] : []),
    `${unit}：`,
    '',
    `截至${dayInWords(asOf).zh}，贵单位在专项资金绩效管理工作中有下列事项需按时办理：${counts}。`,
    ...sections.flatMap(({ name, duties }, index) => [
      '',
      `${NUMERALS[index]}、${name}（${duties.length}项）`,
      ...duties.slice(0, LISTED).map((duty, at) => `${at + 1}. ${dutyInWords(duty, surroundings)}`),
      ...(duties.length > LISTED ? [`其余${duties.length - LISTED}项请在系统“时限与待办”中查看。`] : []),
    ]),
    '',
    '办理依据和期限：',
    ...groundsOf(sections.flatMap(({ duties }) => duties.slice(0, LISTED))),
    '',
    '请按期办理；系统中已登记办结的事项不再提醒。',
    waysIn(surroundings.link),
    '',
    '本邮件由玉衡专项资金绩效管理系统自动发送，请勿回复。',
  ];
  return {
    subject: `${demonstration ? `【${MARK}】` : ''}办理时限提醒（${dayInWords(asOf).zh}）：${counts}`,
    text: lines.join('\n'),
  };
}

const NUMERALS = ['一', '二', '三'] as const;

const waysIn = (link: string | null): string =>
  link === null ? '请登录系统，在“时限与待办”中查看和办理。' : `查看和办理：${link}`;

/** Example: 月度跟踪监控（督查），易门县，2026年2月，应于2026年3月8日前办理，已逾期12日。 */
function dutyInWords(duty: Duty, { asOf, nameOf }: LetterSurroundings): string {
  const left = daysBetween(asOf, duty.dueOn);
  const distance = left < 0 ? `，已逾期${-left}日` : left === 0 ? '，今日到期' : `，还有${left}日`;
  return `${[
    duty.rule.name.zh,
    ...(duty.county === null ? [] : [nameOf(duty.county)]),
    duty.month === null ? `${duty.year}年度` : monthInWords(duty.month),
    `应于${dayInWords(duty.dueOn).zh}前办理`,
  ].join('，')}${distance}。`;
}

/** Once for each rule and year among the duties, in the order in which they first come. */
function groundsOf(duties: readonly Duty[]): string[] {
  const grounds = new Map(
    duties.map(({ rule, year }) => {
      const { basis, clock } = dutyGrounds(rule, year);
      return [
        `${rule.id} ${year}`,
        `“${rule.name.zh}”（${year}年度）：${basis.zh}期限：${clock.zh}`,
      ] as const;
    }),
  );
  return [...grounds.values()].map((ground, at) => `${at + 1}. ${ground}`);
}

const monthInWords = (month: YearMonth): string =>
  `${Number(month.slice(0, 4))}年${Number(month.slice(5, 7))}月`;
