import { hash } from '@node-rs/argon2';

/**
 * A password as argon2id with the least memory and passes, for people who are put into the database by a test: the
 * stored hash names its own cost, so that it is compared on the real way in a thousandth of the time. What the program
 * itself stores costs what it has to (passwords/password.spec.ts).
 */
export const cheapHashOf = (password: string): Promise<string> =>
  hash(password, { memoryCost: 8, timeCost: 1, parallelism: 1 });
