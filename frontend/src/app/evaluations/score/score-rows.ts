import type { StoredEntry } from '@yuheng/shared/contract/score-sheets';
import type { Refusal } from '@yuheng/shared/domain/refusal';
import type { UnsentRow } from '../../api/save-queue';
import type { County, Draft, Leaf } from './score-draft';
import { keyOf, type Place, type ScoreWork } from './score-work';

/** How far a box is: the key of a word. */
export type RowState =
  'open' | 'remark' | 'confirm' | 'changed' | 'done' | 'exception' | 'locked' | 'missing' | 'notApplicable';

/** One line of the table. */
export interface Row {
  readonly place: Place;
  readonly id: string;
  readonly county: County;
  readonly leaf: Leaf;
  readonly draft: Draft;
  readonly unsent: UnsentRow<Draft> | undefined;
  readonly stored: StoredEntry | undefined;
  readonly score: string | null;
  readonly computed: string | null;
  readonly last: string | null;
  readonly refusals: readonly Refusal[];
  readonly gaps: readonly Refusal[];
  readonly locked: boolean;
  readonly state: RowState;
  /** A computed score that waits for its confirmation. */
  readonly confirmable: boolean;
}

function stateOf(work: ScoreWork, place: Place, gaps: readonly Refusal[]): RowState {
  const leaf = work.leaf(place.leaf);
  if (work.county(place.county)?.sheet.state === 'submitted') return 'locked';
  const pointers = gaps.map(({ pointer }) => pointer);
  if (pointers.some((pointer) => pointer.startsWith('/remarks'))) return 'remark';
  if (leaf?.by === 'people') return gaps.length === 0 ? 'done' : 'open';
  if (work.draft(place).text !== '') return 'exception';
  const state = work.computed(place)?.state;
  if (gaps.length > 0) return work.entry(place)?.confirmed ? 'changed' : 'confirm';
  return state === 'missing' || state === 'notApplicable' ? state : 'done';
}

export function rowOf(work: ScoreWork, place: Place): Row {
  const county = work.county(place.county) as County;
  const leaf = work.leaf(place.leaf) as Leaf;
  const gaps = work.gaps(place);
  return {
    place,
    id: `box-${keyOf(place)}`,
    county,
    leaf,
    draft: work.draft(place),
    unsent: work.queue.of(keyOf(place)),
    stored: work.entry(place),
    score: work.score(place),
    computed: work.computed(place)?.score ?? null,
    last: county.lastYear[place.leaf]?.score ?? null,
    refusals: work.refusals(place),
    gaps,
    locked: work.isLocked(place.county),
    state: stateOf(work, place, gaps),
    confirmable: work.toConfirm([place]).length > 0,
  };
}

/** The figures of a county for the places of a phrase. */
export function figuresOf(work: ScoreWork, { county, leaf, score }: Row): Readonly<Record<string, string>> {
  const actuals = Object.entries(county.computed).flatMap(([id, { actual }]) => {
    const unit = work.leaf(id)?.unit?.zh ?? '';
    return actual === null ? [] : [[id, `${actual}${unit}`] as const];
  });
  const own: Record<string, string> = {
    ...Object.fromEntries(actuals),
    county: county.name,
    year: String(work.desk().year),
    indicator: leaf.name.zh,
    marks: leaf.marks,
  };
  const actual = own[leaf.id];
  if (actual) own['actual'] = actual;
  if (leaf.rule.target !== undefined) own['target'] = `${leaf.rule.target}${leaf.unit?.zh ?? ''}`;
  if (score !== null) {
    own['score'] = score;
    own['lost'] = work.lost(leaf.id, score);
  }
  return own;
}
