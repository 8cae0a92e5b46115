import { beginHistory, changeTo, goBack, goForward } from './settings-history';

describe('the history of settings', () => {
  const three = ['b', 'c', 'd'].reduce((history, one) => changeTo(history, one, ''), beginHistory('a'));

  it('goes back and forward step by step, and no further than it has been', () => {
    expect(goBack(three).now).toBe('c');
    expect(goBack(goBack(goBack(goBack(three)))).now).toBe('a');
    expect(goForward(goBack(three)).now).toBe('d');
    expect(goForward(three)).toBe(three);
  });

  it('forgets what was taken back once something else is done', () => {
    const other = changeTo(goBack(three), 'x', '');
    expect(other.after).toEqual([]);
    expect(goBack(other).now).toBe('c');
  });

  it('takes typing at one control as one step, and typing at another as the next', () => {
    const typed = ['1', '12', '120'].reduce(
      (history, one) => changeTo(history, one, 'posts'),
      beginHistory(''),
    );
    expect(typed.now).toBe('120');
    expect(goBack(typed).now).toBe('');
    expect(goBack(changeTo(typed, '120/5', 'years')).now).toBe('120');
  });

  it('begins a new step where typing goes on after going back', () => {
    const typed = changeTo(changeTo(beginHistory(''), '1', 'posts'), '12', 'posts');
    const again = changeTo(goForward(goBack(typed)), '13', 'posts');
    expect(goBack(again).now).toBe('12');
  });

  it('keeps the newest two hundred steps', () => {
    let long = beginHistory(0);
    for (let one = 1; one <= 250; one += 1) long = changeTo(long, one, '');
    expect(long.before).toHaveLength(200);
    expect(long.before[0]).toBe(50);
  });
});
