import { splitBasis } from '@yuheng/shared/domain/allocation/history/split-basis';
import { splitsInWords } from '@yuheng/shared/domain/allocation/history/splits-in-words';
import type { OfficialProgram } from '@yuheng/shared/domain/publications/official-text';
import { accept, programOf, publishedText } from './publications-texts';

const splitOf = (year: number, { arrangement, postMoney }: OfficialProgram) => ({
  year,
  kind: 'officialText' as const,
  counties: arrangement.amounts.map(({ countyId, fen }) => ({
    county: countyId,
    fen,
    posts: postMoney ? fen / postMoney.fen : null,
  })),
});

describe('the history of the published splits', () => {
  test('2022 and 2025 are the same to the post, and both rest on the document of 2014', () => {
    const texts = ([2022, 2025] as const).map(
      (year) => [year, programOf(accept(publishedText(year)), 'assistants')] as const,
    );
    const years = texts.map(([year, program]) => splitOf(year, program));
    expect(splitsInWords(years, splitBasis(texts.map(([, program]) => program))).zh).toBe(
      '2022年和2025年公布的分配逐个名额相同；其间2023年和2024年没有载入；所依据的分配可追溯到2014年（玉司发〔2014〕67号）。',
    );
  });

  test('of the mediation fund one year is known, and no document on its split', () => {
    const program = programOf(accept(publishedText(2025)), 'mediation');
    expect(splitBasis([program])).toBeNull();
    expect(splitsInWords([splitOf(2025, program)], null).zh).toBe(
      '只有2025年一个年度的分配，共77.00 万元，无从比较。',
    );
  });
});
