/** Counties that were deleted in one tab of this browser: these, and `all` school data besides. */
export interface Gone {
  readonly ids: readonly string[]
  readonly all: boolean
}

// one for the page: it does not hear itself
let channel: BroadcastChannel | undefined
const channelHere = (): BroadcastChannel | undefined => (typeof BroadcastChannel === 'undefined' ? undefined : (channel ??= new BroadcastChannel('hengtu')))

/** Tells the other tabs what was deleted: what they still hold of it they would keep again. */
export const tellOthers = (gone: Gone): void => channelHere()?.postMessage(gone)

/** Hears what another tab has deleted. */
export const hearOthers = (hear: (gone: Gone) => void): void => channelHere()?.addEventListener('message', ({ data }: MessageEvent<Gone>) => hear(data))
