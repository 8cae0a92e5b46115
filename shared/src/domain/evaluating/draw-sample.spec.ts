import * as fc from 'fast-check';
import { drawSample } from './draw-sample';

const members = Array.from({ length: 25 }, (_, index) => `post-${String(index + 1).padStart(2, '0')}`);

describe('a sample', () => {
  it('is the same for the same members, size and seed, in whatever order the members are given', () => {
    const drawn = drawSample({ members, size: 5, seed: 20260320 });
    expect(drawn).toEqual(drawSample({ members: [...members].reverse(), size: 5, seed: 20260320 }));
    expect(drawn).toEqual({ ok: true, value: ['post-06', 'post-07', 'post-09', 'post-10', 'post-24'] });
  });

  it('differs for another seed', () => {
    const drawn = [1, 2, 3].map((seed) => JSON.stringify(drawSample({ members, size: 5, seed })));
    expect(new Set(drawn).size).toBe(3);
  });

  it('holds so many different members and no stranger', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 25 }), fc.nat(), (size, seed) => {
        const drawn = drawSample({ members, size, seed });
        expect(drawn.ok && new Set(drawn.value).size).toBe(size);
        expect(drawn.ok && drawn.value.every((one) => members.includes(one))).toBe(true);
      }),
    );
  });

  it('draws each member about equally often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 5_000; seed += 1) {
      const drawn = drawSample({ members, size: 5, seed });
      for (const one of drawn.ok ? drawn.value : []) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    // 1,000 each is expected, with a standard deviation of 28: 5 of them either way.
    expect(members.every((one) => Math.abs((counts.get(one) ?? 0) - 1000) < 140)).toBe(true);
  });

  it.each([
    ['nobody', { members: [], size: 1 }, '/population'],
    ['a member twice', { members: ['a', 'a'], size: 1 }, '/members'],
    ['none to draw', { members, size: 0 }, '/size'],
    ['more than there are', { members, size: 26 }, '/size'],
    ['a half', { members, size: 1.5 }, '/size'],
  ])('is refused for %s', (_, asked, pointer) => {
    const drawn = drawSample({ ...asked, seed: 1 });
    expect(drawn.ok ? [] : drawn.refusals.map((one) => one.pointer)).toEqual([pointer]);
  });
});
