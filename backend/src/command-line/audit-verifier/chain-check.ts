import type { AuditProblem, AuditProblemKind } from './audit-problem';
import type { CheckedEntry } from './checked-entry';
import { NumberGaps } from './number-gaps';
import type { SealedHead } from './sealed-head';
import { MOST_PROBLEMS, type Verification } from './verification';
import { WaitingEntries } from './waiting-entries';

const BEFORE_THE_FIRST = '0'.repeat(64);

export interface ChainExpectation {
  /** The chain that the export says it is of. */
  readonly chain: string;
  readonly head: SealedHead | null;
}

/**
 * Takes the entries of an export in the order of the file and says at the end what is wrong, each defect once and where it
 * is: after a defect the check goes on from what the file states, so that one defect is not reported again by all that
 * follow it. Its memory grows with the defects, not with the entries.
 */
export class ChainCheck {
  private readonly problems: AuditProblem[] = [];
  private readonly gaps = new NumberGaps();
  private readonly waiting = new WaitingEntries();
  private count = 0;
  /** The lowest number so far, with the hash that it names as the one before; null before the first sure entry. */
  private first: { readonly seq: number; readonly previous: string | null } | null = null;
  private next = 1;
  /** The hashes that the next entry may name as the one before it: two after a fork or a changed entry. */
  private before: readonly string[] = [];
  /** The entry just before this one in the file, where it went back, so that a moved block is one defect. */
  private wentBack: { readonly seq: number; readonly kind: AuditProblemKind } | null = null;
  private foreignChain: string | null = null;
  private head: 'unseen' | 'fits' | 'differs' = 'unseen';

  constructor(private readonly expected: ChainExpectation) {}

  /** A place of the list that holds no entry. */
  unreadable(): void {
    this.wait('unreadable', null);
  }

  /** The list breaks off or does not end as it must: after all entries. */
  brokenOff(): void {
    this.record(this.end() + 1, 'unreadable');
  }

  /** The entry that was given last runs into the one behind it. */
  notSeparated(): void {
    this.record(this.end(), 'unreadable');
  }

  /** @param isAsWritten false where the text of the entry is not that which the program writes */
  entry(entry: CheckedEntry, isAsWritten = true): void {
    this.count += 1;
    const isWhole = isAsWritten && entry.computed === entry.stated;
    if (!isWhole) this.altered(entry);
    else if (entry.chain !== this.expected.chain) this.foreign(entry);
    else this.sound(entry);
  }

  finish(): Verification {
    const last = this.end();
    const first = this.first?.seq ?? (last === 0 ? 0 : this.waiting.ownFirst());
    this.waiting.settle(this.first ? this.next : first, last, this.record);
    for (const missing of this.gaps.firstNumbers()) this.record(missing, 'missing');
    const isProved = this.endsAtHead({ first, last });
    const problems = [...this.problems].sort((a, b) => a.entry - b.entry);
    const tail = isProved ? 'proved' : 'not proved';
    return { valid: problems.length === 0, first, last, count: this.count, problems, tail };
  }

  private readonly record = (entry: number, kind: AuditProblemKind): void => {
    if (this.problems.length < MOST_PROBLEMS) this.problems.push({ entry, kind });
  };

  private wait(kind: AuditProblemKind | null, entry: CheckedEntry | null): void {
    this.waiting.add(kind, entry);
    this.wentBack = null;
    if (entry?.chain !== this.foreignChain) this.foreignChain = null;
  }

  /** Its number is relied on only where that is the one due. */
  private altered(entry: CheckedEntry): void {
    const isDue =
      this.first !== null && entry.seq >= this.next && entry.seq <= this.next + this.waiting.count;
    if (!isDue) {
      this.wait('altered', entry);
      return;
    }
    this.waiting.settle(this.next, Math.max(this.next, entry.seq - 1), this.record);
    this.record(entry.seq, 'altered');
    this.goOnFrom(entry);
  }

  /** One defect for all entries of that chain in a row. */
  private foreign(entry: CheckedEntry): void {
    const isSame = entry.chain === this.foreignChain;
    this.wait(isSame ? null : 'foreign', entry);
    this.foreignChain = entry.chain;
  }

  private sound(entry: CheckedEntry): void {
    this.compareWithHead(entry);
    if (this.first === null) this.beginWith(entry);
    else if (entry.seq < this.next) this.goBackTo(entry);
    else this.follow(entry);
  }

  private beginWith(entry: CheckedEntry): void {
    const { seq, previous } = entry;
    const before = this.waiting.count;
    this.first = before === 0 ? { seq, previous } : { seq: Math.max(1, seq - before), previous: null };
    this.waiting.settle(seq - before, Math.max(1, seq - 1), this.record);
    if ((seq === 1) !== (previous === BEFORE_THE_FIRST)) this.record(seq, 'start');
    this.goOnFrom(entry);
  }

  private follow(entry: CheckedEntry): void {
    const { seq, previous } = entry;
    const { next } = this;
    const between = this.waiting.count;
    const hasGap = seq > next + between;
    const areAtItsEnd = hasGap && this.waiting.endWith(previous);
    const isNext = seq === next;
    this.waiting.settle(areAtItsEnd ? seq - between : next, Math.max(next, seq - 1), this.record);
    if (hasGap) this.gaps.add(...gapOf(entry, { next, between, areAtItsEnd }));
    else if (isNext && !this.before.includes(previous)) this.record(seq, 'broken');
    this.goOnFrom(entry);
  }

  /** The chain goes on from the highest number, so that one entry in the wrong place is one defect. */
  private goBackTo(entry: CheckedEntry): void {
    const { seq, previous, stated } = entry;
    const isBeforeAll = this.first !== null && seq < this.first.seq;
    const isLate = this.gaps.take(seq);
    const kind = isLate || isBeforeAll ? 'order' : 'duplicate';
    const goesOn = this.wentBack?.kind === kind && this.wentBack.seq === seq - 1;
    if (!goesOn) this.record(seq, kind);
    if (this.first && isBeforeAll) {
      this.gaps.add(seq + 1, this.first.seq - 1);
      this.first = { seq, previous };
    }
    if (seq === this.next - 1) this.before = [...this.before, stated];
    this.wentBack = { seq, kind };
    this.foreignChain = null;
  }

  private goOnFrom({ seq, stated, computed }: CheckedEntry): void {
    this.next = seq + 1;
    this.before = [stated, computed];
    this.wentBack = null;
    this.foreignChain = null;
  }

  /** The last number that the file covers, 0 when there is none. */
  private end(): number {
    const { count } = this.waiting;
    if (this.first) return this.next - 1 + count;
    return count === 0 ? 0 : this.waiting.ownFirst() + count - 1;
  }

  private compareWithHead({ seq, stated }: CheckedEntry): void {
    const { head } = this.expected;
    if (head?.seq !== seq || this.head === 'fits') return;
    this.head = stated === head.hash ? 'fits' : 'differs';
  }

  /**
   * Whether the end of the file is what was sealed; writes down where the file contradicts the seal. What comes after an older
   * seal may have been cut or made anew: that end is not proved by it.
   */
  private endsAtHead({ first, last }: { readonly first: number; readonly last: number }): boolean {
    const { head } = this.expected;
    if (head === null) return false;
    if (head.seq > last) this.record(last + 1, 'cut');
    const previous = head.seq === first - 1 ? (this.first?.previous ?? null) : null;
    const fits = this.head === 'fits' || previous === head.hash;
    if (!fits && (this.head === 'differs' || previous !== null)) this.record(head.seq, 'head');
    return fits && head.seq === last;
  }
}

function gapOf(
  { seq }: CheckedEntry,
  {
    next,
    between,
    areAtItsEnd,
  }: { readonly next: number; readonly between: number; readonly areAtItsEnd: boolean },
): [number, number] {
  return areAtItsEnd ? [next, seq - between - 1] : [next + between, seq - 1];
}
