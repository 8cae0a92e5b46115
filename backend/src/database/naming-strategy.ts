import { DefaultNamingStrategy } from 'typeorm';

/** Columns are snake_case in plain SQL and camelCase in code; every other name is given explicitly. */
export class SnakeCaseColumns extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName || propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
