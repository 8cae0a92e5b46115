/**
 * Work that takes turns: so many pieces at once, the others wait in the order in which they came, and no more of them than
 * a bound. Where a piece fails, the next one begins all the same.
 */
export class Turns {
  private underWay = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** Does the work when its turn comes. @returns null, at once and with nothing done, where too many wait already */
  take<Result>(work: () => Promise<Result>): Promise<Result> | null {
    if (this.underWay < this.atOnce) {
      this.underWay += 1;
      return this.begin(work);
    }
    if (this.waiting.length >= this.mostWaiting) return null;
    // Whoever ends hands the turn on, so that the count of those under way stays.
    return new Promise<void>((resolve) => this.waiting.push(resolve)).then(() => this.begin(work));
  }

  private async begin<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.underWay -= 1;
    }
  }
}
