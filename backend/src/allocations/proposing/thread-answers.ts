import { ProblemException } from '../../http/problem-exception';
import { bilingual } from '@yuheng/shared/domain/bilingual';

const RETRY_SECONDS = 5;

/** What is told of a computation that cannot be waited for. */
export const tooManyWaiting = (): ProblemException =>
  new ProblemException(
    'unavailable',
    bilingual(
      '正在测算的方案较多，本次未受理；请稍后再保存。',
      'Many scenarios are being computed; this one was not taken. Save it again in a moment.',
    ),
    [],
    RETRY_SECONDS,
  );

export const tookTooLong = (seconds: number): ProblemException =>
  new ProblemException(
    'unavailable',
    bilingual(
      `测算超过${seconds}秒仍未完成，已经停止，没有保存；请减少模拟次数后再试。`,
      `The computation did not end within ${seconds} s and was stopped; nothing is stored. Try fewer simulations.`,
    ),
    [],
    RETRY_SECONDS,
  );

export const stopping = (): ProblemException =>
  new ProblemException(
    'unavailable',
    bilingual(
      '服务正在停止，测算没有完成，没有保存；请稍后再试。',
      'The service is stopping: the computation did not end, and nothing is stored. Try again later.',
    ),
    [],
    RETRY_SECONDS,
  );
