import { createServer } from 'node:net';
import { LaunchError } from './launch-error.mjs';

/** Tries the address before minutes of building, and gives it back at once. Port 0 lets the system choose. */
export function refuseTakenPort({ host, port }) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(listenProblem(error, { host, port }) ?? error));
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve()));
  });
}

/** Says what to do about an address that cannot be listened on; null for any other error. */
export function listenProblem(error, { host, port }) {
  if (error.code === 'EADDRINUSE') {
    return new LaunchError({
      zh: `端口 ${port} 已被占用。请停止占用它的程序,或用环境变量 PORT 指定其他端口。`,
      en: `Port ${port} is taken. Stop the program that uses it, or set PORT to another.`,
    });
  }
  if (error.code === 'EACCES') {
    return new LaunchError({
      zh: `当前账户无权使用端口 ${port}。请用环境变量 PORT 指定 1024 以上的端口。`,
      en: `This account may not listen on port ${port}. Set PORT to one above 1024.`,
    });
  }
  if (['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN', 'EINVAL'].includes(error.code)) {
    return new LaunchError({
      zh: `本机没有地址 ${host}。请用环境变量 HOST 指定本机地址,例如 127.0.0.1;对外服务用 0.0.0.0。`,
      en: `This machine has no address ${host}. Set HOST to one of its addresses, such as 127.0.0.1, or 0.0.0.0 to serve others.`,
    });
  }
  return null;
}
