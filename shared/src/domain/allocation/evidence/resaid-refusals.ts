import { refusal, type Refusal } from '../../refusal';
import type { AllocationQuestion } from './allocation-input';
import { inPosts } from './in-posts';
import { infeasibilityInPosts } from './unmet-bounds';

/** Where what the engine points to stands in evidence and settings. */
const PLACES: readonly (readonly [RegExp, string])[] = [
  [/^\/units/, '/evidence/counties'],
  [/^\/policy/, '/settings'],
  [/^\/stability/, '/settings/firmness'],
  [/^\/pool.*$/, '/evidence'],
];

/**
 * The engine's refusals of a split, said of counties and posts: bounds that leave no split with their smallest way out
 * (`infeasibilityInPosts`), all others as they are, pointing into evidence and settings instead of the engine's input.
 */
export function resaidRefusals(
  refusals: readonly Refusal[],
  question: AllocationQuestion,
): readonly Refusal[] {
  const infeasible = infeasibilityInPosts(question);
  if (infeasible.length > 0) return infeasible;
  return refusals.map(({ pointer, detail }) => {
    const [place, to] = PLACES.find(([from]) => from.test(pointer)) ?? [/^/, ''];
    const said = inPosts(detail);
    return refusal(pointer.replace(place, to), said.zh, said.en);
  });
}
