import { TEXT_2025, type TermGroup } from './term';

/** Next year's split. */
export const ALLOCATION_TERMS: TermGroup = {
  id: 'allocation',
  name: { zh: '资金分配测算', en: 'Next year’s split' },
  terms: [
    {
      id: 'allocation',
      name: { zh: '资金分配测算', en: 'Allocation' },
      means: {
        zh: '按评价结果和工作量试算下一年度的分配。未经集体研究决定，只是测算稿，不作为分配依据。',
        en: 'A computation of next year’s split from results and workload. Until it is decided, it is a draft and no basis of any split.',
      },
      source: TEXT_2025,
      words: ['资金分配', '测算结论', '测算'],
    },
    {
      id: 'allocationScenario',
      name: { zh: '测算方案', en: 'Scenario' },
      means: {
        zh: '一组保存下来的测算设置和结果，可以比较、提交研究。',
        en: 'Settings and their result, kept so that they can be compared and submitted.',
      },
      words: ['Scenarios'],
    },
    {
      id: 'keepSplit',
      name: { zh: '维持现行分配', en: 'Keep the present split' },
      means: {
        zh: '不调整，沿用上年的分配。它始终和测算结果并列，供决策时对照。',
        en: 'Change nothing. It always stands beside what is proposed.',
      },
      words: ['现行分配', '维持现行'],
    },
    {
      id: 'weight',
      name: { zh: '权重', en: 'Weight' },
      means: {
        zh: '各因素在分配中所占的比重，合计100%。',
        en: 'How much a factor counts in the split; all of them make 100%.',
      },
      words: ['Weights'],
    },
    {
      id: 'coefficient',
      name: { zh: '绩效系数', en: 'Coefficient' },
      means: {
        zh: '按得分对工作量份额做的连续、有限度的调整，默认60分为0.90，100分为1.10，没有等级台阶。',
        en: 'A continuous, bounded factor on the share of the workload: 0.90 at 60 points, 1.10 at 100 unless set otherwise; no cliffs at a grade’s edge.',
      },
      words: ['系数', 'Coefficients'],
    },
    {
      id: 'floorAndCap',
      name: { zh: '保底、封顶', en: 'Floor and cap' },
      means: {
        zh: '一个县（市、区）最少、最多可得的名额。保底默认不低于经核实的平均在岗人数。',
        en: 'The least and the most a county can get. The floor is the verified average on post unless set otherwise.',
      },
      words: ['保底', '封顶', 'Floor', 'Cap'],
    },
    {
      id: 'maximumChange',
      name: { zh: '年度最大调整', en: 'Maximum change' },
      means: {
        zh: '一个县（市、区）一年最多增减的名额，默认1个。',
        en: 'By how many posts a county may move in a year: one unless set otherwise.',
      },
    },
    {
      id: 'phaseIn',
      name: { zh: '分年到位', en: 'Phase-in' },
      means: {
        zh: '把较大的调整分几年完成，给人员安排留出时间。',
        en: 'A larger change is spread over years, so that people can be provided for.',
      },
    },
    {
      id: 'largestRemainder',
      name: { zh: '最大余数法', en: 'Largest remainder' },
      means: {
        zh: '把份额化为整数名额的办法：先取整数部分，剩余名额按小数部分从大到小各加1个，合计恒等于总名额。',
        en: 'How shares become whole posts: whole parts first, then one each by the largest remainders; the sum is always exact.',
      },
    },
    {
      id: 'stability',
      name: { zh: '测算稳定性', en: 'Stability' },
      means: {
        zh: '结果有多大把握：得分在合理范围内变动时，多少次模拟的增减方向不变。默认90%以上才调整。',
        en: 'How sure the result is: in how many simulations the direction holds when scores move within reason. A post moves from 90% on unless set otherwise.',
      },
      words: ['把握程度', '稳定性', 'How sure'],
    },
    {
      id: 'staffImpact',
      name: { zh: '人员影响', en: 'People affected' },
      means: {
        zh: '分配调整会使多少在岗人员减少。大于0的，须附人员安排意见才能提交决定。',
        en: 'How many people on post a split would cost. Above 0 it needs a staffing opinion before it is decided.',
      },
    },
    {
      id: 'collectiveDecision',
      name: { zh: '集体研究', en: 'Collective decision' },
      means: {
        zh: '分配由党组会（局长办公会）集体研究决定，财政会签后印发；测算只提供依据。',
        en: 'The bureau’s leadership decides together, finance countersigns, and then it is promulgated; a computation only informs.',
      },
      words: ['党组会', '会签', '印发'],
    },
  ],
};
