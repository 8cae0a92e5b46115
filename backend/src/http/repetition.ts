import { bilingual } from '@yuheng/shared/domain/bilingual';
import { refusal } from '@yuheng/shared/domain/refusal';
import type { FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import type { Repetition } from '../audit/act';
import { ProblemException } from './problem-exception';

/** A UUID has it, and so have the keys that other programs count or draw. */
const KEY = /^[A-Za-z0-9_-]{8,80}$/;

/**
 * By what a request is known again, from its `Idempotency-Key`; null where it has none or its endpoint takes none.
 * @throws ProblemException invalid-request for a key of another form.
 */
export function repetitionOf(request: FastifyRequest): Repetition | null {
  const key = request.headers['idempotency-key'];
  if (key === undefined || !request.routeOptions.config?.endpoint?.idempotent) return null;
  if (typeof key !== 'string' || !KEY.test(key)) {
    throw new ProblemException('invalid-request', WRONG_KEY, [
      refusal('/headers/idempotency-key', WRONG_KEY.zh, WRONG_KEY.en),
    ]);
  }
  const asked = JSON.stringify([request.params, request.query, request.body, request.headers['if-match']]);
  return { key, requestSha256: createHash('sha256').update(asked).digest('hex') };
}

const WRONG_KEY = bilingual(
  'Idempotency-Key 应为 8 至 80 位的字母、数字、“_”或“-”，请改正',
  'An Idempotency-Key is 8 to 80 letters, digits, "_" or "-"; correct it',
);
