import type { Routes } from '@angular/router';
import { loadEarly } from './load-early';

class Part {}

function given() {
  const loaded: string[] = [];
  const part = (name: string) => () => {
    loaded.push(name);
    return Promise.resolve(Part);
  };
  const routes: Routes = [
    { path: 'sign-in', loadComponent: part('sign-in') },
    {
      path: '',
      loadComponent: part('frame'),
      children: [
        { path: '', pathMatch: 'full', loadComponent: part('home') },
        { path: 'audit', canMatch: [() => true], loadComponent: part('audit') },
        { path: '', children: [{ path: 'overview', loadComponent: part('overview') }] },
        { path: 'counties/:county', loadComponent: part('county') },
      ],
    },
    { path: '**', loadComponent: part('not-found') },
  ];
  return { loaded, routes };
}

describe('code that is loaded before anybody knows who sits there', () => {
  it.each([
    ['/overview', ['frame', 'overview']],
    ['/', ['frame', 'home']],
    ['/sign-in', ['sign-in']],
    ['/audit', []],
    ['/nowhere', []],
  ])('of %s is its page with the frame around it, and no page that asks for a role', (path, parts) => {
    const { loaded, routes } = given();
    loadEarly(routes, path);
    expect(loaded).toEqual(parts);
  });

  it('that does not come leaves its failure to the router', async () => {
    const tried: string[] = [];
    const routes: Routes = [
      {
        path: 'overview',
        loadComponent: () => {
          tried.push('overview');
          return Promise.reject(new Error('no answer'));
        },
      },
    ];
    expect(() => loadEarly(routes, '/overview')).not.toThrow();
    await new Promise((resolve) => setTimeout(resolve));
    expect(tried).toEqual(['overview']);
  });
});
