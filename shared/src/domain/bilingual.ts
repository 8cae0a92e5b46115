/** A sentence that the program says, in both languages of the interface. The numbers in both come from one place. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export const bilingual = (zh: string, en: string): Bilingual => ({ zh, en });
