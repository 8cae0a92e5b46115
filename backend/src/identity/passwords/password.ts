import { hash, verify } from '@node-rs/argon2';
import { bilingual } from '@yuheng/shared/domain/bilingual';
import { ProblemException } from '../../http/problem-exception';
import { Turns } from './turns';

/** argon2id; 64 MiB and three passes took 59 ms on the machine that the choice was measured on. */
const OPTIONS = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

/**
 * Two at once: hashes run on the four threads that Node has also for looking up names and for the handshakes of new
 * connections to the database, which would time out behind a burst of sign-ins; and each takes 64 MiB.
 */
const AT_ONCE = 2;
/** Some ten seconds of waiting; who would wait longer is told to come back. */
const MOST_WAITING = 300;
const RETRY_AFTER_SECONDS = 5;

const turns = new Turns(AT_ONCE, MOST_WAITING);

/** @throws ProblemException too-many-requests where too many wait to have a password hashed or compared. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(password, OPTIONS));

/** Checked against when there is no such account, so that the answer takes the same time either way. */
let decoy: Promise<string> | undefined;

/**
 * True when the password is the one behind the hash; without a hash it takes as long and is false.
 * @throws ProblemException too-many-requests where too many wait to have a password hashed or compared.
 */
export const isPassword = (password: string, passwordHash: string | null): Promise<boolean> =>
  inTurn(async () => {
    decoy ??= hash('no account has this password', OPTIONS);
    return (await verify(passwordHash ?? (await decoy), password)) && passwordHash !== null;
  });

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result = turns.take(work);
  if (result === null) throw tooMany();
  return result;
}

const tooMany = (): ProblemException =>
  new ProblemException(
    'too-many-requests',
    bilingual(
      `同时登录的人过多，请 ${RETRY_AFTER_SECONDS} 秒后再试。`,
      `Too many people are signing in at the moment: try again in ${RETRY_AFTER_SECONDS} s.`,
    ),
    [],
    RETRY_AFTER_SECONDS,
  );
