import type { MethodDefinition } from '@yuheng/shared/contract/evaluation-methods';
import type { ResponseOf } from '@yuheng/shared/contract/endpoint';
import type { endpoints } from '@yuheng/shared/contract/endpoints';
import { METRICS } from '@yuheng/shared/domain/metrics/catalogue';
import { plainMarks } from '@yuheng/shared/domain/scoring/groups/dimensions';
import type { Method } from '@yuheng/shared/domain/scoring/method';
import { checkMethod } from '@yuheng/shared/domain/scoring/method-checks/check-method';
import type { KnownSources } from '@yuheng/shared/domain/scoring/method-checks/check-sources';
import type { MethodCheck } from '@yuheng/shared/domain/scoring/method-checks/method-check';
import { diffMethods } from '@yuheng/shared/domain/scoring/method-diff/diff-methods';
import { methodTree } from '@yuheng/shared/domain/scoring/method-diff/method-tree';
import { summariseChanges } from '@yuheng/shared/domain/scoring/method-diff/summarise-changes';
import type { DraftRow, ItemRow, VersionRow } from './methods.repository';

type Published = ResponseOf<typeof endpoints.readMethodVersion>;
type Draft = ResponseOf<typeof endpoints.readMethodDraft>;
type Shared = Pick<Draft, 'definition' | 'check' | 'base' | 'changes' | 'summary' | 'inspectionItems'>;

const METRIC_UNITS: NonNullable<KnownSources['metricUnits']> = new Map(
  Object.values(METRICS).map(({ definition }) => [definition.code, definition.unit]),
);

/** What forbids the publication of a method, and what will hardly be meant. */
export const checkOf = (method: Method, items: readonly ItemRow[]): MethodCheck =>
  checkMethod(method, {
    metricUnits: METRIC_UNITS,
    inspectionItems: new Set(items.map(({ id }) => id)),
  });

/** The exact sum of all marks that can be read, and how many indicators carry marks. */
export function sizeOf(method: Method): { readonly fullMarks: string; readonly leaves: number } {
  const { total, byId, parents } = methodTree(method);
  return {
    fullMarks: plainMarks(total),
    leaves: [...byId.keys()].filter((id) => !parents.has(id)).length,
  };
}

const NOTHING: MethodDefinition = { indicators: [] };

/** What a version and a draft both say: the method, its checks, and what it changes. */
export function presentMethod(
  { definition }: Pick<VersionRow, 'definition'>,
  base: VersionRow | null,
  items: readonly ItemRow[],
): Shared {
  const changes = diffMethods(base?.definition ?? NOTHING, definition);
  return {
    definition,
    check: [...checkOf(definition, items)],
    base: base && { version: base.version, name: base.name, definition: base.definition },
    // Beside nothing everything is new, which tells a reader nothing.
    changes: base ? [...changes] : [],
    summary: summariseChanges(base ? changes : []),
    inspectionItems: [...items],
  };
}

export const versionHead = ({
  version,
  name,
  basis,
  basedOn,
  publishedOn,
  documentNumber,
  publishedBy,
}: VersionRow): Pick<
  Published,
  'version' | 'name' | 'basis' | 'basedOn' | 'publishedOn' | 'documentNumber' | 'publishedBy'
> => ({ version, name, basis, basedOn, publishedOn, documentNumber, publishedBy });

export const draftHead = ({
  draft,
  name,
  basis,
  basedOn,
  changedBy,
  changedAt,
}: DraftRow): Pick<Draft, 'draft' | 'name' | 'basis' | 'basedOn' | 'changedBy' | 'changedAt'> => ({
  draft,
  name,
  basis,
  basedOn,
  changedBy,
  changedAt,
});
