import { computed, signal } from '@angular/core';
import type { ScoreDesk, StoredEntry } from '@yuheng/shared/contract/score-sheets';
import { gapsOfEntry, type ComputedScore } from '@yuheng/shared/domain/evaluating/entry-gaps';
import { remainingInWords, remainingOf } from '@yuheng/shared/domain/evaluating/remaining';
import { runningTotal, type RunningTotal } from '@yuheng/shared/domain/evaluating/running-total';
import type { EntryValue } from '@yuheng/shared/domain/evaluating/score-entry';
import { printRounded, subtract } from '@yuheng/shared/domain/numbers/rational';
import type { Refusal } from '@yuheng/shared/domain/refusal';
import {
  compileMethod,
  type CompiledLeaf,
  type CompiledMethod,
} from '@yuheng/shared/domain/scoring/compile-method';
import type { Method } from '@yuheng/shared/domain/scoring/method';
import { readNumeral } from '@yuheng/shared/domain/scoring/numbers/numeral';
import { asApiProblem, type ApiProblem, type ClientProblem } from '../../api/api-problem';
import type { Client } from '../../api/client';
import { SaveQueue, type Answered, type Unsent } from '../../api/save-queue';
import { unsentStorage } from '../../api/unsent-storage';
import {
  draftOf,
  readDraft,
  saysTheSame,
  type Content,
  type County,
  type Draft,
  type Leaf,
} from './score-draft';

/** What goes away by itself: it is tried again, and nothing typed is lost. */
const PASSING: readonly ClientProblem[] = [
  'network',
  'unreadable',
  'unavailable',
  'too-many-requests',
  'sign-in-required',
  'second-factor-required',
];

/** One box: an indicator of a county. */
export interface Place {
  readonly county: string;
  readonly leaf: string;
}
export const keyOf = ({ county, leaf }: Place): string => `${county}/${leaf}`;
const placeOf = (key: string): Place => {
  const cut = key.indexOf('/');
  return { county: key.slice(0, cut), leaf: key.slice(cut + 1) };
};

/** The method of the desk’s leaves alone: enough to check and score each of them. */
function compiledOf({ leaves, scoreDecimals }: ScoreDesk): CompiledMethod {
  const indicators = leaves.map(({ id, name, marks, rule, by }) => ({
    id,
    name,
    marks,
    rule,
    source: by === 'people' ? 'evaluator' : 'metric',
  }));
  const compiled = compileMethod({ indicators, scoreDecimals } as Method);
  if (!compiled.ok) throw new Error('The method of the round is not sound.');
  return compiled.value;
}

/** An evaluator’s desk: what the server knows of the boxes, and over that what was typed and is not kept yet. */
export class ScoreWork {
  private readonly known;
  readonly desk;
  readonly method: CompiledMethod;
  readonly queue: SaveQueue<Draft>;
  private readonly leafById: ReadonlyMap<string, Leaf>;

  constructor(
    private readonly client: Pick<Client, 'call'>,
    desk: ScoreDesk,
    account: string,
  ) {
    this.known = signal(desk);
    this.desk = this.known.asReadonly();
    this.method = compiledOf(desk);
    this.leafById = new Map(desk.leaves.map((one) => [one.id, one]));
    this.queue = new SaveQueue<Draft>({
      send: (unsent) => this.send(unsent),
      sendable: (key, draft) => {
        const leaf = this.leafById.get(placeOf(key).leaf);
        return leaf !== undefined && readDraft(this.method, leaf, draft).ok;
      },
      isOnline: () => globalThis.navigator.onLine,
      store: unsentStorage(account, `score.${desk.round}.${desk.methodVersion}`),
    });
  }

  /** Takes up what was typed earlier in this tab and not kept; what is assigned no more, or locked, is forgotten. */
  restore(): void {
    this.queue.restore();
    for (const { item } of this.queue.unsent()) {
      const county = this.county(placeOf(item).county);
      if (!county?.asked.includes(placeOf(item).leaf) || county.sheet.state === 'submitted')
        this.queue.drop(item);
    }
  }

  county(id: string): County | undefined {
    return this.desk().counties.find((one) => one.id === id);
  }

  leaf(id: string): Leaf | undefined {
    return this.leafById.get(id);
  }

  entry({ county, leaf }: Place): StoredEntry | undefined {
    return this.county(county)?.entries.find(({ indicator }) => indicator === leaf);
  }

  /** What stands in the fields of a box. */
  draft(place: Place): Draft {
    const leaf = this.leaf(place.leaf);
    if (!leaf) throw new Error(`There is no indicator ${place.leaf} on this desk.`);
    return this.queue.of(keyOf(place))?.entry ?? draftOf(leaf, this.entry(place));
  }

  type(place: Place, draft: Draft): void {
    this.queue.type(keyOf(place), draft, this.entry(place)?.version ?? 0);
  }

  isLocked(county: string): boolean {
    return this.desk().closed !== null || this.county(county)?.sheet.state === 'submitted';
  }

  computed({ county, leaf }: Place): ComputedScore | null {
    return this.county(county)?.computed[leaf] ?? null;
  }

  /** What a box says now: typed, or as it is kept. */
  private content(place: Place): Content {
    const leaf = this.leaf(place.leaf);
    const unsent = this.queue.of(keyOf(place));
    const read = leaf && unsent && readDraft(this.method, leaf, unsent.entry);
    if (unsent)
      return read?.ok ? read.content : { value: null, remarks: unsent.entry.remarks, confirmed: false };
    const entry = this.entry(place);
    if (!entry) return { value: null, remarks: [], confirmed: false };
    return { value: entry.value as EntryValue | null, remarks: entry.remarks, confirmed: entry.confirmed };
  }

  /** The score that a box comes to now; null: none. */
  score(place: Place): string | null {
    const leaf = this.leaf(place.leaf);
    if (!leaf) return null;
    const read = readDraft(this.method, leaf, this.draft(place));
    const own = read.ok ? read.score : null;
    return own ?? (leaf.by === 'program' ? (this.computed(place)?.score ?? null) : null);
  }

  /** Why what was typed cannot be kept. */
  refusals(place: Place): readonly Refusal[] {
    const leaf = this.leaf(place.leaf);
    const unsent = this.queue.of(keyOf(place));
    const read = leaf && unsent && readDraft(this.method, leaf, unsent.entry);
    return read && !read.ok ? read.refusals : [];
  }

  gaps(place: Place): readonly Refusal[] {
    const leaf = this.method.leafById.get(place.leaf) as CompiledLeaf;
    return gapsOfEntry(this.method, leaf, this.content(place), this.computed(place));
  }

  isConfirmed(place: Place): boolean {
    const { confirmed, value } = this.content(place);
    return confirmed && (value?.computed ?? null) === (this.computed(place)?.score ?? null);
  }

  private readonly standings = computed(() => {
    const all = this.desk().counties.flatMap((county) =>
      county.asked.map((leaf) => {
        const place = { county: county.id, leaf };
        return { ...place, by: this.leaf(leaf)?.by ?? 'people', complete: this.gaps(place).length === 0 };
      }),
    );
    return all;
  });

  /** 需人工打分 72 项，已完成 31；系统计算 198 项，待确认 4。 */
  readonly remaining = computed(() => remainingInWords(remainingOf(this.standings())));
  /** How many boxes of each county are still open. */
  readonly open = computed(() => {
    const open = new Map<string, number>();
    for (const { county, complete } of this.standings())
      if (!complete) open.set(county, (open.get(county) ?? 0) + 1);
    return open;
  });

  total(county: string): RunningTotal {
    const asked = this.county(county)?.asked ?? [];
    const leaves = this.method.leaves.filter(({ id }) => asked.includes(id));
    const scores = Object.fromEntries(leaves.map(({ id }) => [id, this.score({ county, leaf: id })]));
    return runningTotal(leaves, scores, this.method.scoreDecimals);
  }

  /** The marks that a score leaves off its leaf. */
  lost(leaf: string, score: string): string {
    const exact = readNumeral(score);
    const marks = this.method.leafById.get(leaf)?.marks;
    return exact && marks ? printRounded(subtract(marks, exact), this.method.scoreDecimals) : '';
  }

  /** Computed scores of some boxes that are neither confirmed nor replaced. */
  toConfirm(places: readonly Place[]): readonly Place[] {
    return places.filter(
      (place) =>
        this.leaf(place.leaf)?.by === 'program' &&
        !this.isLocked(place.county) &&
        !this.queue.of(keyOf(place)) &&
        this.entry(place)?.value?.finalScore === undefined &&
        !this.isConfirmed(place),
    );
  }

  /** Confirms computed scores as they are seen, in one act. @throws ApiProblem */
  async confirm(places: readonly Place[]): Promise<void> {
    const { round, methodVersion } = this.desk();
    const entries = places.map((place) => ({
      county: place.county,
      indicator: place.leaf,
      version: this.entry(place)?.version ?? 0,
      score: this.computed(place)?.score ?? null,
    }));
    const body = { methodVersion, entries };
    const answer = await this.client.call('confirmComputedScores', { params: { round }, body });
    for (const { county, entry } of answer.entries) this.keep(county, entry);
  }

  /** Signs and submits a county. @throws ApiProblem */
  async submit(county: string, password: string): Promise<void> {
    const { round, methodVersion } = this.desk();
    const { sheet } = await this.client.call('submitScoreSheet', {
      params: { round, county },
      body: { methodVersion, password },
      version: this.county(county)?.sheet.version ?? 0,
    });
    this.known.update((desk) => ({
      ...desk,
      counties: desk.counties.map((one) => (one.id === county ? { ...one, sheet } : one)),
    }));
  }

  /** @throws ApiProblem */
  async readAgain(): Promise<void> {
    this.known.set(await this.client.call('readScoreDesk', { params: { round: this.desk().round } }));
  }

  private keep(county: string, entry: StoredEntry): void {
    this.known.update((desk) => ({
      ...desk,
      counties: desk.counties.map((one) =>
        one.id === county
          ? {
              ...one,
              sheet: one.sheet.version === 0 ? { ...one.sheet, version: 1 } : one.sheet,
              entries: [...one.entries.filter(({ indicator }) => indicator !== entry.indicator), entry],
            }
          : one,
      ),
    }));
  }

  private async send({ item, entry, version }: Unsent<Draft>): Promise<Answered> {
    const place = placeOf(item);
    const leaf = this.leaf(place.leaf);
    const read = leaf && readDraft(this.method, leaf, entry);
    if (!read?.ok) throw new Error(`What was typed into ${item} is not whole and must not be sent.`);
    const { round, methodVersion } = this.desk();
    const { value, remarks, confirmed } = read.content;
    try {
      const saved = await this.client.call('saveScoreEntry', {
        params: { round, county: place.county, indicator: place.leaf },
        body: { methodVersion, value: value as StoredEntry['value'], remarks: [...remarks], confirmed },
        version,
      });
      this.keep(saved.county, saved.entry);
      return { kind: 'saved', version: saved.entry.version };
    } catch (failure) {
      const problem = asApiProblem(failure);
      if (PASSING.includes(problem.kind)) return { kind: 'lost' };
      return problem.kind === 'conflict'
        ? this.whatHappened(place, version, read.content, problem)
        : { kind: 'refused', problem };
    }
  }

  /** A save met another version, or a sheet that takes no entries any more. */
  private async whatHappened(
    { county, leaf }: Place,
    version: number,
    content: Content,
    problem: ApiProblem,
  ): Promise<Answered> {
    const { round } = this.desk();
    try {
      const { entry } = await this.client.call('readScoreFacts', {
        params: { round, county, indicator: leaf },
      });
      if (entry.version === version) return { kind: 'refused', problem };
      this.keep(county, entry);
      // The answer to an earlier try was lost, and it was kept after all.
      return saysTheSame(content, entry) ? { kind: 'saved', version: entry.version } : { kind: 'conflict' };
    } catch {
      return { kind: 'lost' };
    }
  }
}
