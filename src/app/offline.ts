/** What the app hears about its offline edition. */
export interface OfflineNews {
  /** This build is kept and opens without a network. */
  readonly ready: () => void
  /** A newer build is kept and waits; `takeOver` reloads the page into it. */
  readonly newer: (takeOver: () => void) => void
  /** Another window has let a newer build take over: from now on it answers this page too, until it is loaded again. */
  readonly moved: () => void
}

/** Keeps the app for use without a network, where the browser can. A newer build never takes over by itself. */
export async function keepOffline({ ready, newer, moved }: OfflineNews): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator) || !location.protocol.startsWith('http')) return
  const workers = navigator.serviceWorker
  // the first build has no page to take over from
  const hadOne = workers.controller !== null
  let controlled = hadOne
  let asked = false
  workers.addEventListener('controllerchange', () => {
    if (asked) location.reload()
    else if (controlled) moved()
    controlled = true
  })
  try {
    const registration = await workers.register('./sw.js')
    const takeOver = () => {
      asked = true
      // of several that came one after another only the last waits; none does if another window has let it in meanwhile
      if (registration.waiting) registration.waiting.postMessage('take over')
      else location.reload()
    }
    if (registration.waiting && hadOne) newer(takeOver)
    registration.addEventListener('updatefound', () => {
      const arriving = registration.installing
      arriving?.addEventListener('statechange', () => {
        if (arriving.state === 'installed' && hadOne) newer(takeOver)
      })
    })
    await workers.ready
    ready()
  } catch {
    // private windows and strict settings refuse; the app then works online as before
  }
}
