import { RULES_2020, TEXT_2022, TEXT_2025, type TermGroup } from './term';

/** The money on its way from the budget to the wage. */
export const MONEY_TERMS: TermGroup = {
  id: 'money',
  name: { zh: '资金', en: 'Money' },
  terms: [
    {
      id: 'program',
      name: { zh: '专项资金项目', en: 'Program' },
      means: {
        zh: '列入市级预算、专款专用的一笔资金。本系统管理两个项目：协勤经费和一案一补。',
        en: 'An earmarked fund of the city’s budget. There are two: the money for assistants and the case subsidy for mediators.',
      },
      source: TEXT_2025,
    },
    {
      id: 'post',
      name: { zh: '名额', en: 'Post' },
      means: {
        zh: '协勤经费的分配单位：每个名额每人每月补助1,000元，一年12,000元，全市150个名额。',
        en: 'The unit in which the money for assistants is split: CNY 1,000 a month, CNY 12,000 a year; 150 posts in the city.',
      },
      source: TEXT_2022,
      words: ['Posts'],
    },
    {
      id: 'issue',
      name: { zh: '指标下达', en: 'Issue' },
      means: {
        zh: '市财政局把专项资金指标下达到县（市、区）财政局，是资金链的第一环。',
        en: 'The city finance bureau issues the money to the county finance bureau: the first link of the chain.',
      },
      source: TEXT_2025,
      words: ['已下达', '实际下达', 'Issued'],
    },
    {
      id: 'advanceIssue',
      name: { zh: '提前下达', en: 'Advance issue' },
      means: {
        zh: '上一年11月按上年分配先行下达的部分；次年4月正式下达时多退少补。',
        en: 'The part issued the November before, by last year’s split; the final issue in April settles the difference.',
      },
      words: ['其中提前下达'],
    },
    {
      id: 'passOn',
      name: { zh: '拨付', en: 'Transfer' },
      means: {
        zh: '县（市、区）财政局收到资金后，及时拨付到司法局。期限默认30日，可由项目科室按年度设定。',
        en: 'The county finance bureau passes the money on to the county justice bureau, in 30 days unless the year’s rule says otherwise.',
      },
      source: TEXT_2025,
      words: ['拨付到司法局', 'Passed on', 'Transferred'],
    },
    {
      id: 'receipt',
      name: { zh: '到位', en: 'Receipt' },
      means: {
        zh: '资金已到县（市、区）财政局。到位率为到位金额占下达金额的比例；一个月的备案期限从到位之日起算。',
        en: 'The money has reached the county’s finance bureau. The clock of one month for filing starts on that day.',
      },
      formula: { zh: '到位率 ＝ 到位金额 ÷ 下达金额', en: 'Rate of receipt = received ÷ issued' },
      source: RULES_2020,
      words: ['资金到位', '到位率', 'Received', 'Receipts', 'Money received'],
    },
    {
      id: 'expenditure',
      name: { zh: '支出', en: 'Spending' },
      means: {
        zh: '县（市、区）司法局实际支付的金额，按工资所属月份和发放日期分别登记。',
        en: 'What the county justice bureau has paid; the month worked and the day paid are kept apart.',
      },
      words: ['Spent', 'Expenditure'],
    },
    {
      id: 'timeProgress',
      name: { zh: '序时进度', en: 'Expected spending' },
      means: {
        zh: '到本月为止应当支出的金额。资金到位以前不计算，不按“每月十二分之一”推算。',
        en: 'What should have been spent by now. It starts when the money arrives, and is never a twelfth a month before that.',
      },
      formula: {
        zh: '应支出 ＝ 累计在岗人月数 × 1,000元（从资金到位起）',
        en: 'Expected = person-months on post × CNY 1,000, from the arrival of the money',
      },
      words: ['序时应支出', '应支出', 'Expected'],
    },
    {
      id: 'executionRateOfReceipts',
      name: { zh: '预算执行率（按到位资金）', en: 'Execution rate of receipts' },
      means: {
        zh: '部门评价使用：支出占到位资金的比例。与自评表中的预算执行率名称相同、分母不同，两者分别登记，不能混用。',
        en: 'Used by the department’s evaluation: spending by what was received. The self-evaluation’s rate divides by something else; the two are never mixed.',
      },
      formula: { zh: '支出 ÷ 到位资金', en: 'Spent ÷ received' },
      source: { zh: '财预〔2020〕10号 指标框架“预算执行率”', en: 'Caiyu [2020] No. 10, framework' },
      words: ['资金执行', '执行率', '执行情况', 'Execution', 'Execution rate'],
    },
    {
      id: 'executionRateOfBudget',
      name: { zh: '预算执行率（按调整后预算）', en: 'Execution rate of the budget' },
      means: {
        zh: '单位自评使用：支出占调整后全年预算的比例，分值10分。与部门评价中的预算执行率名称相同、分母不同，不能混用。',
        en: 'Used by the self-evaluation: spending by the adjusted budget of the year, 10 marks. The department’s rate divides by something else; the two are never mixed.',
      },
      formula: { zh: '支出 ÷ 调整后预算', en: 'Spent ÷ adjusted budget' },
      source: {
        zh: '财预〔2020〕10号 单位自评表“预算执行率”',
        en: 'Caiyu [2020] No. 10, self-evaluation table',
      },
      only: { under: '/goals', words: ['预算执行率', '执行率', 'Budget execution', 'Execution rate'] },
    },
    {
      id: 'adjustedBudget',
      name: { zh: '调整后预算', en: 'Adjusted budget' },
      means: {
        zh: '年初预算经批准调整后的全年预算数。年初预算、调整后预算、到位、支出四个数分别登记。',
        en: 'The year’s budget as adjusted. Initial budget, adjusted budget, received and spent are kept as four figures.',
      },
      words: ['全年预算数'],
    },
    {
      id: 'cityGrant',
      name: { zh: '市级补助', en: 'City grant' },
      means: {
        zh: '市级财政的专项资金，每人每月1,000元。它低于最低工资标准，工资的其余部分由县（市、区）负担。',
        en: 'The city’s earmarked money, CNY 1,000 a person and month: less than any minimum wage, the county pays the rest.',
      },
      source: TEXT_2022,
      words: ['City part'],
    },
    {
      id: 'countyPart',
      name: { zh: '县级配套', en: 'County part' },
      means: {
        zh: '工资和社会保险中由县（市、区）负担的部分，与市级补助分别登记。',
        en: 'What the county pays of wages and social insurance, kept apart from the city’s grant.',
      },
    },
    {
      id: 'countyAdvance',
      name: { zh: '县级垫付', en: 'County advance' },
      means: {
        zh: '市级资金到位以前，县（市、区）先用本级资金发放工资，以后归垫。这是正常做法，不是问题。',
        en: 'Before the city’s money arrives the county pays wages from its own. This is usual, and no fault.',
      },
      words: ['垫付', 'Advanced', 'Advance'],
    },
    {
      id: 'settlement',
      name: { zh: '归垫', en: 'Settlement of an advance' },
      means: {
        zh: '市级资金到位后，冲抵县（市、区）原先垫付的金额。',
        en: 'When the city’s money arrives, it offsets what the county had advanced.',
      },
      words: ['待归垫', 'Settlement'],
    },
    {
      id: 'reversal',
      name: { zh: '红字冲销', en: 'Reversal' },
      means: {
        zh: '已登记的支出有误时，用一笔相反的记录冲销，再登记正确的；原记录不删除、不修改。',
        en: 'A wrong entry is taken back by an opposite one, and then entered rightly; nothing is deleted or changed.',
      },
      words: ['红冲'],
    },
    {
      id: 'filing',
      name: { zh: '备案', en: 'Filing' },
      means: {
        zh: '收到资金1个月内，县（市、区）财政局和司法局把实施方案、经费拨付文件分别报市司法局和市财政局备案。',
        en: 'Within a month of receipt the county’s finance and justice bureaus file the plan and the transfer document with both city bureaus.',
      },
      source: TEXT_2022,
      words: ['实施方案', '经费拨付文件', 'Filings'],
    },
    {
      id: 'reconciliation',
      name: { zh: '对账', en: 'Reconciliation' },
      means: {
        zh: '逐环核对下达、拨付、到位、支出是否一致；不一致的，由县（市、区）司法局说明。',
        en: 'Issue, transfer, receipt and spending are compared link by link; the county explains what differs.',
      },
    },
    {
      id: 'subsidyPerCase',
      name: { zh: '一案一补', en: 'Case subsidy' },
      means: {
        zh: '人民调解个案补贴：调解成功且卷宗规范的案件，初审、审核后每年6月底、12月底前各发放一次。',
        en: 'A subsidy for each mediated case: successful and with a proper dossier, reviewed twice, paid by the end of June and of December.',
      },
      source: TEXT_2025,
    },
  ],
};
