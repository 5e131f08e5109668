/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/// <reference types="@sveltejs/kit" />
/**
 * Reading without a network after one visit: the app's own files and what was read from the public
 * interface. Nothing that needs a sign-in is ever kept.
 */
import { build, files } from '$service-worker';

const worker = self as unknown as ServiceWorkerGlobalScope;
/** Names of built files carry their content's hash, so their list names the build. */
const shellCache = `shell-${build.join().length}-${hash(build.join())}`;
const dataCache = 'data-1';
const shellPage = '/';
const most = 200;

function hash(text: string): string {
  let value = 5381;
  for (const char of text) value = ((value << 5) + value + char.charCodeAt(0)) >>> 0;
  return value.toString(36);
}

worker.addEventListener('install', (event) => {
  const assets = [...build, ...files.filter((file) => !/\.(gz|br)$/.test(file)), shellPage];
  event.waitUntil(
    caches
      .open(shellCache)
      .then((cache) => cache.addAll(assets))
      .then(() => worker.skipWaiting())
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name !== shellCache && name !== dataCache)
            .map((name) => caches.delete(name))
        )
      )
  );
});

const isPublic = (request: Request, response: Response): boolean =>
  response.ok &&
  !request.headers.has('authorization') &&
  !/no-store|private/.test(response.headers.get('cache-control') ?? '');

/** The network first, and what it gave last time where there is none. */
async function data(request: Request): Promise<Response> {
  const cache = await caches.open(dataCache);
  // The answer's language belongs to the key: Vary names Accept-Language.
  try {
    const response = await fetch(request);
    if (isPublic(request, response)) await keep(cache, request, response.clone());
    return response;
  } catch (cause) {
    const kept = await cache.match(request);
    if (kept) return kept;
    throw cause;
  }
}

async function keep(cache: Cache, request: Request, response: Response): Promise<void> {
  await cache.put(request, response);
  const keys = await cache.keys();
  for (const old of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(old);
}

async function asset(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: shellCache })) ?? fetch(request);
}

async function shell(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (cause) {
    const kept = await caches.match(shellPage, { cacheName: shellCache });
    if (kept) return kept;
    throw cause;
  }
}

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (url.pathname.startsWith('/api/')) event.respondWith(data(request));
  else if (request.mode === 'navigate') event.respondWith(shell(request));
  else if (build.includes(url.pathname) || files.includes(url.pathname))
    event.respondWith(asset(request));
});
