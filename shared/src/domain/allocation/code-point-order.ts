/**
 * Orders texts by Unicode code point, the stated order of ids in ties. The language's own `<` compares UTF-16
 * units, which places rare characters (above U+FFFF) before some common ones.
 */
export function compareCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let place = 0; place < length; place += 1) {
    if (a.charCodeAt(place) !== b.charCodeAt(place)) {
      // Where the units first differ, a pair is seen from its first unit, or has its first unit in common.
      return (a.codePointAt(place) ?? 0) - (b.codePointAt(place) ?? 0);
    }
  }
  return a.length - b.length;
}
