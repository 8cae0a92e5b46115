import { methodDefinition, type MethodDefinition } from '@yuheng/shared/contract/evaluation-methods';
import { refusalsOf } from '@yuheng/shared/contract/pointers';
import { accepted, refusal, refused, type Outcome } from '@yuheng/shared/domain/refusal';

const NO_JSON = refusal(
  '/file',
  '文件既不是 .xlsx 工作簿，也不是可以读取的 JSON，请重新选择导出的文件。',
  'The file is neither an .xlsx workbook nor JSON that can be read: choose a file that was exported.',
);

/** Figures of the engine's own files may be numbers; a method keeps them as texts. The decimal places stay a number. */
const FIGURES = new Set([
  'marks',
  'statedMarks',
  'target',
  'threshold',
  'from',
  'to',
  'atLeast',
  'ratio',
  'perOccurrence',
  'floor',
  'capTotal',
]);

/**
 * A method from JSON: the definition itself, as it is exported and as `yuheng score` takes it. Off-schema it is refused with
 * the pointer of each fault in the file.
 */
export function readMethodJson(bytes: Buffer): Outcome<MethodDefinition> {
  let document: unknown;
  try {
    document = JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''), (key, value: unknown) =>
      typeof value === 'number' && FIGURES.has(key) ? String(value) : value,
    );
  } catch {
    return refused([NO_JSON]);
  }
  const parsed = methodDefinition.safeParse(document);
  return parsed.success ? accepted(parsed.data) : refused(refusalsOf(parsed.error, document));
}
