interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Numbers that were passed over so far, as ranges in rising order; one that turns up later is taken out again. */
export class NumberGaps {
  private readonly gaps: Gap[] = [];

  /** Both ends included; apart from every gap there is. A gap that would end before it begins is none. */
  add(from: number, to: number): void {
    if (from <= to) this.gaps.splice(this.indexOf(from), 0, { from, to });
  }

  /** Takes one number out of its gap; false when it is in none. */
  take(number: number): boolean {
    const at = this.indexOf(number);
    const gap = this.gaps[at];
    if (!gap || number < gap.from) return false;
    this.gaps.splice(at, 1);
    this.add(gap.from, number - 1);
    this.add(number + 1, gap.to);
    return true;
  }

  firstNumbers(): readonly number[] {
    return this.gaps.map(({ from }) => from);
  }

  /** The first gap that does not end before the number. */
  private indexOf(number: number): number {
    let [low, high] = [0, this.gaps.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.gaps[middle]?.to ?? number) < number) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
