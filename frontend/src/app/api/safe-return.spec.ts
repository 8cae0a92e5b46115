import { safeReturn } from './safe-return';

describe('returning after signing in', () => {
  it.each([
    ['/overview?year=2025', '/overview?year=2025'],
    [undefined, '/'],
    ['https://elsewhere.example/', '/'],
    ['//elsewhere.example/', '/'],
    ['/\\elsewhere.example/', '/'],
    ['/sign-in?return=/sign-in', '/'],
  ])('to %p leads to %p, never out of the program', (asked, safe) => {
    expect(safeReturn(asked)).toBe(safe);
  });
});
