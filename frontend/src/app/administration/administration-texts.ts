import { texts } from '../ui/texts';

/** Words that the pages of administration share. */
export const ADMINISTRATION_TEXTS = texts(
  {
    reason: '原因',
    reasonHint: '说明办理的依据或原因，不超过 500 字，将记入审计日志',
    reasonProblem: '请填写原因',
    conflict: {
      title: '打开后，该内容已被他人修改',
      text: '您的操作没有提交，填写的内容仍然保留。',
      unknown: '暂时读不到最新内容，请稍后再试。',
      same: '他人的修改没有改变下列内容，您可以直接继续。',
      field: '项目',
      before: '打开时',
      now: '现在',
      typed: '您填写的',
      keep: '保留我的填写，按最新内容继续',
      reload: '放弃我的填写，载入最新内容',
      goOn: '已了解，按最新内容继续',
    },
    none: '无',
  },
  {
    reason: 'Reason',
    reasonHint: 'Why this is done, in at most 500 characters; the audit trail keeps it',
    reasonProblem: 'Enter the reason',
    conflict: {
      title: 'Somebody changed this after you opened it',
      text: 'Nothing was sent; what you have typed is still here.',
      unknown: 'What it says now cannot be read; try again later.',
      same: 'The other change left all of this as it was: you can go on.',
      field: 'Field',
      before: 'When opened',
      now: 'Now',
      typed: 'Typed by you',
      keep: 'Keep what I typed and go on from the new version',
      reload: 'Give up what I typed and show the new version',
      goOn: 'Understood, go on from the new version',
    },
    none: 'none',
  },
);
