const STEMS = '甲乙丙丁戊己庚辛壬';

/** 演示甲县 … 演示壬县 by the county's place in the official order, from 0. */
export const anonymousCountyName = (index: number): string => `演示${STEMS[index] ?? `第${index + 1}`}县`;
