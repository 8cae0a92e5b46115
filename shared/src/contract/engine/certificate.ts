import * as z from 'zod';
import type { ReadCertificate } from '../../domain/certificates/verify-certificate';
import { ENGINE_VERSIONS } from '../../domain/scoring/engine-version';
import { allocationSettings } from '../allocation-settings';
import { allocateInput } from './allocate';
import { fraction } from './numbers';
import { methodDefinition, scoreInput } from './score';
import { MOST_SIMULATED } from '../../domain/simulation/stability-settings';

const KNOWN = ENGINE_VERSIONS.join(', ');
const form = z.literal(1, {
  error:
    '只认得第 1 版凭证格式，请核对文件或换用新版本程序 / only form 1 is known; check the file or use a newer program',
});
const engine = z.enum(ENGINE_VERSIONS, {
  error: `不认得这个引擎版本，本程序可核验 ${KNOWN}；请换用新版本程序 / this engine version is not known, ${KNOWN} can be verified; use a newer program`,
});

const sha256 = z
  .string()
  .regex(
    /^[0-9a-f]{64}$/,
    '应为 64 位小写十六进制的 SHA-256 / must be a SHA-256 in 64 lower-case hexadecimal digits',
  );
const decimalText = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/, '应为小数文字，如 "97.24" / must be a decimal text such as "97.24"');

/** Values as a run froze them: those of `yuheng score`, except that a figure computed from facts may be a fraction. */
const value = scoreInput.shape.values.valueType.extend({
  actual: fraction.optional(),
  target: fraction.optional(),
  ratio: fraction.optional(),
  occurrences: fraction.optional(),
  marks: z.array(fraction).optional(),
  finalScore: fraction.optional(),
});

const scoreFigures = z.strictObject({
  total: decimalText.nullable(),
  grade: z.enum(['excellent', 'good', 'fair', 'poor']).nullable(),
  indicators: z.array(
    z.strictObject({
      id: z.string(),
      ruleScore: decimalText.nullable(),
      finalScore: decimalText.nullable(),
      state: z.enum(['notApplicable', 'missing']).optional(),
    }),
  ),
  missing: z.array(z.string()).optional(),
});

/** What a run was told with and its hash covers, though the split does not follow from it. */
const basis = z.strictObject({
  year: z.int(),
  publication: z.int(),
  /** Of the snapshot that the run was worked out from, and the policy that it tried; runs of before have neither. */
  evidenceSha256: sha256.optional(),
  settings: allocationSettings.optional(),
  units: z.array(z.strictObject({ id: z.string(), lastFen: z.int(), onPost: z.int() })),
});

/** 有把握才调整: the settings of the simulation, and the share in which a direction must hold. */
const stability = z.strictObject({
  seed: z.int(),
  runs: z.int(),
  scoreError: fraction,
  weightUncertainty: fraction.optional(),
  threshold: fraction,
});

const splitInputs = allocateInput
  .extend({ stability: stability.optional(), basis: basis.optional() })
  .superRefine(({ units, stability: gate }, context) => {
    if (!gate || gate.runs * units.length <= MOST_SIMULATED) return;
    const most = Math.floor(MOST_SIMULATED / units.length);
    context.addIssue({
      code: 'custom',
      path: ['stability', 'runs'],
      message: `模拟 ${gate.runs} 次 × ${units.length} 个单位超过 ${MOST_SIMULATED}，无法在合理时间内核验；请核对模拟次数，单位这样多时至多 ${most} 次 / ${gate.runs} runs of ${units.length} units are above ${MOST_SIMULATED} in all, too many to verify in reasonable time; check the runs, of which so many units take at most ${most}`,
    });
  });

const about = z.strictObject({
  run: z.string().optional(),
  program: z.string().optional(),
  year: z.int().optional(),
  evaluation: z.string().optional(),
  createdAt: z.string().optional(),
  inputsSha256: sha256.optional(),
  marks: z.array(z.string()).optional(),
  source: z.string().optional(),
});

const whole = z.record(z.string(), z.int());

const certificate = z.discriminatedUnion('kind', [
  z.strictObject({
    certificate: form,
    kind: z.literal('scores'),
    engine,
    input: z.strictObject({
      method: methodDefinition,
      values: z.record(z.string(), z.record(z.string(), value)),
    }),
    inputHash: sha256,
    answer: z.record(z.string(), scoreFigures),
    about: about.optional(),
    hash: sha256,
  }),
  z.strictObject({
    certificate: form,
    kind: z.literal('allocation'),
    engine,
    input: z.strictObject({
      scoring: sha256.optional(),
      inputs: splitInputs,
    }),
    inputHash: sha256,
    answer: z.strictObject({
      parts: whole,
      fen: whole,
      proposed: whole.optional(),
      directionHeld: z.record(z.string(), z.int().min(0)).optional(),
    }),
    about: about.optional(),
    hash: sha256,
  }),
]);

type Read = z.output<typeof certificate>;
function asRead(read: Read): ReadCertificate['read'] {
  if (read.kind === 'scores') return { kind: read.kind, input: read.input };
  const { scoring, inputs } = read.input;
  const { stability: gate, basis: _, ...input } = inputs;
  return { kind: read.kind, input: { scoring, inputs: input, stability: gate } };
}

/** Of a certificate of another form or engine nothing more can be said, so these two are looked at before the rest. */
const beginning = z.looseObject({ certificate: form, engine });

/** Places of numbers that are not safe whole ones: they have no canonical form, so no hash could cover them. */
function brokenNumbers(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? [] : [[...path]];
  if (typeof value !== 'object' || value === null) return [];
  return Array.isArray(value)
    ? value.flatMap((one, index) => brokenNumbers(one, [...path, index]))
    : Object.entries(value).flatMap(([key, one]) => brokenNumbers(one, [...path, key]));
}

const BROKEN_NUMBER =
  '凭证中的数字只能是整数，其他数值请写成文字，如 "86.2" / numbers in a certificate are whole; write others as text such as "86.2"';

/**
 * Input of `yuheng verify`: a certificate, strict at every depth, in both its forms. An unknown version is refused with
 * those that are known, and nothing else is said of such a document.
 */
export const certificateInput = z
  .unknown()
  .transform((document, context): ReadCertificate => {
    const known = beginning.safeParse(document);
    const read = known.success ? certificate.safeParse(document) : known;
    if (!read.success) {
      context.issues.push(...(read.error.issues as typeof context.issues));
      return z.NEVER;
    }
    for (const path of brokenNumbers(document))
      context.issues.push({ code: 'custom', path, message: BROKEN_NUMBER, input: document });
    return { stated: document as ReadCertificate['stated'], read: asRead(read.data) };
  })
  .meta(z.toJSONSchema(certificate, { io: 'input', unrepresentable: 'any' }));

/** The same document as it crosses HTTP: figures stay the text that the hashes were taken over. */
export const certificateDocument = z
  .object({
    certificate: z.literal(1),
    kind: z.enum(['scores', 'allocation']),
    engine: z.string(),
    input: z.record(z.string(), z.unknown()),
    inputHash: z.string(),
    answer: z.record(z.string(), z.unknown()),
    about: z.record(z.string(), z.unknown()).optional(),
    hash: z.string(),
  })
  .meta({ id: 'Certificate', description: 'A stored run that `yuheng verify` computes again' });
export type CertificateDocument = z.output<typeof certificateDocument>;
