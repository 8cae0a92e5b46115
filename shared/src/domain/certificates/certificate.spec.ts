import { rational } from '../numbers/rational';
import { hashOf, inputHashOf, sealed, type UnsealedCertificate } from './certificate';
import { printedFirmness, printedInput } from './printed-input';
import { certificateFileName, runCertificate, type CertifiedRun } from './run-certificate';

/** Shows what would be hashed. */
const plain = (text: string): string => text;

const RUN: CertifiedRun = {
  kind: 'scores',
  engine: '1.1.0',
  input: { values: {}, method: { indicators: [] } },
  inputHash: 'abcdef0123',
  answer: {},
  about: {
    run: 'r',
    program: 'assistants',
    year: 2025,
    createdAt: '2026-03-12T08:00:00Z',
    inputsSha256: 'abcdef0123',
    marks: [{ zh: '演示数据', en: 'demonstration data' }],
  },
};

describe('a certificate', () => {
  it('hashes the engine version together with the input, as runs are stored', () => {
    expect(inputHashOf('1.1.0', RUN.input, plain)).toBe(
      '{"engineVersion":"1.1.0","method":{"indicators":[]},"values":{}}',
    );
  });

  it('hashes everything but its own hash', () => {
    const certificate: UnsealedCertificate = {
      certificate: 1,
      kind: 'scores',
      engine: '1.1.0',
      input: {},
      inputHash: 'x',
      answer: {},
    };
    const whole = sealed(certificate, plain);
    expect(whole.hash).toBe(
      '{"answer":{},"certificate":1,"engine":"1.1.0","input":{},"inputHash":"x","kind":"scores"}',
    );
    expect(hashOf(whole, plain)).toBe(whole.hash);
  });

  it('of a run says its marks in both languages and is saved under its 校验码', () => {
    expect(runCertificate(RUN, () => 'h')).toMatchObject({
      certificate: 1,
      inputHash: 'abcdef0123',
      about: { run: 'r', marks: ['演示数据 / demonstration data'] },
      hash: 'h',
    });
    expect(certificateFileName(RUN)).toBe('yuheng-scores-assistants-2025-abcdef.json');
  });

  it('prints an allocation input exactly, and without the words of its factors', () => {
    expect(
      printedInput({
        pool: { posts: 3n, fenPerPost: 1_200_000n },
        units: [{ id: 'a', factors: { base: rational(1, 3) }, score: rational(367, 4), lastPart: 0n }],
        policy: {
          factors: [{ id: 'base', weight: rational(1), name: { zh: '名', en: 'name' } }],
          performance: { mode: 'add', weight: rational(1, 5) },
          method: 'hamilton',
        },
      }),
    ).toEqual({
      pool: { posts: '3', fenPerPost: '1200000' },
      units: [{ id: 'a', factors: { base: '1/3' }, score: '91.75', lastPart: '0' }],
      policy: {
        factors: [{ id: 'base', weight: '1' }],
        performance: { mode: 'add', weight: '0.2' },
        method: 'hamilton',
      },
    });
    const gate = { seed: 1, runs: 10, scoreError: rational(2), threshold: rational(9, 10) };
    expect(printedFirmness(gate)).toEqual({ seed: 1, runs: 10, scoreError: '2', threshold: '0.9' });
  });
});
