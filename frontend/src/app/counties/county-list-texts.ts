import { texts } from '../ui/texts';

/** Words of the way to a county. */
export const COUNTY_LIST_TEXTS = texts(
  {
    title: '县（市、区）',
    question: '要看哪个县（市、区）？',
    hint: '按官方顺序排列，点选查看该县（市、区）的情况和依据。',
    find: '按名称、代码查找',
    city: '市（州）',
    everyCity: '全部',
    found: '显示 {{ count }} 个，共 {{ all }} 个县（市、区）',
    elsewhere: '没有链接的县（市、区），其数据在所属市（州）的系统中，此处只列名称和代码。',
    noneFound: '没有符合条件的县（市、区），请改写名称或选择“全部”。',
    measure: '看哪一项',
    measures: {
      wages: '工资发放及时率',
      onPost: '在岗率',
      receipt: '资金到位率',
      inspection: '督查合格率',
      rectification: '问题整改及时率',
    },
    summary: '{{ name }}：正常 {{ normal }} 个，关注 {{ attention }} 个，预警 {{ warning }} 个县（市、区）',
    column: {
      name: '县（市、区）',
      code: '行政区划代码',
      city: '市（州）',
      province: '省（区、市）',
      light: '跟踪情况',
    },
    posts: '核定名额 {{ count }} 个',
    empty: '您的账户没有可查看的县（市、区）。如有疑问，请联系市司法局项目科室。',
  },
  {
    title: 'Counties',
    question: 'Which county do you want to see?',
    hint: 'In official order. Choose one to see how it stands and what that rests on.',
    find: 'Find by name or code',
    city: 'City',
    everyCity: 'all',
    found: 'Showing {{ count }} of {{ all }} counties',
    elsewhere:
      'A county without a link has its data in the system of its own city: here it is listed by name and code.',
    noneFound: 'No county matches: change the name or choose all cities.',
    measure: 'Measure',
    measures: {
      wages: 'Wages paid in time',
      onPost: 'Posts filled',
      receipt: 'Money received',
      inspection: 'Inspection items passed',
      rectification: 'Findings rectified in time',
    },
    summary: '{{ name }}: {{ normal }} normal, {{ attention }} attention, {{ warning }} warning',
    column: {
      name: 'County',
      code: 'Code',
      city: 'City',
      province: 'Province',
      light: 'Tracking',
    },
    posts: '{{ count }} approved posts',
    empty: 'Your account may read no county. If that is wrong, ask the program office of the city bureau.',
  },
);
