import { bilingual } from '../../bilingual';
import { ZERO } from '../../numbers/rational';
import type { Rational } from '../../numbers/rational';
import { accepted, refusal } from '../../refusal';
import type { Outcome } from '../../refusal';
import { absent, printNumber } from '../numbers/numeral';
import { fixedScore, ruleRefused } from './rule';
import type { CompiledRule } from './rule';

/** 是否条件: full marks when the condition is met, none otherwise. */
export function compileYesNo(marks: Rational, scale: bigint): Outcome<CompiledRule> {
  const [full, none] = [fixedScore(marks, scale), fixedScore(ZERO, scale)];
  return accepted({
    keys: ['met'],
    words: bilingual('符合条件得满分，不符合不得分', 'full marks when the condition is met, otherwise none'),
    score: (value, pointer) => {
      if (value.met === undefined) return ruleRefused([absent(`${pointer}/met`)]);
      if (typeof value.met !== 'boolean') {
        return ruleRefused([
          refusal(
            `${pointer}/met`,
            '是否类指标应当填写 true（符合）或 false（不符合）。',
            'A yes-no indicator takes true or false.',
          ),
        ]);
      }
      return value.met ? full : none;
    },
    explain: (value) => ({
      inputs: [
        {
          label:
            value.met === true
              ? bilingual('是否符合：符合', 'condition met: yes')
              : bilingual('是否符合：不符合', 'condition met: no'),
          figure: '',
        },
      ],
      label:
        value.met === true
          ? bilingual('符合条件，得满分', 'met: full marks')
          : bilingual('不符合条件，不得分', 'not met: no marks'),
      expression: value.met === true ? printNumber(marks) : '0',
    }),
  });
}
