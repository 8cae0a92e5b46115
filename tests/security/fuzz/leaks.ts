/** Traces of the inside that no answer may show: stacks, files, SQL, drivers, packages and their versions. */
const INSIDE: readonly RegExp[] = [
  /\n?\s+at (?:async )?[\w.<>$ ]+ \((?:file|node|\/)[^)]*\)/g,
  /(?:file:\/\/\/|\/(?:home|usr|root|tmp|var|opt|etc|work|app)\/)[\w./-]{3,}/g,
  /\b[\w-]+\.(?:ts|js|mjs|cjs):\d+/g,
  /node_modules|node:internal|\bdist\/src\b/g,
  /\bselect\s+[\w" ]*[.,*("][^\n]{0,80}\bfrom\b|\binsert into\s+["\w]+\s*\(|\bupdate\s+["\w]+\s+set\b|\bdelete from\s+["\w]+/gi,
  /\b(?:relation|column|constraint|function|operator) ["“][\w.]+["”]/g,
  /syntax error|violates|invalid input syntax|invalid byte sequence|out of range for type|duplicate key value/gi,
  /\b(?:TypeError|RangeError|SyntaxError|ReferenceError|QueryFailedError|ZodError|AssertionError)\b/g,
  /\b(?:ECONN\w+|EPIPE|ENOENT|EACCES|FST_[A-Z_]+|HPE_[A-Z_]+|ERR_[A-Z_]+)\b/g,
  /\b(?:fastify|nestjs|typeorm|postgres(?:ql)?|express|openresty|nginx)\b/gi,
  /\bnode(?:\.js)?[ /]v?\d+/gi,
  /\b(?:Unexpected token|Unexpected end of|Cannot read propert|is not a function|is not iterable|is not defined)/g,
  /\bsentinel of the fuzzer\b/g,
];

/** What of the inside an answer shows, save what the request itself had said. */
export function leaksIn(answer: string, request: string): string[] {
  const said = request.toLowerCase();
  return INSIDE.flatMap((trace) => answer.match(trace) ?? []).filter(
    (found) => !said.includes(found.toLowerCase()),
  );
}
