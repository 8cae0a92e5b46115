import { RULES_2020, RULES_2021, type TermGroup } from './term';

/** Goals, evaluation, scores. */
export const EVALUATION_TERMS: TermGroup = {
  id: 'evaluation',
  name: { zh: '绩效目标与评价', en: 'Goals and evaluation' },
  terms: [
    {
      id: 'performanceGoal',
      name: { zh: '绩效目标', en: 'Performance goal' },
      means: {
        zh: '随资金一起下达的年度目标，每个县（市、区）一份，经审核、财政同意后下达；调整要有新的批准版本。',
        en: 'What is promised for the money, per county and year; reviewed, agreed with finance, issued with the money.',
      },
      source: RULES_2020,
      words: ['目标', 'Goals', 'Target'],
    },
    {
      id: 'midYearMonitoring',
      name: { zh: '绩效运行监控', en: 'Mid-year monitoring' },
      means: {
        zh: '每年8月对1—7月目标实现情况和预算执行情况的“双监控”，有偏差的写明原因和措施。',
        en: 'In August, for January to July: is the goal being reached, and is the money being spent; and why not.',
      },
      words: ['运行监控'],
    },
    {
      id: 'evaluationRound',
      name: { zh: '评价批次', en: 'Evaluation round' },
      means: {
        zh: '一个项目年度的一次评价，从委托到归档的全过程，每一步有日期和文号。',
        en: 'One evaluation of one program and year, from commission to archive; each step has its day and document.',
      },
      words: ['Rounds'],
    },
    {
      id: 'kindsOfEvaluation',
      name: { zh: '单位自评、部门评价、财政评价', en: 'Self-, department and finance evaluation' },
      means: {
        zh: '三种评价，结果分别保存，不合并、不互相覆盖：县（市、区）自己评、市司法局评（可委托第三方）、财政部门复评。',
        en: 'Three results, kept apart: the county’s own, the justice bureau’s (perhaps by a firm), and the finance bureau’s re-check.',
      },
      source: RULES_2020,
      words: [
        '单位自评',
        '部门评价',
        '财政评价',
        'Self-evaluation',
        'Department evaluation',
        'Finance evaluation',
      ],
    },
    {
      id: 'evaluationMethod',
      name: { zh: '评价办法', en: 'Evaluation method' },
      means: {
        zh: '指标、分值和评分规则。发布以后不能改，只能发布新的版本，并列出差异。',
        en: 'Indicators, marks and rules. Once published it does not change: a new version says what is different.',
      },
      words: ['Method', 'Methods'],
    },
    {
      id: 'indicator',
      name: { zh: '指标', en: 'Indicator' },
      means: {
        zh: '评价什么。分一级、二级、三级，每个三级指标写明评分规则、取数来源和责任单位。',
        en: 'What is evaluated, in three levels; each leaf names its rule, its source and who is responsible.',
      },
      words: ['一级指标', '二级指标', '三级指标', '绩效指标', 'Indicators'],
    },
    {
      id: 'marks',
      name: { zh: '分值', en: 'Marks' },
      means: {
        zh: '一个指标的满分，全部指标合计100分。',
        en: 'What an indicator can give at most; all of them make 100.',
      },
    },
    {
      id: 'score',
      name: { zh: '得分', en: 'Score' },
      means: {
        zh: '按规则算出规则得分，评价人员确认或写明理由后形成最终得分，两个数都保存。',
        en: 'The rule gives one figure; the evaluator confirms it or says why not, which gives the final one. Both are kept.',
      },
      formula: {
        zh: '每个三级指标四舍五入到两位小数，总分为各项之和',
        en: 'Each leaf is rounded half up to two decimals; the total is the sum of the leaves as printed',
      },
      words: ['总分', 'Scores', 'Total score'],
    },
    {
      id: 'marksLost',
      name: { zh: '失分', en: 'Marks lost' },
      means: {
        zh: '分值与得分之差。每一处失分写明扣分点、事实、依据和佐证页码。',
        en: 'Marks less score. Each loss says what for, by which fact, rule and page.',
      },
      formula: { zh: '失分 ＝ 分值 − 得分', en: 'Marks lost = marks − score' },
      words: ['失分情况', '扣分'],
    },
    {
      id: 'grade',
      name: { zh: '等级', en: 'Grade' },
      means: {
        zh: '定案以后按总分确定：优 90分及以上，良 80—90分，中 60—80分，差 60分以下（含下限不含上限）。定案以前不显示。',
        en: 'Taken on the total once it is final: excellent from 90, good from 80, fair from 60, poor below. Not shown before.',
      },
      source: RULES_2020,
    },
    {
      id: 'scoreSheet',
      name: { zh: '评分表', en: 'Score sheet' },
      means: {
        zh: '一名评价人员对一个县（市、区）的打分。提交以前其他评价人员看不到。',
        en: 'One evaluator’s marks for one county. No other evaluator sees them before they are submitted.',
      },
      source: RULES_2021,
      words: ['Score sheets'],
    },
    {
      id: 'deliberation',
      name: { zh: '合议', en: 'Deliberation' },
      means: {
        zh: '两名评价人员相差3分及以上的，由第三人复核后集体商定，写明理由。',
        en: 'Where two evaluators differ by 3 marks or more, a third re-checks and the team settles it, with reasons.',
      },
      words: ['第三人复核'],
    },
    {
      id: 'conflictOfInterest',
      name: { zh: '回避', en: 'Conflict of interest' },
      means: {
        zh: '评价人员与被评价单位有利害关系的，不参加对该单位的评价。先申报，后开放资料。',
        en: 'Who has an interest in a county does not evaluate it. It is declared first; only then are papers opened.',
      },
      source: RULES_2021,
    },
    {
      id: 'leadEvaluator',
      name: { zh: '主评人', en: 'Lead evaluator' },
      means: {
        zh: '第三方机构中对一次评价负责并签字的人员。',
        en: 'The person of the evaluation firm who answers for the evaluation and signs.',
      },
      source: RULES_2021,
    },
    {
      id: 'reply',
      name: { zh: '征求意见', en: 'Reply' },
      means: {
        zh: '定案以前，被评价的县（市、区）先看到自己的结果初稿并提出意见。',
        en: 'Before the result is final, the county sees its own draft and answers it.',
      },
      source: RULES_2020,
      words: ['反馈意见', 'Replies'],
    },
    {
      id: 'replyRuling',
      name: { zh: '意见采纳情况', en: 'Ruling on a reply' },
      means: {
        zh: '对每一条意见答复：采纳、部分采纳或者不予采纳，并说明理由。',
        en: 'Each opinion is answered: accepted, partly accepted, not accepted; with the reason.',
      },
      words: ['采纳情况', 'Rulings'],
    },
    {
      id: 'finalised',
      name: { zh: '定案', en: 'Finalisation' },
      means: {
        zh: '评价结果固定下来，全部依据存为快照，校验码可以证明以后没有改动。',
        en: 'The result stands. All that it rests on is kept as a snapshot, whose check code proves that nothing changed later.',
      },
      words: ['定案日期', '历次定案', 'Final'],
    },
    {
      id: 'veto',
      name: { zh: '负面清单（重大违规降档）', en: 'Veto' },
      means: {
        zh: '发生所列重大违规的降低等级。必须有审计、财政监督或者纪检监察的文号才生效，在此之前不影响得分。',
        en: 'A grave breach lowers the grade; it takes effect only with a document of audit, finance supervision or discipline.',
      },
      words: ['负面清单'],
    },
    {
      id: 'smallNumbers',
      name: { zh: '参考指标（不计分）', en: 'For reference, not scored' },
      means: {
        zh: '基数太小的比率，一个人、一件事就会大幅变动，只供参考，不计分。',
        en: 'A rate of few cases moves by chance; it is shown and gives no marks.',
      },
      words: ['参考指标'],
    },
    {
      id: 'checkCode',
      name: { zh: '校验码', en: 'Check code' },
      means: {
        zh: '由全部内容算出的编码，页面上显示前6位。内容改动一个字，校验码就不同。',
        en: 'A code computed from the whole content, of which six characters are shown: change one character and it differs.',
      },
    },
  ],
};
