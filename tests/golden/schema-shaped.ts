import fc from 'fast-check';

/** What is read of a JSON Schema. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, JsonSchema>>;
  /** What zod prints for a key that may not be there. */
  readonly not?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly type?: string;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly pattern?: string;
}

const NAMES = ['a', 'b', 'c', '红塔', 'x/y', '~', 'toString', 'constructor', '0', ''];
const NUMERALS = [
  '0',
  '1',
  '2',
  '3',
  '9',
  '10',
  '50',
  '100',
  '0.5',
  '1/3',
  '-1',
  '1e3',
  '9e99',
  '1e-99',
  '4/2',
];

/** Small whole numbers mostly, so that what is drawn is often sound; all that a JSON number can be now and then. */
const number = (): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 12 }) },
    { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(-1, 100, 1e21, 5e-324, Number.MAX_VALUE, Number.MAX_SAFE_INTEGER),
    },
  );

/** Values of the shape that the schema of a command describes, sound ones and others, without knowing the command. */
export function shapedBy(schema: JsonSchema, root: JsonSchema = schema): fc.Arbitrary<unknown> {
  const inner = (one: JsonSchema): fc.Arbitrary<unknown> => shapedBy(one, root);
  if (schema.$ref !== undefined) return inner(root.$defs?.[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return fc.oneof(...branches.map(inner));
  switch (schema.type) {
    case 'object':
      return object(schema, inner);
    case 'array':
      return fc.array(inner(schema.items ?? {}), { maxLength: 5 });
    case 'string':
      return fc.constantFrom(...(schema.pattern === undefined ? NAMES : NUMERALS));
    case 'number':
    case 'integer':
      return number();
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

function object(
  { properties = {}, required = [], additionalProperties }: JsonSchema,
  inner: (one: JsonSchema) => fc.Arbitrary<unknown>,
): fc.Arbitrary<unknown> {
  const known = Object.fromEntries(
    Object.entries(properties)
      .filter(([, one]) => one.not === undefined)
      .map(([key, one]) => [key, inner(one)]),
  );
  const named = fc.record(known, { requiredKeys: [...required] });
  if (typeof additionalProperties !== 'object') return named;
  const others = fc.dictionary(fc.constantFrom(...NAMES), inner(additionalProperties), { maxKeys: 4 });
  return fc.tuple(named, others).map(([one, other]) => ({ ...one, ...other }));
}
