/** A binary heap of units, so that thousands of corrections stay quick: the first by `before` comes out first. */
export class ClaimQueue {
  private readonly units: number[] = [];

  constructor(private readonly before: (a: number, b: number) => boolean) {}

  push(unit: number): void {
    let place = this.units.length;
    this.units.push(unit);
    while (place > 0) {
      const parent = (place - 1) >> 1;
      if (!this.inOrder(place, parent)) break;
      this.swap(place, parent);
      place = parent;
    }
  }

  /** @throws RangeError when it is empty: a feasible problem never asks for more claims than there are. */
  pop(): number {
    const first = this.units[0];
    const last = this.units.pop();
    if (first === undefined || last === undefined) throw new RangeError('No claim is left to serve.');
    if (this.units.length > 0) {
      this.units[0] = last;
      this.sink();
    }
    return first;
  }

  private sink(): void {
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      if (left >= this.units.length) return;
      const child = left + 1 < this.units.length && this.inOrder(left + 1, left) ? left + 1 : left;
      if (!this.inOrder(child, place)) return;
      this.swap(child, place);
      place = child;
    }
  }

  private inOrder(a: number, b: number): boolean {
    return this.before(this.units[a] ?? 0, this.units[b] ?? 0);
  }

  private swap(a: number, b: number): void {
    const unit = this.units[a] ?? 0;
    this.units[a] = this.units[b] ?? 0;
    this.units[b] = unit;
  }
}
