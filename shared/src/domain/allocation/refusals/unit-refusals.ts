import { bilingual } from '../../bilingual';
import { compare, rational, ZERO } from '../../numbers/rational';
import { pointerToken, refusal, type Refusal } from '../../refusal';
import { needsLastPart, type AllocationPolicy, type AllocationUnit } from '../allocation';
import { negativeRefusal } from './negative-refusal';

/** What is wrong with one unit; what the policy asks of every unit is worked out once for thousands of them. */
export function unitRefusals(
  policy: AllocationPolicy,
): (unit: AllocationUnit, at: string) => readonly Refusal[] {
  const factorFaults = factorRefusals(policy);
  const [needsScore, needsLast] = [policy.performance.mode !== 'none', needsLastPart(policy)];
  return (unit, at) => {
    const faults = factorFaults(unit, at);
    const absent = (key: string, zh: string, en: string) =>
      refusal(
        `${at}/${key}`,
        `单位“${unit.id}”缺少${zh}，请补报`,
        `Unit "${unit.id}" lacks ${en}; supply it`,
      );
    if (unit.score === undefined) {
      if (needsScore) faults.push(absent('score', '绩效得分', 'a score'));
    } else if (compare(unit.score, ZERO) < 0 || compare(unit.score, FULL_SCORE) > 0) {
      faults.push(
        refusal(
          `${at}/score`,
          `单位“${unit.id}”的绩效得分应在 0 至 100 之间（按满分 100 折算），请核对`,
          `The score of unit "${unit.id}" must lie between 0 and 100 (percent of full marks); check it`,
        ),
      );
    }
    if (unit.lastPart === undefined && needsLast)
      faults.push(
        absent(
          'lastPart',
          '上年分配数（年度最大调整、分年到位需要）',
          "last year's parts, which the policy needs",
        ),
      );
    for (const [key, zh, en] of WHOLE_PARTS) {
      if ((unit[key] ?? 0n) < 0n)
        faults.push(
          negativeRefusal(
            `${at}/${key}`,
            bilingual(`单位“${unit.id}”的${zh}`, `The ${en} of unit "${unit.id}"`),
          ),
        );
    }
    return faults;
  };
}

const FULL_SCORE = rational(100);

const WHOLE_PARTS = [
  ['lastPart', '上年分配数', 'last part'],
  ['kept', '保留数', 'kept part'],
  ['floor', '保底数', 'floor'],
  ['cap', '封顶数', 'cap'],
] as const;

/** Factors that a unit lacks, that the policy does not know, or that are negative. */
function factorRefusals(policy: AllocationPolicy): (unit: AllocationUnit, at: string) => Refusal[] {
  const known = new Set(policy.factors.map(({ id }) => id));
  const needed = policy.factors.filter(({ weight }) => weight.numerator > 0n).map(({ id }) => id);
  return (unit, at) => {
    const faults: Refusal[] = [];
    const pointer = (id: string) => `${at}/factors/${pointerToken(id)}`;
    for (const [id, value] of Object.entries(unit.factors)) {
      if (!known.has(id)) {
        faults.push(
          refusal(
            pointer(id),
            `单位“${unit.id}”的因素“${id}”不在分配办法之中，请核对名称或删去`,
            `Factor "${id}" of unit "${unit.id}" is not in the policy; check its name or remove it`,
          ),
        );
      } else if (value.numerator < 0n) {
        const what = bilingual(`单位“${unit.id}”的因素“${id}”`, `Factor "${id}" of unit "${unit.id}"`);
        faults.push(negativeRefusal(pointer(id), what));
      }
    }
    for (const id of needed) {
      if (Object.hasOwn(unit.factors, id)) continue;
      faults.push(
        refusal(
          pointer(id),
          `单位“${unit.id}”缺少因素“${id}”的数据，不能按 0 计，请补报`,
          `Unit "${unit.id}" lacks factor "${id}", which never counts as 0; supply it`,
        ),
      );
    }
    return faults;
  };
}
