/** Saves what the server answered as a file, as a download does. */
export function saveAs(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; an address that stays keeps the whole file in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
