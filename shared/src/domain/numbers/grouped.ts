/**
 * A number as it stands in a sentence or on a sheet, in Chinese and English alike: whole digits in threes, decimals as
 * they are. Counts and amounts only; years, seeds and document numbers are names and stay as they are.
 * Example: 10000 is "10,000", "12000.00" is "12,000.00", 999 is "999".
 * @throws RangeError for a text that is no plain decimal.
 */
export function grouped(numeral: number | bigint | string): string {
  const match = /^([-−]?)(\d+)(\.\d+)?$/.exec(String(numeral));
  if (!match) throw new RangeError(`"${numeral}" is no plain decimal.`);
  const [, sign = '', whole = '', part = ''] = match;
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${part}`;
}
