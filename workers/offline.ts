/// <reference lib="webworker" />
/*
 * The service worker: keeps one build of the app, answers from it, and lets a newer build take over only when asked to.
 * The list of files is written in by the build (`.ci/offline.ts`).
 */
declare const offlineFiles: readonly string[]
declare const offlineVersion: string

const scope = self as unknown as ServiceWorkerGlobalScope
const place = new URL(scope.registration.scope).pathname
/** Everything on one origin shares its caches, other copies of this app too: a name holds the place of its copy, between blanks, which no address has. */
const ours = `hengtu ${place} `
const cacheName = ours + offlineVersion
/** Both addresses of the page; whatever else lies below, another site perhaps, is not ours to answer. */
const pages = [place, `${place}index.html`]

async function keep(): Promise<void> {
  const cache = await caches.open(cacheName)
  // past the browser's own cache: a build must not be mixed with files of the one before
  await cache.addAll(offlineFiles.map((file) => new Request(file, { cache: 'reload' })))
}

/** Whether a cache holds an earlier build of this very copy. Names had no place before: such a cache is known by the one page in it. */
async function isEarlier(name: string): Promise<boolean> {
  if (name.startsWith(ours)) return name !== cacheName
  if (!/^hengtu-[0-9a-f]{16}$/.test(name)) return false
  const kept = (await (await caches.open(name)).keys()).map(({ url }) => url).filter((url) => url.endsWith('/index.html'))
  return kept.length === 1 && kept[0] === new URL('./index.html', scope.registration.scope).href
}

/** Forgets earlier builds if at most so many windows are open, which need none: what a page of one has not fetched yet is in no other place any more. */
async function forgetEarlier(most: number): Promise<void> {
  const open = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  // what another build has just fetched is not earlier, though it is not this one's
  const { installing, waiting } = scope.registration
  if (installing || waiting || open.length > most) return
  const names = await caches.keys()
  await Promise.all(names.map(async (name) => (await isEarlier(name)) && caches.delete(name)))
}

async function takeOver(): Promise<void> {
  // the one that asked for it is about to be loaded again
  await forgetEarlier(1)
  await scope.clients.claim()
}

const isPage = ({ mode, url }: Request): boolean => mode === 'navigate' && pages.includes(new URL(url).pathname)

/** What an earlier build kept: names of files tell what is in them, so that nobody else can mean them. */
async function keptEarlier(request: Request): Promise<Response | undefined> {
  for (const name of await caches.keys()) {
    const found = name.startsWith(ours) && name !== cacheName ? await (await caches.open(name)).match(request, { ignoreSearch: true }) : undefined
    if (found) return found
  }
  return undefined
}

async function answer(request: Request): Promise<Response> {
  const cache = await caches.open(cacheName)
  if (isPage(request)) return (await cache.match('./index.html')) ?? fetch(request)
  return (await cache.match(request, { ignoreSearch: true })) ?? (await keptEarlier(request)) ?? fetch(request)
}

scope.addEventListener('install', (event) => event.waitUntil(keep()))
scope.addEventListener('activate', (event) => event.waitUntil(takeOver()))
scope.addEventListener('message', (event) => {
  if (event.data === 'take over') void scope.skipWaiting()
})
scope.addEventListener('fetch', (event) => {
  const { method, url } = event.request
  if (method !== 'GET' || new URL(url).origin !== scope.location.origin) return
  event.respondWith(answer(event.request))
  if (isPage(event.request)) event.waitUntil(forgetEarlier(0))
})
