import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import { DEFAULT_SCORE_DECIMALS } from '../method';
import type { Method } from '../method';
import { DEFAULT_STATED_MARKS } from '../method-checks/stated-marks';
import { derivedChanges } from './derived-changes';
import { marksText } from './figures-in-words';
import { addedIndicators, changesOfIndicator, removedIndicators } from './indicator-changes';
import { changedText } from './method-change';
import type { MethodChange, MethodChangeKind } from './method-change';
import { methodTree } from './method-tree';
import { orderChanges } from './order-changes';

const WITHIN: Readonly<Record<NonNullable<Method['notApplicableWithin']>, Bilingual>> = {
  method: bilingual('在全部指标范围内折算', 're-scaling over the whole method'),
  parent: bilingual('在同一上级指标范围内折算', 're-scaling within the parent'),
};

function decimalsText({ scoreDecimals = DEFAULT_SCORE_DECIMALS }: Method): Bilingual {
  return bilingual(`${scoreDecimals}位`, String(scoreDecimals));
}

/** The settings of the method as a whole; one that is not stated has its default. */
function settingChanges(before: Method, after: Method): readonly MethodChange[] {
  const setting = (
    kind: MethodChangeKind,
    what: Bilingual,
    textOf: (method: Method) => Bilingual,
  ): MethodChange[] => changedText({ kind, indicator: null, what }, textOf(before), textOf(after));
  return [
    ...setting(
      'scoreDecimalsChanged',
      bilingual('得分小数位数', 'the decimal places of scores'),
      decimalsText,
    ),
    ...setting('statedMarksChanged', bilingual('总分', 'the stated total'), (method) =>
      marksText(method.statedMarks ?? DEFAULT_STATED_MARKS),
    ),
    ...setting(
      'notApplicableWithinChanged',
      bilingual('不适用指标的折算办法', 'how marks not applicable are made up for'),
      (method) => WITHIN[method.notApplicableWithin ?? 'method'],
    ),
  ];
}

/**
 * What changed from one version of a method to the next, each change as data and as a sentence in both languages:
 * 指标“在岗率”的分值由15分改为12分。 Indicators are the same when their ids are. Figures compare exactly ("10", "10.0" and 10 are one)
 * and a setting that is not stated equals its default; so two methods that say the same have no change. Settings come
 * first, then indicators that went, came and changed, their order, and what follows from all that: dimensions and the sum.
 * Drafts may be compared too; marks that cannot be read are compared as written and count 0 in a sum.
 */
export function diffMethods(before: Method, after: Method): readonly MethodChange[] {
  const [old, now] = [methodTree(before), methodTree(after)];
  return [
    ...settingChanges(before, after),
    ...removedIndicators(old, now),
    ...addedIndicators(old, now),
    ...[...now.byId.keys()]
      .filter((id) => old.byId.has(id))
      .flatMap((id) => changesOfIndicator(id, old, now)),
    ...orderChanges(old, now),
    ...derivedChanges(old, now),
  ];
}
