import { refusal, type Refusal } from '@yuheng/shared/domain/refusal';
import { pointerOf } from '@yuheng/shared/contract/pointers';

const TOKEN = /["{}[\],]|-?\d[\d.eE+-]*/g;
const WHOLE = /^(?:0|-?[1-9]\d*)$/;

interface Level {
  /** Null in an array. */
  readonly names: Set<string> | null;
  /** The name or the index of the member that is being read. */
  at: string | number;
  awaitsName: boolean;
}

/**
 * What JSON.parse passes over in silence in a text that it could read: a name that stands twice in one object (two
 * programs would read two different things) and numbers that are not written as whole ones (they would be rounded).
 */
export function spellingFaults(json: string): readonly Refusal[] {
  const faults: Refusal[] = [];
  const levels: Level[] = [];
  const place = (): string => pointerOf(levels.map(({ at }) => at));
  const token = new RegExp(TOKEN);
  for (let found = token.exec(json); found; found = token.exec(json)) {
    const [text] = found;
    const level = levels.at(-1);
    if (text === '{') levels.push({ names: new Set(), at: '', awaitsName: true });
    else if (text === '[') levels.push({ names: null, at: 0, awaitsName: false });
    else if (text === '}' || text === ']') levels.pop();
    else if (text === ',') next(level);
    else if (text === '"') {
      token.lastIndex = endOfString(json, found.index);
      const name = level?.awaitsName
        ? (JSON.parse(json.slice(found.index, token.lastIndex)) as string)
        : null;
      if (level && name !== null && repeats(level, name)) faults.push(nameTwice(place()));
    } else if (!WHOLE.test(text) || !Number.isSafeInteger(Number(text))) faults.push(notWhole(place(), text));
  }
  return faults;
}

/** Where the string that begins at a place has ended. By hand: a pattern overflows on a string of many megabytes. */
function endOfString(json: string, begin: number): number {
  let at = begin + 1;
  while (at < json.length && json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at + 1;
}

function next(level: Level | undefined): void {
  if (!level) return;
  if (level.names) level.awaitsName = true;
  else level.at = Number(level.at) + 1;
}

/** Takes up the name of a member; true when the object has it already. */
function repeats(level: Level, name: string): boolean {
  const isThere = level.names?.has(name) ?? false;
  level.names?.add(name);
  level.at = name;
  level.awaitsName = false;
  return isThere;
}

const nameTwice = (pointer: string): Refusal =>
  refusal(
    pointer,
    '同一名称在一个对象中出现两次，不同程序会读成不同内容，请使用系统直接导出的文件',
    'The name stands twice in one object, so that two programs read two things; use the file as the program exported it',
  );

const notWhole = (pointer: string, token: string): Refusal =>
  refusal(
    pointer,
    `审计日志中的数字都是整数，不应写成 ${token}，请使用系统直接导出的文件`,
    `Numbers of the audit trail are whole ones, not ${token}; use the file as the program exported it`,
  );
