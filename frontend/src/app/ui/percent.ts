/** A rate as the server says it (two decimals, no sign) as printed in both languages: 45.22%; a dash where there is none. */
export const percentInWords = (rate: string | null | undefined): string =>
  rate === null || rate === undefined ? '—' : `${rate}%`;
