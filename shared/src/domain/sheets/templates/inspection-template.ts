import { bilingual } from '../../bilingual';
import { ASSISTANTS_TEMPLATE } from '../../monitoring/assistants-template';
import type { AssistantsItemId, TemplateItem } from '../../monitoring/assistants-template';
import type { SheetItem, SheetTemplate } from '../sheet';

/** The largest figures that can be right: four filings, and the days of a year. */
const MAXIMA: Readonly<Partial<Record<AssistantsItemId, number>>> = { filing: 4, moneyClock: 366 };

const sheetItem = ({ id, name, criteria, basis, frequency, figureUnit }: TemplateItem): SheetItem => ({
  id,
  name,
  criteria,
  basis,
  answer: 'conclusion',
  ...(figureUnit === null ? {} : { unit: figureUnit }),
  ...(MAXIMA[id] === undefined ? {} : { maximum: MAXIMA[id] }),
  frequency,
  required: true,
});

/** 督查表 of 协勤 money: the twelve items of rules.md section 5, each answered by a conclusion with its figure beside it. */
export const INSPECTION_TEMPLATE: SheetTemplate = {
  kind: 'inspection',
  items: ASSISTANTS_TEMPLATE.map(sheetItem),
  rules: [
    {
      id: 'withinPosts',
      kind: 'atMost',
      left: [{ item: 'staffOnPost' }],
      right: [{ known: 'approvedPosts' }],
      severity: 'warning',
      advice: bilingual(
        '请核对花名册；确属超核定名额用人的，按不合格处理并写明情况。',
        'Check the roster; where more persons than posts are really employed, the item fails and says so.',
      ),
    },
    {
      id: 'staffAsInSpending',
      kind: 'equals',
      left: [{ item: 'staffOnPost' }],
      right: [{ sheet: 'spending', figure: 'personsOnPost' }],
      severity: 'warning',
      advice: bilingual(
        '请核对花名册与工资发放名册；支出表填错的，请县（市、区）更正；情况属实的，写明原因。',
        'Compare the roster with the wage list; where the spending sheet is wrong, have the county correct it; where both are true, say why.',
      ),
    },
  ],
};
