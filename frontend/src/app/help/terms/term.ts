import type { Bilingual } from '@yuheng/shared/domain/bilingual';

/** A term of the glossary, as it is explained wherever it stands as a label. */
export interface Term {
  /** Its place on the page of terms: `/help/terms#receipt`. */
  readonly id: string;
  readonly name: Bilingual;
  /** What it means, in one or two sentences. */
  readonly means: Bilingual;
  /** How it is computed, where it is. */
  readonly formula?: Bilingual;
  /** The clause that it rests on, where there is one. */
  readonly source?: Bilingual;
  /** Other words that labels use for it, in either language. */
  readonly words?: readonly string[];
  /** Words that mean it only on addresses that begin so: the same word stands for two formulas. */
  readonly only?: { readonly under: string; readonly words: readonly string[] };
}

/** A part of the glossary, under a heading of its own on the page of terms. */
export interface TermGroup {
  readonly id: string;
  readonly name: Bilingual;
  readonly terms: readonly Term[];
}

/** Sources that several terms share. */
export const TEXT_2025: Bilingual = {
  zh: '市司法局2025年预算重点领域财政项目文本',
  en: 'Published budget text of the city justice bureau, 2025',
};
export const TEXT_2022: Bilingual = {
  zh: '市司法局2022年预算重点领域财政项目文本（2025年文本未重申）',
  en: 'Published budget text of the city justice bureau, 2022 (not repeated in 2025)',
};
export const RULES_2020: Bilingual = {
  zh: '财预〔2020〕10号《项目支出绩效评价管理办法》',
  en: 'Caiyu [2020] No. 10, rules for evaluating project spending',
};
export const RULES_2021: Bilingual = {
  zh: '财监〔2021〕4号、财预〔2021〕6号（第三方机构管理）',
  en: 'Caijian [2021] No. 4 and Caiyu [2021] No. 6, on evaluation firms',
};
