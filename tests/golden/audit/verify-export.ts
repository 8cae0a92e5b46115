import { readSealedHead } from '@yuheng/backend/command-line/audit-verifier/sealed-head';
import type { Verification } from '@yuheng/backend/command-line/audit-verifier/verification';
import { verifyStream } from '@yuheng/backend/command-line/audit-verifier/verify-stream';
import { accepted, refusal, refused, type Outcome } from '@yuheng/shared/domain/refusal';

/** As the command line reads a whole document. */
function parse(bytes: Buffer): Outcome<unknown> {
  try {
    return accepted(JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')));
  } catch {
    return refused([refusal('', '不是 JSON', 'no JSON')]);
  }
}

async function* cut(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

/** Verifies an export as the command does, with the head as `N:HASH`, in chunks of so many bytes. */
export async function outcomeOf(
  given: string | Buffer,
  { head, chunk = 65_536 }: { readonly head?: string; readonly chunk?: number } = {},
): Promise<Outcome<Verification>> {
  const sealed = head === undefined ? accepted(null) : readSealedHead(head);
  if (!sealed.ok) return sealed;
  return verifyStream({ chunks: cut(Buffer.from(given), chunk), parse }, sealed.value);
}

/** The answer, where the export is not refused. */
export async function verify(
  given: string | Buffer,
  options: Parameters<typeof outcomeOf>[1] = {},
): Promise<Verification> {
  const outcome = await outcomeOf(given, options);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}

/** The problems as "3 altered", in the order in which they are printed. */
export async function problemsOf(
  given: string | Buffer,
  options: Parameters<typeof outcomeOf>[1] = {},
): Promise<readonly string[]> {
  const { valid, problems } = await verify(given, options);
  expect(valid).toBe(problems.length === 0);
  return problems.map(({ entry, kind }) => `${entry} ${kind}`);
}
