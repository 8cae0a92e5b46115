import type { Route, Routes } from '@angular/router';

/**
 * Begins to load the code of the page at `path`, with the frame around it, while the server is still being asked who
 * sits there: the router waits for that answer first, and would load the frame and the page one after the other. Code
 * says nothing of the figures; a page that only some roles may open is left to the router all the same. What cannot be
 * loaded is loaded again, and its failure told, when the router comes to it.
 *
 *     loadEarly(routes, '/overview')
 */
export function loadEarly(routes: Routes, path: string): void {
  for (const { loadComponent } of waysTo(routes, path.replace(/^\//, ''))) {
    void (async () => await loadComponent?.())().catch(() => undefined);
  }
}

/** The page of exactly that path, after the routes it stands in; none where the path has parameters or is unknown. */
function waysTo(routes: Routes, path: string): readonly Route[] {
  for (const route of routes) {
    if (route.canMatch) continue;
    if (!route.children && route.path === path) return [route];
    const inside = route.path === '' ? waysTo(route.children ?? [], path) : [];
    if (inside.length > 0) return [route, ...inside];
  }
  return [];
}
