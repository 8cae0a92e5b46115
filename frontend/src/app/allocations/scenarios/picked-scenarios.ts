/** So many stand side by side beside the split in force. */
export const MOST_COMPARED = 4;

/** The ids that an address names, each once, in its order. */
export const readPicked = (text: string | null): readonly string[] => [
  ...new Set((text ?? '').split(',').filter((id) => id !== '')),
];

/** With `id` added, or taken out where it was in; as the address prints it, null for none. */
export function togglePicked(picked: readonly string[], id: string): string | null {
  const next = picked.includes(id) ? picked.filter((one) => one !== id) : [...picked, id];
  return next.length > 0 ? next.join(',') : null;
}
