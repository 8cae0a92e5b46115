import type { SecuritySettings } from '@yuheng/shared/contract/security-settings';
import type { TestServer } from './server';

/** Changes settings of the city behind the program's back, and answers how to change them back. */
export async function withSettings(
  server: TestServer,
  changes: Partial<SecuritySettings>,
): Promise<() => Promise<unknown>> {
  const [before] = await server.sql<{ content: SecuritySettings }>('select content from security_setting');
  const set = (content: unknown) => server.sql('update security_setting set content = $1', [content]);
  await set({ ...before?.content, ...changes });
  return () => set(before?.content);
}
