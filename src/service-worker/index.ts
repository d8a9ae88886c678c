/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
/**
 * After one visit the whole site works without a network. Everything is fetched when a version is installed, and served
 * from there: the pages of one version never meet the program of another. A new version waits until a page asks for it.
 */
import { build, files, prerendered, version } from '$service-worker';

declare const self: ServiceWorkerGlobalScope;

// The space keeps the site at `/` from taking the caches of one below it for its own.
const prefix = `${self.registration.scope} `;
const current = prefix + version;
const site = [...new Set([...build, ...files, ...prerendered])];

/** Past the browser's own cache, whose pages may be those of the version before. */
async function install(): Promise<void> {
  const cache = await caches.open(current);
  await cache.addAll(site.map((path) => new Request(path, { cache: 'no-cache' })));
}

async function activate(): Promise<void> {
  const outdated = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== current);
  await Promise.all(outdated.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** A page asked for without its last slash is redirected, because the links on it are relative. */
async function answer(request: Request, url: URL): Promise<Response> {
  const cache = await caches.open(current);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (kept !== undefined) return kept;
  if (request.mode === 'navigate' && (await cache.match(`${url.pathname}/`)) !== undefined)
    return Response.redirect(`${url.origin}${url.pathname}/${url.search}`, 308);
  return fetch(request);
}

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  event.respondWith(answer(request, url));
});

self.addEventListener('message', ({ data }) => {
  if (data === 'take over') void self.skipWaiting();
});
