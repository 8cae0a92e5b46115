import { verify } from '@node-rs/argon2';
import { ProblemException } from '../../http/problem-exception';
import { isPassword } from './password';

jest.mock('@node-rs/argon2', () => ({ hash: jest.fn(() => Promise.resolve('')), verify: jest.fn() }));
const compare = verify as unknown as jest.Mock<Promise<boolean>>;

describe('passwords that are compared', () => {
  it('are two at once, and those beyond 300 that wait are refused with 429 and when to come back', async () => {
    let end: (isRight: boolean) => void = () => undefined;
    const held = new Promise<boolean>((resolve) => (end = resolve));
    compare.mockReturnValue(held);
    const taken = Array.from({ length: 302 }, () => isPassword('right', 'hash'));
    const refused = isPassword('right', 'hash');
    await expect(refused).rejects.toBeInstanceOf(ProblemException);
    await expect(refused).rejects.toMatchObject({ slug: 'too-many-requests', retryAfterSeconds: 5 });
    expect(compare).toHaveBeenCalledTimes(2);
    end(true);
    expect(new Set(await Promise.all(taken))).toEqual(new Set([true]));
    expect(await isPassword('right', 'hash')).toBe(true);
  });
});
