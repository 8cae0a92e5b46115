import { afterNextRender, type Injector } from '@angular/core';

/** After a form was refused before it was sent, the focus goes to its first wrong field, whose note is then read out. */
export const focusFirstProblem = (form: HTMLElement, injector: Injector): void => {
  afterNextRender(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), { injector });
};
