import { accepted, refusal, refused, type Outcome } from '@yuheng/shared/domain/refusal';

/** The number and the hash of an entry as they were sealed on some day, kept apart from the export. */
export interface SealedHead {
  readonly seq: number;
  readonly hash: string;
}

/** Reads `N:HASH`, such as 1205:9f86…; refused is anything but a whole number from 1 and 64 lower-case hexadecimal digits. */
export function readSealedHead(text: string): Outcome<SealedHead> {
  const [, number, hash] = /^([1-9]\d*):([0-9a-f]{64})$/.exec(text) ?? [];
  const seq = Number(number);
  if (hash === undefined || !Number.isSafeInteger(seq)) {
    return refused([
      refusal(
        '/head',
        `--head 后面应为“序号:校验值”，序号从 1 起，校验值为 64 位小写十六进制，而不是“${text}”，请按封存的校验值填写`,
        `--head takes N:HASH, N from 1 and HASH in 64 lower-case hexadecimal digits, not "${text}"; give it as it was sealed`,
      ),
    ]);
  }
  return accepted({ seq, hash });
}
