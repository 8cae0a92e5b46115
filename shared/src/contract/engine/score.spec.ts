import { refusalsOf } from '../pointers';
import { methodDefinition } from './score';

const withDecimals = (scoreDecimals: unknown) => ({ indicators: [], scoreDecimals });

describe('the decimal places of scores', () => {
  it.each([0, 2, 12, '2', '2.0', '2e0'])(
    'may be written as %p, like every number of an engine file',
    (given) => {
      expect(methodDefinition.parse(withDecimals(given)).scoreDecimals).toBe(Number(given));
    },
  );

  it.each([-1, 13, 2.5, '2.5', '4/2', '0.99999999999999999999', 1e300, null, true, ''])(
    'are refused at themselves when they are %p',
    (given) => {
      const input = withDecimals(given);
      const parsed = methodDefinition.safeParse(input);
      const pointers = parsed.success ? [] : refusalsOf(parsed.error, input).map(({ pointer }) => pointer);
      expect(pointers).toEqual(['/scoreDecimals']);
    },
  );

  it('may be absent', () => {
    expect(methodDefinition.parse({ indicators: [] }).scoreDecimals).toBeUndefined();
  });
});
