/** What XML writes for characters that mean something in it, and what workbooks write for control characters (_x000D_). */
export function decoded(text: string): string {
  if (!text.includes('&') && !text.includes('_x')) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replace(
      /&(?:#x([0-9A-Fa-f]{1,6})|#(\d{1,7})|(\w+));/g,
      (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return NAMED[name] ?? whole;
        const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : '';
      },
    );
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Goes through the elements of a name in the order of the text, with their attributes and what stands in them. Elements
 * of workbooks that are read this way never hold another of their own name. A prefix of the name space does not matter.
 */
export function eachTag(xml: string, name: string, take: (tag: string, inner: string) => void): void {
  const begin = new RegExp(`<((?:\\w+:)?)${name}(\\s[^<>]*?)?(/?)>`, 'g');
  for (let found = begin.exec(xml); found; found = begin.exec(xml)) {
    const [, prefix = '', tag = '', isEmpty] = found;
    if (isEmpty) {
      take(tag, '');
      continue;
    }
    const end = xml.indexOf(`</${prefix}${name}>`, begin.lastIndex);
    if (end < 0) return;
    take(tag, xml.slice(begin.lastIndex, end));
    begin.lastIndex = end;
  }
}

/** The text of a string of a workbook: all of its runs, without how it is pronounced. */
export function textIn(xml: string): string {
  const [first = '', ...further] = xml.split(/<(?:\w+:)?rPh[\s>]/);
  const spoken = further.map((piece) => piece.slice(piece.search(/<\/(?:\w+:)?rPh>/) + 1));
  let text = '';
  for (const piece of [first, ...spoken]) eachTag(piece, 't', (_, inner) => (text += inner));
  return decoded(text);
}
