import type { Refusal } from '../../refusal';
import { compileMethod } from '../compile-method';
import type { Method } from '../method';
import type { DraftLeaf } from './leaves-of';

const ALONE = '/method/indicators/0';

/** What the engine refuses of one leaf, whatever stands around it, with the pointers of its place in the method. */
export function refusalsOfLeaf(leaf: DraftLeaf, method: Method): readonly Refusal[] {
  const alone = compileMethod({ ...method, indicators: [{ ...leaf.indicator, parent: undefined }] });
  if (alone.ok) return [];
  return alone.refusals
    .filter((one) => one.pointer.startsWith(`${ALONE}/`))
    .map((one) => ({ ...one, pointer: leaf.pointer + one.pointer.slice(ALONE.length) }));
}
