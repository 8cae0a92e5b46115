import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { routes } from './app/app.routes';
import { loadEarly } from './app/load-early';

loadEarly(routes, location.pathname);
bootstrapApplication(App, appConfig).catch((failure: unknown) => console.error(failure));
