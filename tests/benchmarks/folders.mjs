import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folders = new Set();

/** Does some work in a folder of its own, which goes afterwards, also when the run is cut short (`removeFolders`). */
export async function withFolder(work) {
  const folder = mkdtempSync(path.join(tmpdir(), 'yuheng-bench-'));
  folders.add(folder);
  try {
    return await work(folder);
  } finally {
    remove(folder);
  }
}

export const removeFolders = () => [...folders].forEach(remove);

function remove(folder) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  folders.delete(folder);
}
