/** The document by which the split was settled in 2014: what a submission names unless it says another. */
export const USUALLY_AMENDED = '玉司发〔2014〕67号';
