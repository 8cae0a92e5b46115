import { bilingual } from '../../bilingual';
import type { Bilingual } from '../../bilingual';
import type { MethodChange, MethodChangeKind } from './method-change';

const SETTINGS: readonly MethodChangeKind[] = [
  'scoreDecimalsChanged',
  'statedMarksChanged',
  'notApplicableWithinChanged',
];
/** Neither an indicator nor a setting: they follow from the others, or are told in a clause of their own. */
const NOT_COUNTED: readonly MethodChangeKind[] = [
  ...SETTINGS,
  'orderChanged',
  'dimensionChanged',
  'totalMarksChanged',
];

const things = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/**
 * One sentence over a diff. Example: 本次修订共涉及3项指标：新增1项，删除1项，修改1项；另修改设置1项。 An indicator counts once, however much
 * of it changed; marks of dimensions are not counted, because they follow from their indicators.
 */
export function summariseChanges(changes: readonly MethodChange[]): Bilingual {
  if (changes.length === 0) return bilingual('两个版本没有差别。', 'The two versions do not differ.');
  const idsOf = (wanted: (kind: MethodChangeKind) => boolean): number =>
    new Set(changes.filter((one) => wanted(one.kind)).map((one) => one.indicator)).size;
  const added = idsOf((kind) => kind === 'indicatorAdded');
  const removed = idsOf((kind) => kind === 'indicatorRemoved');
  const touched = idsOf((kind) => !NOT_COUNTED.includes(kind));
  const modified = touched - added - removed;
  const settings = changes.filter((one) => SETTINGS.includes(one.kind)).length;
  const ordered = changes.some((one) => one.kind === 'orderChanged');
  const parts = [
    { count: added, zh: '新增', en: 'added' },
    { count: removed, zh: '删除', en: 'removed' },
    { count: modified, zh: '修改', en: 'changed' },
  ].filter((one) => one.count > 0);
  const clauses: Bilingual[] = [];
  if (touched > 0) {
    const zh = parts.map((one) => `${one.zh}${one.count}项`).join('，');
    const en = parts.map((one) => `${one.count} ${one.en}`).join(', ');
    clauses.push(bilingual(`共涉及${touched}项指标：${zh}`, `${things(touched, 'indicator')}: ${en}`));
  }
  if (settings > 0)
    clauses.push(bilingual(`修改办法设置${settings}项`, `${things(settings, 'setting')} changed`));
  if (ordered) clauses.push(bilingual('调整指标顺序', 'indicators put in another order'));
  const zh = clauses.map((one) => one.zh).join('；');
  const en = clauses.map((one) => one.en).join('; ');
  return bilingual(`本次修订${zh}。`, `This revision: ${en}.`);
}
