import type { AbstractControl, ValidationErrors, ValidatorFn } from '@angular/forms';

/** The text of a field, white space around it left out, has at least `least` and at most `most` characters. */
export const needsText =
  (least: number, most = Infinity): ValidatorFn =>
  ({ value }: AbstractControl<string>): ValidationErrors | null => {
    const { length } = value.trim();
    return length >= least && length <= most ? null : { needsText: { least, most } };
  };
