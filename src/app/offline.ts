/** What the app hears about its offline edition. */
export interface OfflineNews {
  /** This build is kept and opens without a network. */
  readonly ready: () => void
  /** A newer build is kept and waits; `takeOver` reloads the page into it. */
  readonly newer: (takeOver: () => void) => void
}

/** Keeps the app for use without a network, where the browser can. A newer build never takes over by itself. */
export async function keepOffline({ ready, newer }: OfflineNews): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !location.protocol.startsWith('http')) return
  const workers = navigator.serviceWorker
  // the first build has no page to take over from
  const hadOne = workers.controller !== null
  const offer = (waiting: ServiceWorker): void =>
    newer(() => {
      workers.addEventListener('controllerchange', () => location.reload(), { once: true })
      waiting.postMessage('take over')
    })
  try {
    const registration = await workers.register('./sw.js')
    if (registration.waiting && hadOne) offer(registration.waiting)
    registration.addEventListener('updatefound', () => {
      const arriving = registration.installing
      arriving?.addEventListener('statechange', () => {
        if (arriving.state === 'installed' && hadOne) offer(arriving)
      })
    })
    await workers.ready
    ready()
  } catch {
    // private windows and strict settings refuse; the app then works online as before
  }
}
