import type { RoleGuide } from './role-guide';

/** The counties’ bureaus. */
export const COUNTY_GUIDES: readonly RoleGuide[] = [
  {
    role: 'countyOfficer',
    purpose: {
      zh: '报送本县（市、区）的支出、工作量和花名册，答复问题和评价初稿。一个月约十分钟。',
      en: 'Report your county’s spending, workload and roster; answer findings and draft results. About ten minutes a month.',
    },
    steps: [
      {
        title: { zh: '导入工资表', en: 'Load the wage list' },
        text: {
          zh: '在“资金”的月度支出表上传现有工资表，系统认出列并提示差异；没有变化的月份点“本月无变化，确认”。',
          en: 'Upload the wage list that you already have; its columns are recognised. A month without change is one act.',
        },
        path: '/funds/spending',
        picture: 'spending',
      },
      {
        title: { zh: '填工作量，核对花名册', en: 'Fill in the workload, check the roster' },
        text: {
          zh: '只填数字，不填任何矫正对象个人信息；到岗、离岗登记在“花名册”。',
          en: 'Numbers only, never a supervised person. Who comes and who leaves is entered in the roster.',
        },
        path: '/workload',
      },
      {
        title: { zh: '资金到账后备案', en: 'File when the money has come' },
        text: {
          zh: '到账之日起1个月内上传实施方案和经费拨付文件，“时限与待办”写明最后一天。',
          en: 'Within a month of receipt, upload the plan and the transfer document; the duties name the last day.',
        },
        path: '/funds/ledger',
        picture: 'ledger',
      },
      {
        title: { zh: '答复问题和疑点', en: 'Answer findings and doubts' },
        text: {
          zh: '“问题整改”中写明整改情况、附佐证；疑点在5个工作日内说明即可了结。',
          en: 'Say what was done, with evidence. A doubt is explained within five working days.',
        },
        path: '/findings',
        picture: 'findings',
      },
      {
        title: { zh: '对评价初稿提意见', en: 'Answer the draft result' },
        text: {
          zh: '征求意见期间先看到本单位的初稿，逐条提出意见，由本单位审核人提交。',
          en: 'While opinions are asked, you see your own draft first; the approver of your bureau submits your answers.',
        },
        path: '/evaluations',
        picture: 'replies',
      },
    ],
    limits: {
      zh: '只看本县（市、区）的数据；报送后由本单位审核人审核，不能自己审核。',
      en: 'You see your own county only; what you report is approved by another person of your bureau.',
    },
  },
  {
    role: 'countyApprover',
    purpose: {
      zh: '审核本单位报送的数据和意见。',
      en: 'Approve what your bureau reports and answers.',
    },
    steps: [
      {
        title: { zh: '审核支出和工作量', en: 'Approve spending and workload' },
        text: {
          zh: '打开已报送的表，系统标出与上月、与花名册不一致的地方；无误的审核通过，有误的退回并写明原因。',
          en: 'Open what was submitted; what differs from last month or from the roster is pointed out. Approve it, or return it and say why.',
        },
        path: '/funds/spending',
        picture: 'spending',
      },
      {
        title: { zh: '提交评价意见', en: 'Submit the reply' },
        text: {
          zh: '经办人写好的意见由您提交，提交后不再修改。',
          en: 'You submit what the clerk wrote; after that it does not change.',
        },
        path: '/evaluations',
        picture: 'replies',
      },
    ],
    limits: {
      zh: '不能审核自己录入的内容；只看本县（市、区）的数据。',
      en: 'You do not approve what you entered, and see your own county only.',
    },
  },
  {
    role: 'countyFinance',
    purpose: {
      zh: '确认资金到位和拨付，一年两个日期、两份文件。',
      en: 'Confirm receipt and transfer: two dates and two files a year.',
    },
    steps: [
      {
        title: { zh: '登记到位和拨付', en: 'Enter receipt and transfer' },
        text: {
          zh: '在“资金”的收支台账登记到账日期、金额和拨付到司法局的日期、文号。',
          en: 'Enter in the ledger when the money came and when it was passed on to the justice bureau.',
        },
        path: '/funds/ledger',
        picture: 'ledger',
      },
      {
        title: { zh: '共同备案', en: 'File together' },
        text: {
          zh: '实施方案和经费拨付文件与司法局共同备案，一方已上传的另一方不用再传。',
          en: 'Plan and transfer document are filed with the justice bureau; what one has uploaded the other need not.',
        },
        path: '/funds',
        picture: 'funds',
      },
    ],
    limits: {
      zh: '不填工资和工作量；只看本县（市、区）的数据。',
      en: 'Wages and workload are not yours to fill in; you see your own county only.',
    },
  },
  {
    role: 'justiceOffice',
    purpose: {
      zh: '司法所对“一案一补”申报做初审。',
      en: 'The justice office does the first review of case subsidies.',
    },
    steps: [
      {
        title: { zh: '登录并改密码', en: 'Sign in and change the password' },
        text: {
          zh: '本版本还没有司法所的业务页面；请在“我的账户”改好密码，保管好账户。',
          en: 'This version has no page for justice offices yet; set your own password under “My account”.',
        },
        path: '/account',
      },
    ],
    limits: {
      zh: '看不到县（市、区）和全市的业务数据。',
      en: 'You see no business data of the county or the city.',
    },
  },
];
