import { bilingual, type Bilingual } from '@yuheng/shared/domain/bilingual';

export type AuditProblemKind =
  | 'altered'
  | 'broken'
  | 'missing'
  | 'order'
  | 'duplicate'
  | 'foreign'
  | 'unreadable'
  | 'cut'
  | 'head'
  | 'start';

/** One defect of an export: which entry it is about, by its number in the chain, and what is wrong with it. */
export interface AuditProblem {
  readonly entry: number;
  readonly kind: AuditProblemKind;
}

/** What each kind means and what to do about it. */
export const AUDIT_PROBLEMS: Readonly<Record<AuditProblemKind, Bilingual>> = {
  altered: bilingual(
    '该条内容与其校验值不符，或者写法与系统导出的不同：该条在记录之后被改动，请与另存的导出文件逐字核对',
    'The entry does not fit its own hash, or is not spelled as the program writes it: it was changed after it was recorded; compare it with another copy of the export',
  ),
  broken: bilingual(
    '该条所记的前一条校验值与前一条不符：前一条或该条被替换并重新计算过，请与另存的导出文件核对',
    'The entry does not follow from the one before it: one of the two was replaced and hashed anew; compare both with another copy of the export',
  ),
  missing: bilingual(
    '从该条起缺少记录：序号不连续，中间的记录被删去，请重新导出',
    'From this entry on the numbers have a gap: entries were taken out; export again',
  ),
  order: bilingual(
    '该条的位置不对：序号往回走，记录的先后被调换，请重新导出',
    'The entry stands in the wrong place: its number goes back, entries were exchanged or moved; export again',
  ),
  duplicate: bilingual(
    '同一序号出现两次：有记录被插入，或者审计日志出现分叉，请与另存的导出文件核对',
    'The same number stands there twice: an entry was inserted, or the chain forks; compare it with another copy of the export',
  ),
  foreign: bilingual(
    '从该条起的记录属于另一个单位的审计日志，请核对导出文件是否被拼接',
    "From here entries belong to another place's chain; check whether exports were joined",
  ),
  unreadable: bilingual(
    '此处不是一条完整的记录（不是 JSON、不是规定的形式，或者文件在此中断），请重新导出或者重新传送文件',
    'What stands here is no whole entry (no JSON, not the required form, or the file breaks off); export it or transfer it again',
  ),
  cut: bilingual(
    '从该条起到封存的那一条都不在文件中：末尾的记录被删去，或者导出时还没有这些记录，请重新导出',
    'From this entry up to the sealed one nothing is in the file: the end was cut off, or the export is older than the seal; export again',
  ),
  head: bilingual(
    '封存的那一条在文件中是另一个校验值：该条及其以前的记录被整体重新计算过，或者封存的校验值抄写有误，请先核对校验值',
    'The sealed entry has another hash in the file: the chain was computed anew up to it, or the sealed hash was copied wrongly; check the hash first',
  ),
  start: bilingual(
    '审计日志的开头不对：第 1 条（也只有第 1 条）的前一条校验值应为 64 个 0，请与另存的导出文件核对',
    'The chain does not begin as it must: entry 1, and no other, follows 64 zeros; compare it with another copy of the export',
  ),
};
