import { accepted, refusal, refused, type Outcome } from '@yuheng/shared/domain/refusal';

export interface Arguments {
  readonly command: string;
  /** Absent with `--schema`, which reads nothing. "-" is standard input. */
  readonly file?: string;
  readonly schema: boolean;
  readonly explain: boolean;
  /** What stands behind `--head`, which not every command takes. */
  readonly head?: string;
}

const FLAGS = ['--schema', '--explain'];
const HEAD = '--head';

/** Reads `COMMAND FILE [--schema] [--explain] [--head N:HASH]`; flags may stand anywhere. */
export function readArguments(given: readonly string[], commands: readonly string[]): Outcome<Arguments> {
  const at = given.indexOf(HEAD);
  const args = at < 0 ? given : given.toSpliced(at, 2);
  const head = at < 0 ? undefined : (given[at + 1] ?? '');
  const flags = args.filter((arg) => arg.startsWith('-') && arg !== '-');
  const [command, ...files] = args.filter((arg) => !flags.includes(arg));
  const [file] = files;
  const schema = flags.includes('--schema');
  const unknown = flags.filter((flag) => !FLAGS.includes(flag));
  const usage = {
    zh: `用法：yuheng 命令 文件 [--schema] [--explain]，命令为 ${commands.join('、')} 之一，文件为“-”时读取标准输入；verify-audit 另有 --head 序号:校验值`,
    en: `usage: yuheng COMMAND FILE [--schema] [--explain], COMMAND one of ${commands.join(', ')}, FILE "-" for standard input; verify-audit also takes --head N:HASH`,
  };
  const refuse = (zh: string, en: string) =>
    refused([refusal('', `${zh}。${usage.zh}`, `${en}; ${usage.en}`)]);
  if (command === undefined) return refuse('没有给出命令', 'No command is given');
  if (!commands.includes(command))
    return refuse(`没有“${command}”这个命令`, `There is no command "${command}"`);
  if (unknown.includes(HEAD)) return refuse('--head 只能给出一次', 'Give --head once');
  if (unknown.length > 0)
    return refuse(`没有 ${unknown.join('、')} 这个选项`, `There is no option ${unknown.join(', ')}`);
  if (files.length > 1) return refuse('只能给出一个文件', 'Give one file only');
  if (file === undefined && !schema) return refuse('没有给出文件', 'No file is given');
  return accepted({
    command,
    schema,
    explain: flags.includes('--explain'),
    ...(file === undefined ? {} : { file }),
    ...(head === undefined ? {} : { head }),
  });
}
