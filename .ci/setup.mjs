// Makes a fresh clone ready: a Node that is new enough, the packages of the lock, with --browser a Chromium for the tests, and with
// --port a look whether the app can be served there.
// Plain Node without packages, because it runs before there are any. The second time it only looks.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const shell = process.platform === 'win32'

const say = (text) => console.error(`set-up: ${text}`)
const run = (program, ...words) => execFileSync(program, words, { cwd: root, stdio: ['ignore', 2, 2], shell })

function stop(text) {
  say(text)
  process.exit(1)
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  const enough = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 23
  if (!enough) stop(`this is Node ${process.versions.node}; Hengtu needs Node 20.19 or newer in its line, or 22.12 and above (https://nodejs.org).`)
}

/** Whether every package of the lock stands in node_modules at the same version. Packages for other platforms may be absent. */
function installed() {
  const record = join(root, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(wanted).every(([path, { version, optional }]) => path === '' || (present[path] ? present[path].version === version : optional === true))
}

function findChromium() {
  const places = [process.env.CHROMIUM, '/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  return places.find((place) => place && existsSync(place))
}

function installChromium() {
  const debian = existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
  if (debian) {
    say('installing Chromium from Debian for the browser tests')
    run('apt-get', 'update', '-q')
    run('apt-get', 'install', '-q', '-y', '--no-install-recommends', 'chromium-headless-shell', 'fonts-noto-cjk')
    if (findChromium()) return
  } else {
    say('no Chromium found; fetching the one Playwright brings')
    run('npx', 'playwright', 'install', 'chromium')
    return
  }
  stop('no Chromium could be installed. Install one and name its program in the variable CHROMIUM.')
}

/** What is kept in a browser is kept for one address: at another port scenarios and counties would seem gone. */
function requireFree(port) {
  const server = createServer()
  server.once('error', ({ code, message }) => stop(code !== 'EADDRINUSE' ? message : `port ${port} is in use. If Hengtu already runs, open http://127.0.0.1:${port}/; else end what uses the port, and start again.\n端口 ${port} 已被占用。若衡图已在运行，请直接打开 http://127.0.0.1:${port}/；否则请先关闭占用该端口的程序，再重新启动。`))
  server.listen(port, '127.0.0.1', () => server.close())
}

requireNode()
if (!installed()) {
  say('installing packages')
  run('npm', 'ci', '--no-audit', '--no-fund')
}
if (process.argv.includes('--browser') && !findChromium()) installChromium()
const port = process.argv.indexOf('--port')
if (port > 0) requireFree(Number(process.argv[port + 1]))
