import { texts } from '../../ui/texts';

export const RESEARCH_TEXTS = texts(
  {
    title: '更多（研究用）：其他办法与权重参考',
    intro: '下面各列只换一项设置，其余与上面相同，且不经“有把握才调整”的检验。仅供研究，不作为分配依据。',
    computing: '计算中……',
    failed: '没有算出来，请重试。',
    now: '（本次）',
    differs: '与本次不同',
    sound: '没有需要提示的问题。',
    methods: {
      title: '五种取整办法',
      text: '份额相同，取整办法不同，名额可能差一个。最大余数法可能出现“名额总数增加、某县反而减少”；除数法可能超出份额的上下整数。',
    },
    modes: {
      title: '绩效计入方式',
      text: '按等级分档在等级界限上有跳档；得分占比相加会拉向平均。没有选用的方式按常用数字试算（分档 1.1、1.0、0.9、0.8；相加权重 0.2）。',
    },
    advisers: {
      title: '权重参考',
      entropy:
        '熵权法：各县（市、区）之间差异越大的因素，权重越大。只反映数据的差异，不反映政策的轻重，权重仍由文件规定。',
      sum: '合计',
      ahp: '层次分析法（两两比较）在评价办法的“权重参考”中。',
      toMethods: '打开评价办法',
    },
  },
  {
    title: 'More (for research): other methods, and advice on weights',
    intro:
      'Each column changes one setting and keeps the others, without “only where firm”. For research, no basis for any allocation.',
    computing: 'Computing …',
    failed: 'It could not be computed; try again.',
    now: '(now)',
    differs: 'differs from now',
    sound: 'Nothing to warn of.',
    methods: {
      title: 'Five methods of whole posts',
      text: 'The same shares, and yet a post more or less. Largest remainder may take a post from a county as the pool grows; divisor methods may leave the quota.',
    },
    modes: {
      title: 'Ways of counting performance',
      text: 'Grades step at their edges; adding pulls to the mean. A mode that is not chosen is tried with its usual figures (1.1, 1.0, 0.9, 0.8; weight 0.2).',
    },
    advisers: {
      title: 'Advice on weights',
      entropy:
        'Entropy: a factor in which the counties differ more weighs more. It knows the figures, not what matters; weights are set by a document.',
      sum: 'Sum',
      ahp: 'Pairwise comparison (AHP) stands with the evaluation methods, under the advisers of weights.',
      toMethods: 'Open the methods',
    },
  },
);
