import type { RoleGuide } from './role-guide';

/** The evaluation firm. */
export const EVALUATION_GUIDES: readonly RoleGuide[] = [
  {
    role: 'evaluator',
    purpose: {
      zh: '对分给您的县（市、区）打分，写明扣分的事实和依据。',
      en: 'Give marks to the counties assigned to you, and say by which fact and rule they lose any.',
    },
    steps: [
      {
        title: { zh: '先申报回避', en: 'Declare conflicts first' },
        text: {
          zh: '进入批次后先申报与被评价单位有无利害关系，申报以后才开放资料。',
          en: 'Say first whether you have an interest in any county; papers open after that.',
        },
        path: '/evaluations',
        picture: 'rounds',
      },
      {
        title: { zh: '逐个指标打分', en: 'Score indicator by indicator' },
        text: {
          zh: '一个指标横看各县（市、区），标准、佐证和事实就在旁边；系统算出的先填好，一次确认。断网时照常打分，自动保存。',
          en: 'One indicator across the counties, with criterion, evidence and facts beside the box. Computed ones come filled. It works off line and saves itself.',
        },
        path: '/evaluations',
        picture: 'score',
      },
      {
        title: { zh: '现场和工作底稿', en: 'Field visits and working papers' },
        text: {
          zh: '资料清单、现场记录、取证单、抽样和问卷都在批次的“现场”里登记，可以打印签字。',
          en: 'Lists of documents, visits, slips, samples and surveys are kept with the round, and can be printed to be signed.',
        },
      },
    ],
    limits: {
      zh: '提交以前看不到其他评价人员的打分；不能代写自评、目标和监控表。',
      en: 'You see nobody else’s marks before you submit, and write no self-evaluation, goal or monitoring form.',
    },
  },
  {
    role: 'leadEvaluator',
    purpose: {
      zh: '对评价负责：组织合议，答复意见，签字。',
      en: 'Answer for the evaluation: settle differences, rule on replies, sign.',
    },
    steps: [
      {
        title: { zh: '看全组进度', en: 'See how the team stands' },
        text: {
          zh: '批次页列出每人、每县（市、区）打了多少项，评分表可以退回重打。',
          en: 'The round shows how many marks are given by whom; a score sheet can be returned.',
        },
        path: '/evaluations',
        picture: 'rounds',
      },
      {
        title: { zh: '合议', en: 'Settle differences' },
        text: {
          zh: '两人相差3分及以上的自动列出，第三人复核后记录集体意见和理由。',
          en: 'Where two differ by 3 marks or more, a third re-checks and the settlement is recorded with its reason.',
        },
      },
      {
        title: { zh: '答复意见', en: 'Rule on replies' },
        text: {
          zh: '对县（市、区）的每条意见写明采纳、部分采纳或不予采纳及理由。',
          en: 'Each opinion of a county is accepted, partly accepted or not, with the reason.',
        },
        picture: 'replies',
      },
    ],
    limits: {
      zh: '定案由组织评价的单位办理。',
      en: 'The bureau that organises the evaluation makes it final.',
    },
  },
];
