import { bilingual } from '../bilingual';

/** What an evaluator signs by submitting; it is kept with the sheet as it was signed. */
export const SUBMISSION_STATEMENT = bilingual(
  '本人确认：以上评分依据评价办法和佐证材料独立作出，与被评价单位不存在利害关系，并对评分的真实性、公正性负责。',
  'I confirm that I gave these scores independently, by the method and the evidence; that I have no interest in the unit evaluated; and that I answer for their truth and fairness.',
);
