import { printNear } from '../../apportionment/explaining/print-short';
import { sheetStep, type Step } from '../../apportionment/explaining/sheet-step';
import { bilingual } from '../../bilingual';
import { rational } from '../../numbers/rational';
import { printShare } from '../explaining/print-figure';

/** Where every sheet begins: what a county would get if nothing told the counties apart. */
export const equalShareStep = (posts: number, counties: number): Step =>
  sheetStep(
    bilingual(
      `等额份额：${counties} 个县（市、区）均分 ${posts} 个名额（${printShare(rational(1, counties))}）`,
      `equal share: ${posts} posts over ${counties} counties (${printShare(rational(1, counties))})`,
    ),
    `${posts} ÷ ${counties}`,
    printNear(rational(posts, counties), 2),
  );
