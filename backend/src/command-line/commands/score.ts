import { scoreInput } from '@yuheng/shared/contract/engine/score';
import { accepted, refused } from '@yuheng/shared/domain/refusal';
import { compileMethod } from '@yuheng/shared/domain/scoring/compile-method';
import { explainScore } from '@yuheng/shared/domain/scoring/explaining/explanation';
import { tooDeepToExplain } from '@yuheng/shared/domain/scoring/explaining/explanation-depth';
import { printScore, scoreValues } from '@yuheng/shared/domain/scoring/score';
import { defineCommand } from '../command';
import { inOneLine } from '../warnings-text';

export const command = defineCommand({
  name: 'score',
  input: scoreInput,
  run: ({ method, values }, { explain }) => {
    const compiled = compileMethod(method);
    if (!compiled.ok) return compiled;
    const result = scoreValues(compiled.value, values);
    if (!result.ok) return result;
    const printed = printScore(compiled.value, result.value);
    const answer = { ...printed, warnings: inOneLine(printed.warnings) };
    if (!explain) return accepted(answer);
    const tooDeep = tooDeepToExplain(compiled.value);
    if (tooDeep) return refused([tooDeep]);
    return accepted({ ...answer, explanation: explainScore(compiled.value, values, result.value) });
  },
});
