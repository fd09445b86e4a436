/// <reference lib="webworker" />
/*
 * The service worker: keeps one build of the app, answers from it, and lets a newer build take over only when asked to.
 * The list of files is written in by the build (`.ci/offline.ts`).
 */
declare const offlineFiles: readonly string[]
declare const offlineVersion: string

const scope = self as unknown as ServiceWorkerGlobalScope
const cacheName = `hengtu-${offlineVersion}`

async function keep(): Promise<void> {
  const cache = await caches.open(cacheName)
  // past the browser's own cache: a build must not be mixed with files of the one before
  await cache.addAll(offlineFiles.map((file) => new Request(file, { cache: 'reload' })))
}

async function forgetOthers(): Promise<void> {
  const names = await caches.keys()
  await Promise.all(names.filter((name) => name.startsWith('hengtu-') && name !== cacheName).map((name) => caches.delete(name)))
  await scope.clients.claim()
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  const page = request.mode === 'navigate' && /(\/|\/index\.html)$/.test(new URL(request.url).pathname)
  const kept = await cache.match(page ? './index.html' : request, { ignoreSearch: true })
  return kept ?? fetch(request)
}

scope.addEventListener('install', (event) => event.waitUntil(keep()))
scope.addEventListener('activate', (event) => event.waitUntil(forgetOthers()))
scope.addEventListener('message', (event) => {
  if (event.data === 'take over') void scope.skipWaiting()
})
scope.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  if (method === 'GET' && new URL(url).origin === scope.location.origin) event.respondWith(answer(event.request))
})
