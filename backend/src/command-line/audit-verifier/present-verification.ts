import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';
import { AUDIT_PROBLEMS, type AuditProblem } from './audit-problem';
import type { SealedHead } from './sealed-head';
import { MOST_PROBLEMS, type Verification } from './verification';

/** What a terminal is told besides the answer: each kind of problem once with its first place, and how far it is proved. */
export function remarksOn(verification: Verification, head: SealedHead | null): readonly Bilingual[] {
  const { problems } = verification;
  const firsts = problems.filter(({ kind }, at) => problems.findIndex((one) => one.kind === kind) === at);
  const kinds = firsts.map((first) =>
    onKind(first, problems.filter(({ kind }) => kind === first.kind).length),
  );
  return [...kinds, ...onCount(problems.length), ...onTail(verification, head)];
}

/** The sentence of each problem, and of the tail, with `--explain`. */
export function explanationOf(verification: Verification, head: SealedHead | null): object {
  const problems = verification.problems.map(({ entry, kind }) => ({
    entry,
    kind,
    message: inOneLine(AUDIT_PROBLEMS[kind]),
  }));
  return { problems, tail: onTail(verification, head).map(inOneLine).join(' ') };
}

const inOneLine = ({ zh, en }: Bilingual): string => `${zh} / ${en}`;

function onKind({ entry, kind }: AuditProblem, count: number): Bilingual {
  const { zh, en } = AUDIT_PROBLEMS[kind];
  return count === 1
    ? bilingual(`第 ${entry} 条（${kind}）：${zh}`, `Entry ${entry} (${kind}): ${en}`)
    : bilingual(
        `第 ${entry} 条等 ${count} 处（${kind}）：${zh}`,
        `${count} places, the first of them entry ${entry} (${kind}): ${en}`,
      );
}

const onCount = (count: number): readonly Bilingual[] =>
  count < MOST_PROBLEMS
    ? []
    : [
        bilingual(
          `只列出最先发现的 ${MOST_PROBLEMS} 处问题，文件很可能不是系统导出的`,
          `Only the first ${MOST_PROBLEMS} problems are listed; the file was hardly exported by the program`,
        ),
      ];

function onTail({ tail, last }: Verification, head: SealedHead | null): readonly Bilingual[] {
  if (head === null) {
    return [
      bilingual(
        '没有给出封存的校验值，末尾未经证明：末尾的记录被删去或者整个日志被重新计算，从文件本身看不出来；请用 --head 序号:校验值 给出每日封存的校验值',
        'No sealed head was given and the tail is not proved: a file does not show that its end was cut off, or that all of it was computed anew; give the seal of a day by --head N:HASH',
      ),
    ];
  }
  if (tail === 'proved') return [];
  if (last > head.seq) {
    return [
      bilingual(
        `封存的校验值只管到第 ${head.seq} 条，其后的记录和末尾未经证明；请使用更晚的封存校验值，或只导出到封存的那一日`,
        `The sealed head reaches entry ${head.seq} only: what comes after it, and the tail, are not proved; use a later seal, or an export that ends with the sealed day`,
      ),
    ];
  }
  return [
    bilingual(
      `末尾未经证明：文件没有到达封存的第 ${head.seq} 条，或该条与封存的不符`,
      `The tail is not proved: the file does not reach the sealed entry ${head.seq}, or differs from it there`,
    ),
  ];
}
