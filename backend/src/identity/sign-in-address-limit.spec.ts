import { FAILURES_OF_ADDRESS, SignInAddressLimit, UNDER_WAY_OF_ADDRESS } from './sign-in-address-limit';

const at = (minutes: number): Date => new Date(Date.UTC(2026, 2, 20) + minutes * 60_000);
const HERE = '10.0.0.1';

function fail(limit: SignInAddressLimit, times: number, address = HERE, minute = 0): void {
  for (let i = 0; i < times; i += 1) {
    expect(limit.begin(address, at(minute))).toBeNull();
    limit.end(address, at(minute));
  }
}

function used(address = HERE): SignInAddressLimit {
  const limit = new SignInAddressLimit();
  fail(limit, FAILURES_OF_ADDRESS, address);
  return limit;
}

describe('the limit of failed sign-ins of one address', () => {
  it('lets a hundred failures pass and then says how long to wait', () => {
    expect(used().begin(HERE, at(1))).toBe(9 * 60);
    expect(used().begin(HERE, at(9.995))).toBe(1);
  });

  it('is free again when ten minutes have passed since the first of them', () => {
    const limit = new SignInAddressLimit();
    fail(limit, 1);
    fail(limit, FAILURES_OF_ADDRESS - 1, HERE, 5);
    expect(limit.begin(HERE, at(9.9))).not.toBeNull();
    expect(limit.begin(HERE, at(10))).toBeNull();
  });

  it('what is refused does not make the wait longer', () => {
    const limit = used();
    for (let minute = 1; minute < 10; minute += 1) limit.begin(HERE, at(minute));
    expect(limit.begin(HERE, at(10))).toBeNull();
  });

  it('counts nothing that is no failure', () => {
    const limit = new SignInAddressLimit();
    for (let i = 0; i < 1000; i += 1) {
      expect(limit.begin(HERE, at(0))).toBeNull();
      limit.end(HERE, null);
    }
  });

  it('keeps nobody out elsewhere', () => {
    expect(used().begin('10.0.0.2', at(1))).toBeNull();
  });

  it('counts an IPv6 network as one address', () => {
    const limit = used('2001:db8:1:2::1');
    expect(limit.begin('2001:db8:1:2:ffff:ffff:ffff:ffff', at(1))).toBe(540);
    expect(limit.begin('2001:db8:1:3::1', at(1))).toBeNull();
  });

  it('a burst has so many attempts under way, and no more until one ends', () => {
    const limit = new SignInAddressLimit();
    for (let i = 0; i < UNDER_WAY_OF_ADDRESS; i += 1) expect(limit.begin(HERE, at(0))).toBeNull();
    expect(limit.begin(HERE, at(0))).toBe(1);
    limit.end(HERE, null);
    expect(limit.begin(HERE, at(0))).toBeNull();
  });

  it('a burst of failures counts in full when it ends', () => {
    const limit = new SignInAddressLimit();
    for (let i = 0; i < FAILURES_OF_ADDRESS; i += 1) limit.begin(HERE, at(0));
    expect(limit.begin(HERE, at(0))).toBeNull();
    for (let i = 0; i < FAILURES_OF_ADDRESS; i += 1) limit.end(HERE, at(0));
    expect(limit.begin(HERE, at(1))).toBe(540);
  });

  it('ten thousand other addresses push the oldest out of memory, not the newest', () => {
    const limit = used();
    const other = (i: number): string => `10.${1 + (i >> 16)}.${(i >> 8) & 255}.${i & 255}`;
    for (let i = 0; i < 10_000; i += 1) fail(limit, 1, other(i));
    expect(limit.begin(HERE, at(1))).toBeNull();
    fail(limit, FAILURES_OF_ADDRESS - 1, other(9_999));
    expect(limit.begin(other(9_999), at(1))).toBe(540);
  });
});
