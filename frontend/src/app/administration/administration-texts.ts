import { texts } from '../ui/texts';

/** Words that the pages of administration share. */
export const ADMINISTRATION_TEXTS = texts(
  {
    reason: '原因',
    reasonHint: '说明办理的依据或原因，不超过 500 字，将记入审计日志',
    reasonProblem: '请填写原因',
    none: '无',
  },
  {
    reason: 'Reason',
    reasonHint: 'Why this is done, in at most 500 characters; the audit trail keeps it',
    reasonProblem: 'Enter the reason',
    none: 'none',
  },
);
