import { splitBasis, type SplitBasis } from '@yuheng/shared/domain/allocation/history/split-basis';
import type { YearSplit } from '@yuheng/shared/domain/allocation/history/splits-of-years';
import { decisionLabel } from '@yuheng/shared/domain/allocation/deciding/decision-in-words';
import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { dayInWords } from '@yuheng/shared/domain/period/day-in-words';
import { parseOfficialText } from '@yuheng/shared/domain/publications/parse-official-text';
import type { PublishedSplit } from '../../publications/publications.repository';
import { readRegions } from '../../regions/regions-file';
import type { DecidedSplitOfYear } from '../decisions/decided-splits.queries';
import type { LoadedSplit } from './split-tables.repository';

/** A year's split with where it stands. */
export interface KnownSplit extends YearSplit {
  readonly text: Bilingual;
  /** What the source itself prints of the amounts. */
  readonly sentences: readonly string[];
  readonly decision: string | null;
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];

export const publishedSplit = ({ year, title, amounts }: PublishedSplit): KnownSplit => ({
  year,
  kind: 'officialText',
  counties: amounts.map(({ county, fen, posts }) => ({ county, fen, posts })),
  text: bilingual(`《${title}》“六、资金安排情况”`, `Official text of ${year}, section 6`),
  sentences: distinct(amounts.map(({ sentence }) => sentence)),
  decision: null,
});

export const decidedSplit = (decided: DecidedSplitOfYear): KnownSplit => ({
  year: decided.year,
  kind: 'decision',
  counties: decided.counties,
  text: decisionLabel(decided),
  sentences: [],
  decision: decided.decision,
});

export function loadedSplit({ year, fileName, loadedOn, amounts }: LoadedSplit): KnownSplit {
  const day = dayInWords(loadedOn);
  return {
    year,
    kind: 'table',
    counties: amounts.map(({ county, fen, posts }) => ({ county, fen, posts })),
    text: bilingual(
      `往年分配表（${fileName}，${day.zh}载入）`,
      `Table of past splits (${fileName}, loaded on ${day.en})`,
    ),
    sentences: distinct(amounts.map(({ source }) => source)),
    decision: null,
  };
}

/** The document on the split that every published text of the program names; the texts are read again as they were loaded. */
export function basisOfTexts(program: string, splits: readonly PublishedSplit[]): SplitBasis | null {
  const programs = splits.flatMap(({ text }) => {
    const parsed = parseOfficialText(text, readRegions());
    return parsed.ok ? parsed.value.programs.filter(({ programId }) => programId === program) : [];
  });
  // A text that this version of the reader no longer reads says nothing of a document that all name.
  return programs.length === splits.length ? splitBasis(programs) : null;
}
