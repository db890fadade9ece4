import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How a server treats a request; it may never end. */
export type Serves = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on this machine that is as bad as an input wants. */
export interface BadServer {
  url: string;
  /** How many requests came. */
  calls: number;
  serves(how: Serves): void;
  close(): Promise<void>;
}

export async function startServer(first: Serves): Promise<BadServer> {
  let how = first;
  const server = createServer((request, response) => {
    bad.calls++;
    response.on('error', () => {});
    request.on('error', () => {});
    how(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bad: BadServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls: 0,
    serves: (next) => {
      how = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return bad;
}

/** Answers a chat with this text, and a transcription with some words. */
export const says =
  (text: string): Serves =>
  (request, response) => {
    request.resume();
    request.on('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const message = { role: 'assistant', content: text };
      const chat = { choices: [{ index: 0, message, finish_reason: 'stop' }] };
      const spoken = { text: 'I reread one book and tested nothing, and that was my own doing.' };
      response.end(JSON.stringify(request.url?.includes('/audio/') ? spoken : chat));
    });
  };

/** Goes on sending the same, until the other end has enough. */
export const endless =
  (type: string, head: string, piece: string): Serves =>
  (request, response) => {
    request.resume();
    response.writeHead(200, { 'content-type': type });
    response.write(head);
    const more = () => {
      while (!response.destroyed && response.write(piece));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  };
