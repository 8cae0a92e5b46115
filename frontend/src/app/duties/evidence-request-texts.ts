import { texts } from '../ui/texts';

/** Words of what evaluators ask counties to show. */
export const EVIDENCE_REQUEST_TEXTS = texts(
  {
    title: '评价组要求补充佐证',
    sentence: '评价组要求补充的佐证材料中，还有{{ open }}项待答复。',
    state: {
      open: '待答复，期限{{ day }}',
      overdue: '逾期未答复，期限{{ day }}',
      answered: '已于{{ day }}答复',
    },
    answer: '答复：',
    words: '答复内容',
    wanted: '请写明答复内容；有文件的，一并上传。',
    send: '提交答复',
  },
  {
    title: 'Evidence that evaluators ask for',
    sentence: 'Of what evaluators ask for, {{ open }} are not answered.',
    state: {
      open: 'to be answered by {{ day }}',
      overdue: 'overdue since {{ day }}',
      answered: 'answered on {{ day }}',
    },
    answer: 'Answer: ',
    words: 'Your answer',
    wanted: 'Write the answer; upload the documents with it.',
    send: 'Send the answer',
  },
);
