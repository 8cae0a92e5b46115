import { bilingual, type Bilingual } from '../../bilingual';
import type { ApportionmentMethod } from '../apportionment';

/** What each method is called. */
export const METHOD_WORDS: Readonly<Record<ApportionmentMethod, Bilingual>> = {
  hamilton: bilingual('最大余数法', 'Hamilton, largest remainder'),
  webster: bilingual('韦伯斯特法', 'Webster'),
  jefferson: bilingual('杰斐逊法', 'Jefferson'),
  hill: bilingual('希尔法', 'Hill'),
  adams: bilingual('亚当斯法', 'Adams'),
};
