// Lets a browser find Tray's real host names on this machine: a proxy leads every https and http address to the test's own
// server, with a new certificate. Loopback names stay direct.
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import { generate } from 'selfsigned';

/** @param {import('./server.mjs').TestServer} server */
export async function startRealHosts(server) {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'tests' }], { keySize: 2048 });
  const secure = createTlsServer({ key, cert }, server.handle).listen(0, '127.0.0.1');
  // A request for http comes with the whole address, one for https as a CONNECT to be led on.
  const proxy = createServer(server.handle).listen(0, '127.0.0.1');
  await Promise.all([once(secure, 'listening'), once(proxy, 'listening')]);
  const open = new Set();
  proxy.on('connect', (_request, client, head) => {
    const upstream = connect(secure.address().port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    for (const socket of [client, upstream]) {
      open.add(socket);
      // A browser that closes a window drops its connections as they are.
      socket.on('error', () => socket.destroy()).on('close', () => open.delete(socket));
    }
  });
  return {
    address: `127.0.0.1:${proxy.address().port}`,
    async close() {
      for (const socket of open) socket.destroy();
      for (const listening of [proxy, secure]) {
        listening.closeAllConnections();
        await new Promise((resolve) => listening.close(resolve));
      }
    },
  };
}
