import type { FastifyReply } from 'fastify';

/**
 * Makes an answer a file that browsers save under a name, and never show as a page of ours (RFC 6266; X-Content-Type-Options
 * stands on every answer). The name may be Chinese: browsers that cannot read it save it with the letters they can.
 */
export function asAttachment(reply: FastifyReply, fileName: string): void {
  const safe = fileName.replace(/[\p{Cc}"\\/:*?<>|]/gu, '_');
  const ascii = safe.replace(/[^ -~]/g, '_');
  // By way of bytes, because half a surrogate pair has no encoding.
  const encoded = encodeURIComponent(Buffer.from(safe).toString()).replace(
    /['()*]/g,
    (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const extended = ascii === safe ? '' : `; filename*=UTF-8''${encoded}`;
  void reply.header('content-disposition', `attachment; filename="${ascii}"${extended}`);
}
