import type { RoleGuide } from './role-guide';

/** The city's bureaus. */
export const CITY_GUIDES: readonly RoleGuide[] = [
  {
    role: 'leader',
    purpose: {
      zh: '看钱到没到、人领没领到工资、有没有问题、哪些事需要您办。',
      en: 'See whether the money arrived, people are paid, anything is wrong, and what needs you.',
    },
    steps: [
      {
        title: { zh: '先看总览第一句', en: 'Read the first sentence of the overview' },
        text: {
          zh: '第一句话是全市总的情况；下面“需要您办”列出待批事项和逾期事项，没有时写明没有。整页可打印在一张A4纸上。',
          en: 'It says how the whole city stands. Below it stands what needs you, or that nothing does. The page prints on one A4.',
        },
        path: '/overview',
        picture: 'overview',
      },
      {
        title: { zh: '从数字走到原始记录', en: 'Walk from a figure to its record' },
        text: {
          zh: '点得分、金额等数字，右侧写出规则、数据、逐行计算和审核人；再点一次就是原始记录。',
          en: 'A click on a score or an amount opens its rule, its inputs and its arithmetic; another one opens the record.',
        },
        picture: 'explanation',
      },
      {
        title: { zh: '看下一年度测算', en: 'Look at next year' },
        text: {
          zh: '“资金分配测算”把维持现行分配和测算结果并列，写明增减理由、把握程度和人员影响。定下来以前只是测算稿。',
          en: '“Allocation” puts the present split beside the proposal, with the reason, how sure it is, and the people affected. Until it is decided it is a draft.',
        },
        path: '/allocations',
        picture: 'allocation',
      },
      {
        title: { zh: '办理决定', en: 'Take the decision' },
        text: {
          zh: '测算方案提交后，在“分配决定”中逐步办理集体研究、会签和印发；已在纸面办理的，可登记日期、文号和扫描件。',
          en: 'Once a scenario is submitted, its decision is taken step by step, or registered from paper with its number and scan.',
        },
        path: '/allocations/decisions',
      },
    ],
    limits: {
      zh: '局领导看全部业务数据，办理审批，不填报数据；看不到尚未说明的疑点。',
      en: 'The leadership reads all business data and approves; it enters nothing, and sees no doubt before it is explained.',
    },
  },
  {
    role: 'programOfficer',
    purpose: {
      zh: '把一年的工作办起来：年度、模板、审核、评价批次、分配方案。',
      en: 'Run the year: years, templates, approvals, evaluation rounds, proposals of the split.',
    },
    steps: [
      {
        title: { zh: '每月先看“时限与待办”', en: 'Begin the month with the duties' },
        text: {
          zh: '逾期和即将到期的排在前面，每条写明依据、起算日和办理单位；“减负账”显示各县（市、区）本月填了多少数。',
          en: 'What is overdue or due soon comes first, each with its document and who owes it.',
        },
        path: '/duties',
        picture: 'duties',
      },
      {
        title: { zh: '审核督查表', en: 'Approve the inspections' },
        text: {
          zh: '在“督查”表中点一个月份打开，核对后审核通过或退回；自己录入的由他人审核。',
          en: 'Open a month in the table of inspections; approve it or return it. What you entered is approved by somebody else.',
        },
        path: '/inspections',
        picture: 'inspection',
      },
      {
        title: { zh: '组织评价', en: 'Organise the evaluation' },
        text: {
          zh: '先在“评价办法”发布办法，再在“绩效评价”建立批次，逐步登记委托、通知、现场、征求意见、定案。',
          en: 'Publish the method, then set up the round; each of its steps has a day and a document.',
        },
        path: '/evaluations',
        picture: 'rounds',
      },
      {
        title: { zh: '形成分配方案', en: 'Make the proposal' },
        text: {
          zh: '在“资金分配测算”中调整设置、保存方案、比较，写明理由后提交集体研究。',
          en: 'Try the settings, keep scenarios, compare them, and submit one with its reasons.',
        },
        path: '/allocations',
        picture: 'allocation',
      },
    ],
    limits: {
      zh: '不能审核自己录入的内容；不打分；看不到尚未说明的疑点。',
      en: 'You do not approve what you entered, give no marks, and see no doubt before it is explained.',
    },
  },
  {
    role: 'inspector',
    purpose: {
      zh: '每月对各县（市、区）督查，跟踪问题整改到销号。',
      en: 'Check each county every month, and follow findings until they are closed.',
    },
    steps: [
      {
        title: { zh: '打开本月督查表', en: 'Open the month’s sheets' },
        text: {
          zh: '本月的表已自动建立，上月结论和未销号的问题列在旁边；已知的数不用再填，自动保存。',
          en: 'The sheets of the month are there already, with last month’s conclusions beside them; they save themselves.',
        },
        path: '/inspections',
        picture: 'inspection',
      },
      {
        title: { zh: '核实疑点', en: 'Settle the doubts' },
        text: {
          zh: '疑点先由该县（市、区）在5个工作日内说明；采纳说明的了结，不采纳的转为问题。',
          en: 'The county explains a doubt within five working days; you accept it, or make it a finding.',
        },
        path: '/findings',
      },
      {
        title: { zh: '复核整改', en: 'Re-check rectifications' },
        text: {
          zh: '“待复核”的问题对照佐证复核：通过即销号，不通过退回并写明原因。',
          en: 'Look at the evidence: pass it and it is closed, or return it and say why.',
        },
        path: '/findings',
        picture: 'findings',
      },
    ],
    limits: {
      zh: '督查表由项目科室审核；不填县（市、区）的支出和工作量。',
      en: 'The program office approves your sheets; spending and workload are the counties’ to fill in.',
    },
  },
  {
    role: 'finance',
    purpose: {
      zh: '登记指标下达，核对备案，会签分配，组织财政评价。',
      en: 'Enter what is issued, see the filings, countersign the split, organise the finance evaluation.',
    },
    steps: [
      {
        title: { zh: '登记下达', en: 'Enter what is issued' },
        text: {
          zh: '在“资金”的收支台账登记指标下达的日期、金额和文号，随后县（市、区）登记到位和拨付。',
          en: 'Enter day, amount and document in the ledger; the counties then enter receipt and transfer.',
        },
        path: '/funds/ledger',
        picture: 'ledger',
      },
      {
        title: { zh: '核对资金链', en: 'Check the chain' },
        text: {
          zh: '“资金”页逐环列出预算、下达、到位、拨付、支出和备案，哪一环不一致写明在哪。',
          en: '“Funds” shows the chain from budget to spending, link by link, and where it does not agree.',
        },
        path: '/funds',
        picture: 'funds',
      },
      {
        title: { zh: '会签分配', en: 'Countersign the split' },
        text: {
          zh: '在“分配决定”中对提交的方案会签或提出意见。',
          en: 'Countersign what was submitted, or say what is against it.',
        },
        path: '/allocations/decisions',
      },
    ],
    limits: {
      zh: '财政评价与部门评价分别保存，互不覆盖；不修改司法局录入的数据。',
      en: 'The finance evaluation is kept apart from the department’s; what the justice bureaus enter is not yours to change.',
    },
  },
];
