import type { CanonicalValue } from '@yuheng/shared/domain/canonical-json';
import { hashOf, type Certificate } from '@yuheng/shared/domain/certificates/certificate';
import type { Verification } from '@yuheng/shared/domain/certificates/verify-certificate';
import { ENGINE_VERSIONS } from '@yuheng/shared/domain/scoring/engine-version';
import fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { givenCertificate, sha256, verify } from './given-certificate';
import { problemOf, runYuheng } from './yuheng-process';

const FOLDER = join(__dirname, 'certificates');
const files = ENGINE_VERSIONS.flatMap((version) =>
  readdirSync(join(FOLDER, version)).map((name) => `${version}/${name}`),
);
const certificate = (file: string): Certificate =>
  JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Certificate;

// The first call compiles what it needs.
jest.setTimeout(120_000);

interface Leaf {
  readonly path: readonly string[];
  readonly value: string | number | boolean | null;
}

function leavesOf(value: unknown, path: readonly string[] = []): readonly Leaf[] {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]))
    : [{ path, value: value as Leaf['value'] }];
}

/** The document with another value at one place. */
function withValue<Document>(document: Document, path: readonly string[], value: unknown): Document {
  const copy = structuredClone(document);
  const key = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce<unknown>((at, one) => Reflect.get(at as object, one), copy);
  Reflect.set(parent as object, key, value);
  return copy;
}

/** Another value of the same kind: another digit, or where there is none another text. */
function tampered(value: Leaf['value']): Leaf['value'] {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  if (value === null) return '1';
  const digit = /\d/.exec(value);
  if (!digit) return `${value}x`;
  return value.replace(/\d/, digit[0] === '9' ? '8' : String(Number(digit[0]) + 1));
}

describe('certificates of every engine version', () => {
  it('there are some of each version', () => {
    for (const version of ENGINE_VERSIONS)
      expect(files.filter((file) => file.startsWith(`${version}/`)).length).toBeGreaterThanOrEqual(6);
  });

  it.each(files)('%s verifies through the command line', (file) => {
    expect(certificate(file).engine).toBe(file.split('/')[0]);
    expect(runYuheng(['verify', join(FOLDER, file)])).toEqual({
      status: 0,
      stdout: '{"valid":true,"differences":[]}\n',
      stderr: '',
    });
  });

  // The simulation of one split takes a good part of a second, so that a large one is changed at every eighth place.
  it.each(files)('%s does not verify with any one value changed', (file) => {
    const whole = certificate(file);
    const simulated = JSON.stringify(whole.input).includes('"stability"');
    const leaves = leavesOf(whole).filter((_, index) => !simulated || index % 8 === 0);
    const unseen = leaves.filter(({ path, value }) => {
      const outcome = verify(withValue(whole, path, tampered(value)));
      return outcome.ok && outcome.value.valid;
    });
    expect(unseen.map(({ path }) => path.join('/'))).toEqual([]);
    expect(leaves.length).toBeGreaterThan(10);
  });

  it.each(files)('%s verifies whatever the order of its keys', (file) => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, one]) => [key, turned(one)]),
            )
          : value;
    expect(verify(turned(certificate(file)))).toEqual({ ok: true, value: { valid: true, differences: [] } });
  });
});

describe('a certificate that does not hold', () => {
  const good = certificate('1.1.0/scores-published-t1.json');
  const folder = mkdtempSync(join(tmpdir(), 'yuheng-verify-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('exits with 0 and names each place with what is stated and what comes out, in the order of the file', () => {
    const changed = withValue(
      withValue(good, ['answer', 'asPrinted', 'total'], '98.01'),
      ['answer', 'byRule', 'indicators', '0', 'finalScore'],
      '8.63',
    );
    writeFileSync(join(folder, 'changed.json'), JSON.stringify(changed));
    const { status, stdout, stderr } = runYuheng(['verify', 'changed.json'], '', folder);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual({
      valid: false,
      differences: [
        { pointer: '/answer/byRule/indicators/0/finalScore', stated: '8.63', recomputed: '8.62' },
        { pointer: '/answer/asPrinted/total', stated: '98.01', recomputed: '98.00' },
        { pointer: '/hash', stated: good.hash, recomputed: hashOf(changed, sha256) },
      ],
    });
  });

  it('is found out though its hash was made anew: the answer does not follow from the input', () => {
    const changed = withValue(good, ['input', 'values', 'byRule', 'c', 'actual'], '90');
    const sealedAgain = { ...changed, hash: hashOf(changed, sha256) };
    const outcome = verify(sealedAgain);
    expect(outcome.ok && outcome.value.differences.map(({ pointer }) => pointer)).toEqual([
      '/inputHash',
      '/answer/byRule/total',
      '/answer/byRule/indicators/2/ruleScore',
      '/answer/byRule/indicators/2/finalScore',
    ]);
  });

  it('with all of it made anew verifies, but has another 校验码 than the run', () => {
    const forged = givenCertificate({
      ...good,
      input: withValue(good.input, ['values', 'byRule', 'c', 'actual'], '90'),
      answer: undefined,
    });
    expect(verify(forged)).toMatchObject({ ok: true, value: { valid: true } });
    expect(forged.inputHash).not.toBe(good.inputHash);
  });

  it('says of a unit that is absent from the answer, or too much in it, that it is', () => {
    const { byRule, ...rest } = good.answer;
    const absent = verify({ ...good, answer: rest });
    expect(absent.ok && absent.value.differences[0]).toEqual({
      pointer: '/answer/byRule',
      recomputed: byRule,
    });
    const surplus = verify({ ...good, answer: { ...good.answer, invented: byRule } });
    expect(surplus.ok && surplus.value.differences[0]).toEqual({
      pointer: '/answer/invented',
      stated: byRule,
    });
  });

  it('of a split with 有把握才调整 is found in the parts, in the shares of the simulation and in its seed', () => {
    const split = certificate('1.1.0/allocation-assistants-2026.json');
    const pointers = (path: readonly string[], value: unknown) => {
      const outcome = verify(withValue(split, path, value));
      return outcome.ok ? outcome.value.differences.map(({ pointer }) => pointer) : [];
    };
    expect(pointers(['answer', 'parts', 'hongta'], 26)).toEqual(['/answer/parts/hongta', '/hash']);
    expect(pointers(['answer', 'directionHeld', 'hongta'], 4523)).toEqual([
      '/answer/directionHeld/hongta',
      '/hash',
    ]);
    expect(pointers(['input', 'inputs', 'stability', 'seed'], 1)).toEqual(
      expect.arrayContaining(['/inputHash', '/answer/directionHeld/hongta', '/hash']),
    );
  });
});

describe('the explanation of a verification', () => {
  const explained = (file: string) => {
    const { status, stdout } = runYuheng(['verify', join(FOLDER, file), '--explain']);
    return { status, ...(JSON.parse(stdout) as Verification) };
  };

  it('says what was held against what, and how every unit came to its score', () => {
    const { status, valid, explanation } = explained('1.1.0/scores-published-t1.json');
    const { inputHash, hash, answer } = certificate('1.1.0/scores-published-t1.json');
    expect({ status, valid }).toEqual({ status: 0, valid: true });
    expect(explanation?.steps.map(({ expression, result }) => [expression, result])).toEqual([
      ['', '0'],
      [inputHash, inputHash],
      [hash, hash],
    ]);
    expect(Object.keys(explanation?.units ?? {})).toEqual(Object.keys(answer));
    expect(explanation?.units.byRule).toMatchObject({ total: { result: '97.24' } });
  });

  it('leads from the factors of a split to its parts, and is left out where it is not asked for', () => {
    const { explanation } = explained('1.1.0/allocation-assistants-2026.json');
    expect(explanation?.units.hongta).toMatchObject({ reason: { zh: expect.stringContaining('名额') } });
    const plain = verify(certificate('1.1.0/allocation-assistants-2026.json'));
    expect(plain.ok && Object.keys(plain.value)).toEqual(['valid', 'differences']);
  });
});

describe('what verify refuses with exit 2', () => {
  const good = certificate('1.1.0/scores-published-t1.json');
  const split = certificate('1.1.0/allocation-published-t5.json');
  const pointersOf = (document: unknown): readonly string[] => {
    const outcome = verify(document);
    return outcome.ok ? [] : outcome.refusals.map(({ pointer }) => pointer);
  };

  it('an engine version that it does not know, naming those it knows, and nothing else of that file', () => {
    const { errors } = problemOf(
      runYuheng(['verify', '-'], { ...good, engine: '9.0.0', input: { rules: 'of the future' } }),
    );
    expect(errors).toEqual([
      {
        pointer: '/engine',
        detail: expect.stringMatching(/1\.0\.0, 1\.1\.0.* \/ .*1\.0\.0, 1\.1\.0/) as string,
      },
    ]);
  });

  it('another form, no certificate at all, an absent engine', () => {
    expect(pointersOf({ ...good, certificate: 2 })).toEqual(['/certificate']);
    expect(pointersOf([])).toEqual(['']);
    expect(pointersOf({ certificate: 1 })).toEqual(['/engine']);
  });

  it.each<[string, readonly string[], unknown, Certificate]>([
    ['an unknown kind', ['kind'], 'opinion', good],
    ['an unknown key', ['verdict'], true, good],
    ['an unknown key deep down', ['input', 'method', 'indicators', '0', 'rule', 'aim'], 1, good],
    ['a hash in capitals', ['inputHash'], 'A'.repeat(64), good],
    ['a score that is no decimal', ['answer', 'byRule', 'total'], '97,24', good],
    ['parts that are no whole number', ['answer', 'parts', 'hongta'], 24.5, split],
    [
      'a number with a fraction, which has no canonical form',
      ['input', 'values', 'byRule', 'c', 'actual'],
      86.2,
      good,
    ],
    ['a fraction over 0', ['input', 'values', 'byRule', 'c', 'actual'], '1/0', good],
    ['a fraction as marks of the method', ['input', 'method', 'indicators', '0', 'marks'], '1/3', good],
  ])('%s, with its pointer', (_, path, value, document) => {
    expect(pointersOf(withValue(document, path, value))).toEqual([`/${path.join('/')}`]);
  });

  it('what the engine refuses, with a pointer into the certificate', () => {
    expect(pointersOf(withValue(good, ['input', 'values', 'byRule', 'c', 'actual'], '-1'))).toEqual([
      '/input/values/byRule/c/actual',
    ]);
    expect(pointersOf(withValue(good, ['input', 'method', 'indicators', '1', 'id'], 'execution'))).toEqual([
      '/input/method/indicators/1/id',
    ]);
    expect(pointersOf(withValue(split, ['input', 'inputs', 'units', '0', 'factors'], {}))).toEqual([
      '/input/inputs/units/0/factors/base',
    ]);
    const gate = { seed: -1, runs: 10, scoreError: '2', threshold: '0.9' };
    expect(pointersOf(withValue(split, ['input', 'inputs', 'stability'], gate))).toEqual([
      '/input/inputs/stability/seed',
    ]);
  });

  it('whatever else is written in JSON, without ever failing', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        expect(verify(document).ok).toBe(false);
      }),
    );
    const leaves = leavesOf(split);
    fc.assert(
      fc.property(fc.constantFrom(...leaves), fc.jsonValue(), ({ path, value }, other) => {
        const outcome = verify(withValue(split, path, other));
        expect(outcome.ok && outcome.value.valid).toBe((other as CanonicalValue) === value);
      }),
    );
  });
});
