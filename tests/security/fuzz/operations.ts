/** What is read of a JSON Schema in the OpenAPI document. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly type?: string;
  readonly format?: string;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly minLength?: number;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: JsonSchema;
}

/** One operation of the OpenAPI document: all that the fuzzer knows of the server. */
export interface Operation {
  readonly name: string;
  readonly method: string;
  /** As in the document, `/api/counties/{county}`. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** The schema of a JSON body. */
  readonly body: JsonSchema | null;
  /** Takes a file as a form. */
  readonly isUpload: boolean;
  /** Statuses that the document names. */
  readonly statuses: readonly number[];
  /** Roles that may call it; null: open without sign-in. */
  readonly roles: readonly string[] | null;
}

interface DocumentedOperation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
  readonly responses: Readonly<Record<string, unknown>>;
  readonly 'x-roles': readonly string[] | null;
}

export interface OpenApiDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> };
}

/** Every operation of the document, in its order. */
export const operationsOf = (document: OpenApiDocument): Operation[] =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const content = operation.requestBody?.content ?? {};
      return {
        name: operation.operationId,
        method: method.toUpperCase(),
        path,
        parameters: operation.parameters ?? [],
        body: content['application/json']?.schema ?? null,
        isUpload: 'multipart/form-data' in content,
        statuses: Object.keys(operation.responses).map(Number),
        roles: operation['x-roles'],
      };
    }),
  );
