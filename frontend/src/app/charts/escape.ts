const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** ECharts takes a tooltip as HTML, so whatever comes from data is escaped. */
export const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

/** Lines of plain text (one text with breaks, or several) as a tooltip; no word of theirs can become an element. */
export const tooltipLines = (text: string | readonly string[]): string =>
  (typeof text === 'string' ? text.split(/<br\s*\/?>|\n/) : text).map(escape).join('<br>');
