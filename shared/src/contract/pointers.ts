import type * as z from 'zod';
import { pointerToken, refusal, type Refusal } from '../domain/refusal';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** RFC 6901 pointer of a path; the whole document is "". */
export const pointerOf = (path: Path): string => path.map((key) => `/${pointerToken(String(key))}`).join('');

/**
 * What a schema found wrong, as refusals in both languages: an absent key points at where it would stand, each
 * unknown key at itself. Own messages of schemas are written "zh / en" and are kept; zod's own are replaced.
 * @param input the value that was parsed, to tell an absent value from a wrong one
 */
export const refusalsOf = (error: z.ZodError, input: unknown): readonly Refusal[] =>
  error.issues.flatMap((issue) => issueRefusals(issue, [], input));

function issueRefusals(issue: Issue, parent: Path, input: unknown): readonly Refusal[] {
  const path = [...parent, ...issue.path];
  const at = pointerOf(path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) =>
      refusal(
        pointerOf([...path, key]),
        `“${key}”不是规定的项，请核对拼写或删去`,
        `"${key}" is not a known key; check its spelling or remove it`,
      ),
    );
  }
  if (valueAt(input, path) === undefined)
    return [refusal(at, '缺少此项，请补充', 'This is required; supply it')];
  const own = ownMessage(issue.message);
  if (own) return [refusal(at, own.zh, own.en)];
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const meant = likeliestBranch(issue.errors, path, input);
    if (meant) return meant.flatMap((nested) => issueRefusals(nested, path, input));
  }
  const { zh, en } = generalMessage(issue);
  return [refusal(at, `${zh}，请改正`, `${en}; correct it`)];
}

function valueAt(input: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined,
    input,
  );
}

/** Messages that a schema gives itself are written "zh / en". */
function ownMessage(message: string): { readonly zh: string; readonly en: string } | null {
  const slash = message.indexOf(' / ');
  if (slash < 0 || !/\p{Script=Han}/u.test(message)) return null;
  return { zh: message.slice(0, slash), en: message.slice(slash + 3) };
}

/** The branch of a union that the writer most likely meant: the right kind of value, fewest absent or unknown keys. */
function likeliestBranch(
  branches: readonly (readonly Issue[])[],
  path: Path,
  input: unknown,
): readonly Issue[] | null {
  const size = (issues: readonly Issue[]) =>
    issues.reduce((sum, issue) => {
      if (issue.code === 'unrecognized_keys') return sum + issue.keys.length;
      return sum + (valueAt(input, [...path, ...issue.path]) === undefined ? 1 : 0);
    }, 0);
  const possible = branches.filter(
    (issues) => !issues.some(({ code, path: own }) => own.length === 0 && code === 'invalid_type'),
  );
  return possible.reduce<readonly Issue[] | null>(
    (best, issues) => (best === null || size(issues) < size(best) ? issues : best),
    null,
  );
}

const TYPES: Readonly<Record<string, readonly [string, string]>> = {
  object: ['对象 {…}', 'an object {…}'],
  record: ['对象 {…}', 'an object {…}'],
  array: ['数组 […]', 'an array […]'],
  string: ['文字', 'a text'],
  number: ['数字', 'a number'],
  int: ['整数', 'a whole number'],
  boolean: ['true 或 false', 'true or false'],
  null: ['null', 'null'],
};

function generalMessage(issue: Issue): { readonly zh: string; readonly en: string } {
  switch (issue.code) {
    case 'invalid_type': {
      const [zh, en] = TYPES[issue.expected] ?? ['其他类型', `of type ${issue.expected}`];
      return { zh: `应为${zh}`, en: `It must be ${en}` };
    }
    case 'invalid_value':
      return oneOf(issue.values);
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? oneOf(issue.options)
        : { zh: '不是允许的形式', en: 'It has no allowed form' };
    case 'too_small':
      return { zh: `不得小于（少于）${issue.minimum}`, en: `It must be at least ${issue.minimum}` };
    case 'too_big':
      return { zh: `不得大于（多于）${issue.maximum}`, en: `It must be at most ${issue.maximum}` };
    case 'not_multiple_of':
      return { zh: `应为 ${issue.divisor} 的整数倍`, en: `It must be a multiple of ${issue.divisor}` };
    default:
      return { zh: '格式不符合要求', en: 'It is not in the required form' };
  }
}

const oneOf = (values: readonly unknown[]) => ({
  zh: `应为下列之一：${values.join('、')}`,
  en: `It must be one of: ${values.join(', ')}`,
});
