import { inject, Pipe, type PipeTransform } from '@angular/core';
import type { Bilingual } from '@yuheng/shared/domain/bilingual';
import { Language } from './language';

/** `{{ data.headline | said }}`: a sentence of the server in the reader's language. */
@Pipe({ name: 'said', pure: false })
export class SaidPipe implements PipeTransform {
  private readonly language = inject(Language);

  transform(sentence: Bilingual | null | undefined): string {
    return sentence ? this.language.say(sentence) : '';
  }
}
