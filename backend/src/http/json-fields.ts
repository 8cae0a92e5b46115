import { refusalsOf } from '@yuheng/shared/contract/pointers';
import type * as z from 'zod';
import { ProblemException } from './problem-exception';
import { unwritableTexts } from './unwritable-texts';

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/**
 * What fields of an upload's form say as JSON, read by their schema as a JSON body is; a field that is absent or no JSON is
 * missing.
 * @throws ProblemException invalid-request with pointers that begin with the name of the field
 */
export function jsonFields<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape>,
  fields: Readonly<Partial<Record<string, string>>>,
): z.output<z.ZodObject<Shape>> {
  const value = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, parsed(fields[name])]));
  const result = schema.safeParse(value);
  const refusals = result.success ? unwritableTexts(result.data) : refusalsOf(result.error, value);
  if (result.success && refusals.length === 0) return result.data;
  throw new ProblemException('invalid-request', refusals[0]?.detail, refusals);
}
