import type { Overview } from '@yuheng/shared/contract/overview';

type County = Overview['counties'][number];
type Waiting = Overview['needsYou'][number];
type Risk = Overview['risks'][number];

/** What the page shows of its answer while one county is picked; everything, while none is. */
export interface PickedPart {
  readonly county: County | null;
  readonly needsYou: readonly Waiting[];
  readonly risks: readonly Risk[];
  readonly trend: Overview['trend'];
}

/**
 * The part of the overview that concerns one county, from the answer that the page has already. What waits keeps the
 * reader's own tasks, which are of no county; of the risks those stay that can be told of one county, with its own count.
 * An id that is no county of the page picks nothing.
 */
export function pickedPart(data: Overview, picked: string | null): PickedPart {
  const county = data.counties.find((one) => one.id === picked) ?? null;
  if (!county) return { county: null, needsYou: data.needsYou, risks: data.risks, trend: data.trend };
  const isOwn = ({ county: id }: { readonly county: string }): boolean => id === county.id;
  return {
    county,
    needsYou: data.needsYou.flatMap((item): Waiting[] => {
      if (item.units.length === 0) return [item];
      const units = item.units.filter(isOwn);
      return units.length > 0 ? [{ ...item, units }] : [];
    }),
    risks: data.risks
      .filter(({ kind }) => kind !== 'doubts')
      .map((risk) => ({ ...risk, count: risk.counties.find(isOwn)?.count ?? 0 })),
    trend: county.trend,
  };
}
