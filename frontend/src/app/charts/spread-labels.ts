/**
 * Where labels stand so that none covers another: each as near to its own place as the others allow, in the order of
 * the places, equal places in the order given. Everything in one unit; `gap` is the least distance of two neighbours.
 * Where all of them do not fit between `least` and `most`, they stand evenly over the whole.
 *
 * `spreadLabels([10, 10, 40], 6, 0, 50)` = [7, 13, 40].
 */
export function spreadLabels(
  places: readonly number[],
  gap: number,
  least: number,
  most: number,
): readonly number[] {
  const order = places.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
  const fits = (places.length - 1) * gap <= most - least;
  const distance = fits ? gap : (most - least) / Math.max(1, places.length - 1);
  // Blocks of touching labels, each around the mean of its places; blocks that meet become one.
  const blocks: { sum: number; members: number[]; start: number }[] = [];
  const startOf = (sum: number, count: number): number => {
    const wanted = sum / count - (distance * (count - 1)) / 2;
    return Math.max(least, Math.min(most - distance * (count - 1), wanted));
  };
  for (const member of order) {
    let block = { sum: places[member] ?? 0, members: [member], start: 0 };
    block.start = startOf(block.sum, 1);
    for (;;) {
      const before = blocks.at(-1);
      if (!before || before.start + before.members.length * distance <= block.start + 1e-9) break;
      blocks.pop();
      const members = [...before.members, ...block.members];
      const sum = before.sum + block.sum;
      block = { sum, members, start: startOf(sum, members.length) };
    }
    blocks.push(block);
  }
  const spread = places.map(() => 0);
  for (const { members, start } of blocks) {
    members.forEach((member, index) => {
      spread[member] = start + index * distance;
    });
  }
  return spread;
}
