import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const LAUNCHER = path.join(__dirname, '../../../backend/yuheng.mjs');

interface Verified {
  valid: boolean;
  first: number | null;
  last: number | null;
  count: number;
  problems: { entry: number; kind: string }[];
  tail: string;
}

/** What the command line says of an export: as on another machine, a process of its own that knows the file alone. */
export async function verifyAudit(text: string, head?: string): Promise<Verified> {
  const folder = await mkdtemp(path.join(tmpdir(), 'yuheng-export-'));
  try {
    const file = path.join(folder, 'trail.json');
    await writeFile(file, text);
    const parameters = [LAUNCHER, 'verify-audit', file, ...(head ? ['--head', head] : [])];
    return JSON.parse((await promisify(execFile)(process.execPath, parameters)).stdout) as Verified;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
