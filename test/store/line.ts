import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { REDIS, urlOf } from './support.ts';

/** A line to the Redis for tests that can be cut, or go silent, while the coach uses it. */
export class Line {
  silent = false;
  readonly #server: Server = createServer((socket) => this.#join(socket));
  readonly #sockets = new Set<Socket>();

  /** Resolves to the address of a store at the end of the line. */
  async open(port = 0): Promise<string> {
    this.#server.listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    const url = new URL(urlOf('redis', ''));
    url.host = `127.0.0.1:${(this.#server.address() as { port: number }).port}`;
    return url.href;
  }

  #join(near: Socket): void {
    const { hostname, port } = new URL(REDIS);
    const far = connect(Number(port || 6379), hostname);
    for (const [from, to] of [[near, far] as const, [far, near] as const]) {
      this.#sockets.add(from);
      from.on('data', (data) => this.silent || to.write(data));
      from.on('error', () => {}).on('close', () => to.destroy());
    }
  }

  async cut(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    if (this.#server.listening) await new Promise((done) => this.#server.close(done));
  }
}
