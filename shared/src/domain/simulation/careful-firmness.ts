import { bilingual, type Bilingual } from '../bilingual';
import { printExact } from '../numbers/rational';
import type { FirmnessSettings } from './allocate-where-firm';
import { printPercent } from './firmness-in-words';
import { DEFAULT_STABILITY_SETTINGS, DEFAULT_THRESHOLD } from './stability-settings';

/** The gate of the careful default policy (rules.md section 8): nine in ten simulations. */
export const CAREFUL_FIRMNESS: FirmnessSettings = {
  ...DEFAULT_STABILITY_SETTINGS,
  threshold: DEFAULT_THRESHOLD,
};

/** The gate in words, as it is printed with the policy; every figure of it is that of the settings. */
export function firmnessInWords({ runs, seed, scoreError, threshold }: FirmnessSettings): Bilingual {
  const [points, needed] = [printExact(scoreError), printPercent(threshold)];
  return bilingual(
    `有把握才调整：设各县（市、区）得分的误差（标准差）为${points}分，模拟${runs}次（随机种子${seed}），增减方向在${needed}%以上的模拟中成立，并且增减能够对应的，才调整`,
    `Only where firm: ${runs} simulations (seed ${seed}) with an error of ${points} points (standard deviation) in every score; a post moves where its direction holds in ${needed} % of them and has a counterpart`,
  );
}
