import { existsSync } from 'node:fs'

const firstExisting = (places: readonly (string | undefined)[]): string | undefined => places.find((place) => place !== undefined && existsSync(place))

/** Path of an installed Chromium as people use it, for what measures time; undefined = leave the choice to Playwright. */
export const chromium = firstExisting([process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/chromium-headless-shell'])

/** The same engine without a window of its own, where that is installed: it takes a quarter less of the processor. For what asks what is on a page. */
export const chromiumShell = firstExisting([process.env['CHROMIUM'], '/usr/bin/chromium-headless-shell']) ?? chromium

/** Path of an installed Firefox. */
export const firefox = firstExisting([process.env['FIREFOX'], '/usr/bin/firefox-esr', '/usr/bin/firefox'])

/** Paths of WebKitGTK's driver and of the browser it drives. */
export const webkitDriver = firstExisting(['/usr/bin/WebKitWebDriver'])
export const webkitBrowser = firstExisting([
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
  '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.0/MiniBrowser',
])

/** Switches with which Chromium starts as root, without a graphics card and without asking the network for anything. */
export const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
