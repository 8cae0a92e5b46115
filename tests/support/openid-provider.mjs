/**
 * A real OpenID Connect provider as a process of its own: `node openid-provider.mjs [port]` serves on the loopback address
 * until it is killed and prints `ready http://…`. Anybody signs in by its form, with any password; the login is the
 * subject. Who signs in as `…+otp` has given a second factor, says the ID token.
 */
import Provider from 'oidc-provider';

const host = process.argv[3] ?? '127.0.0.1';
const port = Number(process.argv[2] ?? 0);

const { createServer } = await import('node:http');
const server = createServer();
await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
const issuer = `http://${host}:${server.address().port}`;

const provider = new Provider(issuer, {
  clients: [
    {
      client_id: 'yuheng',
      client_secret: 'a-secret-of-the-test',
      // A native client may come back to any port of the loopback address (RFC 8252 section 7.3).
      application_type: 'native',
      redirect_uris: ['http://127.0.0.1/api/session/openid/callback'],
      grant_types: ['authorization_code'],
      response_types: ['code'],
    },
  ],
  claims: { openid: ['sub', 'amr'] },
  conformIdTokenClaims: false,
  findAccount: (_, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
});
const finished = provider.interactionFinished.bind(provider);
provider.interactionFinished = (request, response, result, options) => {
  const { login } = result;
  if (login?.accountId.endsWith('+otp')) login.amr = ['pwd', 'otp'];
  return finished(request, response, result, options);
};
server.on('request', provider.callback());
console.log(`ready ${issuer}`);
