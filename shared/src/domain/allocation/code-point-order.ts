/**
 * Orders texts by Unicode code point, the stated order of ids in ties. The language's own `<` compares UTF-16
 * units, which places rare characters (above U+FFFF) before some common ones.
 */
export function compareCodePoints(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  for (let place = 0; place < Math.min(left.length, right.length); place += 1) {
    const difference = (left[place]?.codePointAt(0) ?? 0) - (right[place]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
