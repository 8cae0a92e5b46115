import { pointerOf } from '@yuheng/shared/contract/pointers';
import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import { isWritable } from '../database/writable-text';

/** A value with the way to it, as links: paths of their own would make a deep value cost the square of its depth. */
interface Place {
  readonly value: unknown;
  readonly key: string;
  readonly inside: Place | null;
}

/** One refusal a text that no database keeps as it is, at its place; a key cannot be one, because the schema knew it. */
export function unwritableTexts(value: unknown): readonly Refusal[] {
  const found: Refusal[] = [];
  const waiting: Place[] = [{ value, key: '', inside: null }];
  // Without recursion: a value may be as deep as its sender likes.
  for (let place = waiting.pop(); place !== undefined; place = waiting.pop()) {
    const { value: one } = place;
    if (typeof one === 'string' && !isWritable(one)) found.push(refusalAt(place));
    if (typeof one !== 'object' || one === null) continue;
    for (const [key, inner] of Object.entries(one)) waiting.push({ value: inner, key, inside: place });
  }
  return found;
}

function refusalAt(place: Place): Refusal {
  const path: string[] = [];
  for (let at: Place | null = place; at?.inside; at = at.inside) path.push(at.key);
  return refusal(
    pointerOf(path.reverse()),
    '含有不能存储的字符（空字符或不完整的字符），请删去',
    'It holds a character that cannot be stored (NUL or half of a character); remove it',
  );
}
