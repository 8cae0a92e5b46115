/**
 * Puts a picture on the clipboard. False where the browser cannot (no TLS, an older browser, a refusal): the caller then
 * offers the file. The picture is handed over as a promise, because some browsers allow copying in the click alone.
 */
export async function copyPicture(picture: () => Promise<Blob | null>): Promise<boolean> {
  const drawn = async () => (await picture()) ?? Promise.reject(new Error('The chart is not drawn yet.'));
  try {
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': drawn() })]);
    return true;
  } catch {
    return false;
  }
}
