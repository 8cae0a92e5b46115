import { bilingual, type Bilingual } from '../bilingual';
import type { UnmetTask } from './balanced-assignment';

/** 无人可派: which county and section has too few evaluators, why, and what to do. */
export function unmetInWords(
  { wanted, found, because }: Pick<UnmetTask, 'wanted' | 'found' | 'because'>,
  county: string,
  section: Bilingual,
): Bilingual {
  const zh = `${county}“${section.zh}”需${wanted}人，${found === 0 ? '无人可派' : `只能派${found}人`}`;
  const en = `${county}, “${section.en}”: ${wanted} wanted, ${found === 0 ? 'nobody can be sent' : `${found} can be sent`}`;
  const reasons: Record<UnmetTask['because'], Bilingual> = {
    conflict: bilingual(
      '其余人员已申报利害关系，须回避。请增加评价人员。',
      'the others declared a conflict of interest. Add evaluators.',
    ),
    former: bilingual(
      '其余人员上年评价过该县（市、区）。请增加评价人员，或者关闭“连续两年不评同一县（市、区）”。',
      'the others had the county last year. Add evaluators, or allow the same county two years running.',
    ),
    tooFew: bilingual(
      '评价人员不足。请增加评价人员，或者减少每项评分人数。',
      'there are too few evaluators. Add some, or have fewer mark each section.',
    ),
  };
  const reason = reasons[because];
  return bilingual(`${zh}：${reason.zh}`, `${en}: ${reason.en}`);
}
