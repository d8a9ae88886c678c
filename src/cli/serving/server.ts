/** A built site over HTTP, on this machine only. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { answer, type Site } from './site.ts';

const host = '127.0.0.1';
const portsToTry = 20;
const compress = promisify(gzip);

/** A server that listens: its address, and how to stop it. */
export interface RunningSite {
  readonly url: string;
  close(): Promise<void>;
}

async function respond(site: Site, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.writeHead(405, { allow: 'GET, HEAD' }).end();
    return;
  }
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  const search = query.length === 0 ? '' : `?${query.join('?')}`;
  const { status, type, body, location, immutable } = await answer(site, path, search);
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('cache-control', immutable === true ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('vary', 'accept-encoding');
  if (location !== undefined) response.setHeader('location', location);
  const packed = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') && /^text|json|svg/.test(type);
  if (packed) response.setHeader('content-encoding', 'gzip');
  response.end(request.method === 'HEAD' ? undefined : packed ? await compress(body) : body);
}

async function listens(server: Server, port: number): Promise<boolean> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return false;
    throw error;
  }
}

/**
 * Serves a site at `port`, or at the next free one; port 0 takes any that is free.
 * @throws {Error} if twenty ports in a row are busy
 */
export async function serveSite(site: Site, port: number): Promise<RunningSite> {
  const server = createServer((request, response) => {
    respond(site, request, response).catch(() => response.writeHead(500).end());
  });
  for (let next = port; next < port + portsToTry; next++) {
    if (!(await listens(server, next))) continue;
    const { port: taken } = server.address() as AddressInfo;
    const close = async (): Promise<void> => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    };
    return { url: `http://${host}:${taken}${site.base}`, close };
  }
  throw new Error(`Cannot serve the site: ports ${port} to ${port + portsToTry - 1} are busy`);
}
