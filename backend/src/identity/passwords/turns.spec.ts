import { Turns } from './turns';

/** A piece of work that the test ends. */
function held<Result>(result: Result) {
  let end: (failure?: Error) => void = () => undefined;
  let began = false;
  const done = new Promise<Result>((resolve, reject) => {
    end = (failure) => (failure ? reject(failure) : resolve(result));
  });
  const work = (): Promise<Result> => {
    began = true;
    return done;
  };
  return { work, end: (failure?: Error) => end(failure), hasBegun: () => began };
}

/** Work that is known to be taken. */
const take = <Result>(turns: Turns, work: () => Promise<Result>): Promise<Result> =>
  turns.take(work) ?? Promise.reject(new Error('It was not taken.'));

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('work that takes turns', () => {
  it('is under way so many pieces at once, and the others follow in the order in which they came', async () => {
    const turns = new Turns(2, 10);
    const pieces = ['a', 'b', 'c', 'd'].map(held);
    const answers = pieces.map(({ work }) => take(turns, work));
    const begun = () => pieces.map(({ hasBegun }) => hasBegun());
    expect(begun()).toEqual([true, true, false, false]);
    pieces[1]?.end();
    await settled();
    expect(begun()).toEqual([true, true, true, false]);
    for (const { end } of pieces) end();
    expect(await Promise.all(answers)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is not taken where too many wait, and is again when one has ended', async () => {
    const turns = new Turns(1, 1);
    const [first, second, third] = [held(1), held(2), held(3)];
    const one = take(turns, first.work);
    const two = take(turns, second.work);
    expect(turns.take(third.work)).toBeNull();
    expect(third.hasBegun()).toBe(false);
    first.end();
    await one;
    await settled();
    const three = take(turns, third.work);
    second.end();
    third.end();
    expect(await Promise.all([two, three])).toEqual([2, 3]);
  });

  it('goes on after a piece that failed', async () => {
    const turns = new Turns(1, 1);
    const [failing, next] = [held(1), held(2)];
    const refused = take(turns, failing.work);
    const answer = take(turns, next.work);
    failing.end(new Error('no memory'));
    next.end();
    await expect(refused).rejects.toThrow('no memory');
    expect(await answer).toBe(2);
    expect(await take(turns, () => Promise.resolve(3))).toBe(3);
  });
});
