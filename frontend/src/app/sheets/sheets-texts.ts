import { texts } from '../ui/texts';

/** Words of the grids of the three sheets: 督查表、支出表、工作量表. */
export const SHEETS_TEXTS = texts(
  {
    kind: {
      inspection: {
        title: '月度跟踪监控（督查）',
        question: '查了哪些县（市、区）？查出了什么？',
        one: '{{ county }} · {{ month }}督查表',
        oneTitle: '督查表',
        oneQuestion: '本月逐项检查的结论是什么？',
      },
      spending: {
        title: '月度支出',
        question: '各县（市、区）每月的工资和支出报了没有？',
        one: '{{ county }} · {{ month }}支出表',
        oneTitle: '支出表',
        oneQuestion: '本月在岗多少人，发了多少钱，钱从哪里来？',
      },
      workload: {
        title: '工作量',
        question: '各县（市、区）每月承担多少工作？',
        one: '{{ county }} · {{ month }}工作量表',
        oneTitle: '工作量表',
        oneQuestion: '本月承担了多少工作？',
      },
    },
    grid: {
      headline: '总体情况',
      sentence:
        '{{ year }}年应报{{ due }}份，已报送{{ reported }}份（其中迟报{{ late }}份、已审核{{ approved }}份），缺报{{ missing }}份，尚未到期{{ notDue }}份。',
      nothing: '{{ year }}年没有需要填报的表。',
      nothingHint: '请选择其他年度；表格在当月结束后自动开放，无需新建。',
      noneProgram: '本项目还没有{{ title }}的模板，因此没有表格需要填报。',
      table: '县（市、区）与月份',
      county: '县（市、区）',
      month: '{{ month }}月',
      open: '打开{{ county }}{{ month }}的表',
      none: '无表',
      filled: '已填{{ filled }}/{{ asked }}',
      failed: '不合格{{ count }}项',
      unchanged: '本月无变化',
      legend: '图例',
      legendText: '每格先写办理阶段，旁边再标迟报或者缺报；二者按日期和内容得出，不需要任何人标注。',
      emptyRule: '空表不算报送；填写 0 算报送；“本月无变化，确认”也算报送。',
      keys: '用方向键在格子间移动，按回车打开。',
      back: '返回总表',
      templates: '查看和编制模板',
    },
  },
  {
    kind: {
      inspection: {
        title: 'Monthly inspections',
        question: 'Which counties were checked, and what was found?',
        one: '{{ county }} · inspection of {{ month }}',
        oneTitle: 'Inspection sheet',
        oneQuestion: 'What did this month’s check conclude, item by item?',
      },
      spending: {
        title: 'Monthly spending',
        question: 'Has each county reported its wages and spending of each month?',
        one: '{{ county }} · spending of {{ month }}',
        oneTitle: 'Spending sheet',
        oneQuestion: 'How many were on post, what were they paid, and from which money?',
      },
      workload: {
        title: 'Workload',
        question: 'How much work did each county carry each month?',
        one: '{{ county }} · workload of {{ month }}',
        oneTitle: 'Workload sheet',
        oneQuestion: 'How much work was carried this month?',
      },
    },
    grid: {
      headline: 'In short',
      sentence:
        '{{ year }}: {{ due }} sheets due, {{ reported }} submitted ({{ late }} of them late, {{ approved }} approved), {{ missing }} missing, {{ notDue }} not due yet.',
      nothing: 'No sheet is asked in {{ year }}.',
      nothingHint: 'Choose another year; a sheet opens by itself when its month is over.',
      noneProgram: 'This program has no template for “{{ title }}” yet, so no sheet is asked.',
      table: 'County × month',
      county: 'County',
      month: '{{ month }}',
      open: 'Open the sheet of {{ county }}, {{ month }}',
      none: 'No sheet',
      filled: '{{ filled }}/{{ asked }} filled',
      failed: '{{ count }} failed',
      unchanged: 'No change',
      legend: 'Legend',
      legendText:
        'Each cell says its stage first, and beside it whether it is late or missing; both follow from dates and content, nobody sets them.',
      emptyRule: 'An empty sheet is no report; a 0 is one; “No change, confirmed” is one too.',
      keys: 'Arrow keys move between cells, Enter opens one.',
      templates: 'See and make templates',
      back: 'Back to all sheets',
    },
  },
);
