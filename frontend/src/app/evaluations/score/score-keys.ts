/** What a key means in the workspace; null: nothing of ours. */
export type KeyAct =
  'next' | 'previous' | 'confirm' | 'turn' | 'nextPage' | 'previousPage' | 'remarks' | 'box' | 'sign';

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'>;

const WITH_ALT: Readonly<Record<string, KeyAct>> = {
  t: 'turn',
  r: 'remarks',
  s: 'sign',
  arrowdown: 'nextPage',
  arrowup: 'previousPage',
};

/** Alt and an arrow open a list that is none of the boxes. */
const opensList = (key: string, isList: boolean): boolean => isList && key.startsWith('Arrow');

/**
 * Reads a key. `inBox`: the focus is in a box; `chooses`: in one whose arrows change its own value, such as a list.
 * While Chinese is being composed no key is ours.
 */
export function keyAct(
  { key, altKey, ctrlKey, metaKey, shiftKey, isComposing }: Pressed,
  { inBox, chooses }: { readonly inBox: boolean; readonly chooses: boolean },
): KeyAct | null {
  if (isComposing) return null;
  if (altKey && !ctrlKey && !metaKey)
    return opensList(key, chooses && !inBox) ? null : (WITH_ALT[key.toLowerCase()] ?? null);
  if (key === 'Enter' && (ctrlKey || metaKey)) return 'confirm';
  if (key === 'Escape') return inBox ? null : 'box';
  if (!inBox || altKey || ctrlKey || metaKey || shiftKey) return null;
  if (key === 'Enter') return 'next';
  if (chooses) return null;
  return key === 'ArrowDown' ? 'next' : key === 'ArrowUp' ? 'previous' : null;
}
