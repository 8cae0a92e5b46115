/**
 * Where the middles of labels stand so that none covers another: each as near to its own place as the others allow, in
 * the order of the places, equal places in the order given. Everything in one unit; `heights` are those of the labels,
 * which stand wholly between `least` and `most`. Where all of them do not fit, they share the whole by their heights.
 *
 * `spreadLabels([10, 10, 40], [6, 6, 6], 0, 50)` = [7, 13, 40].
 */
export function spreadLabels(
  places: readonly number[],
  heights: readonly number[],
  least: number,
  most: number,
): readonly number[] {
  const order = places.map((_, index) => index).sort((a, b) => (places[a] ?? 0) - (places[b] ?? 0) || a - b);
  const all = heights.reduce((sum, height) => sum + height, 0);
  const squeezed = Math.min(1, (most - least) / Math.max(all, Number.MIN_VALUE));
  const heightOf = (member: number): number => (heights[member] ?? 0) * squeezed;
  // Blocks of touching labels, each around the mean of what its labels want; blocks that meet become one.
  const blocks: Block[] = [];
  for (const member of order) {
    const height = heightOf(member);
    let block: Block = { wanted: (places[member] ?? 0) - height / 2, members: [member], height };
    for (;;) {
      const below = blocks.at(-1);
      if (!below || foot(below, least, most) + below.height <= foot(block, least, most) + 1e-9) break;
      blocks.pop();
      block = {
        wanted: below.wanted + block.wanted - below.height * block.members.length,
        members: [...below.members, ...block.members],
        height: below.height + block.height,
      };
    }
    blocks.push(block);
  }
  const middles = places.map(() => 0);
  for (const block of blocks) {
    let at = foot(block, least, most);
    for (const member of block.members) {
      middles[member] = at + heightOf(member) / 2;
      at += heightOf(member);
    }
  }
  return middles;
}

interface Block {
  /** The sum, over its members, of where the foot of the block would have to be for the member to stand at its place. */
  readonly wanted: number;
  readonly members: readonly number[];
  readonly height: number;
}

const foot = ({ wanted, members, height }: Block, least: number, most: number): number =>
  Math.max(least, Math.min(most - height, wanted / members.length));
