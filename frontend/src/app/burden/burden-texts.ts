import { texts } from '../ui/texts';

export const BURDEN_TEXTS = texts(
  {
    title: '减负账',
    question: '每月要求县（市、区）填报多少、用多长时间？',
    headline: '全年平均',
    limits: '每县（市、区）每月要求填报不超过 {{ figures }} 项，用时不超过 {{ minutes }} 分钟。',
    aim: '本账用于精简填报要求，不用于评价县（市、区）。',
    byCounty: '各县（市、区）月均',
    byMonth: '各月情况',
    ofCounty: '{{ name }}各月情况',
    all: '全部县（市、区）',
    county: '县（市、区）',
    month: '月份',
    months: '已开放月份',
    asked: '要求填报（项）',
    entered: '实际填写（项）',
    minutes: '用时（分钟）',
    returned: '退回（次）',
    average: '各栏为每月平均，退回为全年合计。',
    measured: '统计口径',
    whatIsAsked:
      '要求填报：支出表、工作量表中每月必填的数据项数；可由其他数据算出的、沿用以前月份的和选填的不计。督查表由市级填写，不计入。',
    whatIsEntered:
      '实际填写：有人填写并保存的项目数，含选填，多次修改只计一次；可由其他数据算出的、“本月无变化，确认”自动沿用的不计。',
    whatIsTime:
      '用时：按保存时间推算。同一人在同一张表上前后两次保存相隔不超过 {{ pause }} 分钟的，间隔时间计入；超过的视为中断，不计入。每段连续填写另加 {{ stretch }} 分钟，作为填写第一项的时间。离线准备材料的时间不在其内。',
    whatIsReturned: '退回：已报送的表被退回补正的次数。',
    none: '本年度尚未开放填报。',
    noneHint: '每月结束后，系统自动开放当月的表，从那时起计入。',
  },
  {
    title: 'Reporting burden',
    question: 'How much is asked of a county each month, and how long does it take?',
    headline: 'Average of the year',
    limits: 'A month is to ask a county for no more than {{ figures }} figures and {{ minutes }} minutes.',
    aim: 'This account serves to ask for less. It does not evaluate counties.',
    byCounty: 'Counties, average of a month',
    byMonth: 'Month by month',
    ofCounty: '{{ name }}, month by month',
    all: 'All counties',
    county: 'County',
    month: 'Month',
    months: 'Months opened',
    asked: 'Figures asked',
    entered: 'Figures entered',
    minutes: 'Minutes',
    returned: 'Sent back',
    average: 'Averages of a month; “sent back” is the sum of the year.',
    measured: 'How this is counted',
    whatIsAsked:
      'Asked: the figures that the spending and workload sheets need every month. What follows from other figures, what is carried from an earlier month and what is optional is not asked. Inspection sheets are filled in by the city and not counted.',
    whatIsEntered:
      'Entered: items that somebody typed and saved, optional ones too, each once however often it was changed. What follows from other figures, and what “no change this month” repeats, is not counted.',
    whatIsTime:
      'Minutes: read off the saves. Where one person saves on one sheet again within {{ pause }} minutes, the time between counts; a longer gap is a pause and does not. Each stretch counts {{ stretch }} minute more, for its first figure. Time spent on preparing papers is not in it.',
    whatIsReturned: 'Sent back: how often a submitted sheet was returned to be mended.',
    none: 'Nothing is open for reporting in this year yet.',
    noneHint: 'When a month is over its sheets open by themselves, and count from then on.',
  },
);
