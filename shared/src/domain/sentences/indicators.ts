import { bilingual, type Bilingual } from '../bilingual';
import type { ValueState } from '../metrics/facts';
import type { Light } from '../monitoring/light';
import { countiesInWords, oneSentence } from './counties-in-words';

/** One indicator across the counties of a page, in official order. */
export interface IndicatorAcross {
  readonly name: Bilingual;
  readonly cells: readonly {
    readonly county: string;
    readonly state: ValueState;
    readonly light: Light;
    readonly figure: string | null;
    readonly target: string | null;
  }[];
}

/** More than that many counties are counted and not named. */
const NAMED = 3;

type Across = IndicatorAcross['cells'];

/** 红塔区、江川区 or, of many, 红塔区等 5 个县（市、区）. Names stand in official order: they are no order of merit. */
function named(cells: Across): Bilingual {
  const first = cells.slice(0, NAMED).map(({ county }) => county);
  if (cells.length <= NAMED) return bilingual(first.join('、'), first.join(', '));
  const { zh, en } = countiesInWords(cells.length);
  return bilingual(`${first.join('、')}等 ${zh}`, `${en} (${first.join(', ')} among them)`);
}

const isUnder = ({ light, figure }: Across[number]): boolean =>
  figure !== null && (light === 'attention' || light === 'warning');

function underClause({ name, cells }: IndicatorAcross): readonly Bilingual[] {
  const under = cells.filter(isUnder);
  const [first] = under;
  if (!first) return [];
  const english = name.en.toLowerCase();
  if (cells.length === 1) {
    return [
      bilingual(
        `${name.zh}为 ${first.figure}%，低于目标 ${first.target}%`,
        `${english}: ${first.figure}%, under the target of ${first.target}%`,
      ),
    ];
  }
  return [
    bilingual(`${name.zh}低于目标的有${named(under).zh}`, `${english} under target in ${named(under).en}`),
  ];
}

/** Where a figure is due and absent; a sentence of what is there would otherwise pass for a sentence of all. */
function missingClause(indicators: readonly IndicatorAcross[]): readonly Bilingual[] {
  const missing = indicators.filter(({ cells }) => cells.some(({ state }) => state === 'missing'));
  if (missing.length === 0) return [];
  const figures = missing.flatMap(({ cells }) => cells.filter(({ state }) => state === 'missing')).length;
  const [zh, en] = [missing.map(({ name }) => name.zh), missing.map(({ name }) => name.en.toLowerCase())];
  const more = missing.length > NAMED;
  return [
    bilingual(
      `${zh.slice(0, NAMED).join('、')}${more ? `等 ${missing.length} 项指标` : ''}有 ${figures} 处数据缺报，暂不能计算`,
      `${figures === 1 ? '1 figure is' : `${figures} figures are`} missing and cannot be computed (${en.slice(0, NAMED).join(', ')}${more ? ` among ${missing.length} indicators` : ''})`,
    ),
  ];
}

/**
 * Which indicator needs work where, in one sentence: of the indicators with a target, which counties are under theirs. Said in
 * the order of the indicators and of the counties; it knows no order of merit, no grade and no rank.
 * Example: "2025 年有目标的 5 项指标中，4 项在各县（市、区）均没有低于目标的数据；在岗率低于目标的有通海县。"
 */
export function indicatorsSentence(
  year: number,
  targeted: readonly IndicatorAcross[],
  missing: readonly IndicatorAcross[] = targeted,
): Bilingual {
  const isDue = targeted.some(({ cells }) => cells.some(({ state }) => state !== 'notDue'));
  if (!isDue) {
    return bilingual(
      `${year} 年各项指标均未到期，目前没有需要改进的数据。`,
      `No indicator of ${year} is due yet: there is nothing to improve so far.`,
    );
  }
  const under = targeted.flatMap(underClause);
  const calm = targeted.length - under.length;
  const one = targeted.every(({ cells }) => cells.length === 1);
  const all = bilingual(
    `${year} 年有目标的 ${targeted.length} 项指标`,
    `of the ${targeted.length} indicators of ${year} with a target`,
  );
  const base =
    calm === 0
      ? bilingual(`${all.zh}均有低于目标的数据`, `${all.en}, each has a figure under it`)
      : bilingual(
          `${all.zh}中，${calm} 项${one ? '没有' : '在各县（市、区）均没有'}低于目标的数据`,
          `${all.en}, ${calm} ${calm === 1 ? 'has' : 'have'} no figure under it`,
        );
  return oneSentence([base, ...under, ...missingClause(missing)]);
}
