import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { StaticServer } from './static-server.ts'

const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml' }
const wait = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * Serves a folder as over a slow line, packed and kept for a while as servers do: every answer begins one way there and back after it was asked for, and
 * all together pass through one line. It holds for workers too, which a browser’s own throttling leaves alone.
 *
 * @param roundTrip      milliseconds
 * @param bytesPerSecond of the line
 */
export async function serveSlowly(folder: string, roundTrip: number, bytesPerSecond: number): Promise<StaticServer> {
  let free = 0
  const server = createServer((request, response) => {
    void (async () => {
      const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
      const file = join(folder, normalize(path.endsWith('/') ? `${path}index.html` : path))
      await wait(roundTrip)
      if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end()
      const body = gzipSync(readFileSync(file), { level: 9 })
      response.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream', 'content-encoding': 'gzip', 'cache-control': 'max-age=600' })
      const piece = 1460 * 4
      for (let at = 0; at < body.length; at += piece) {
        const part = body.subarray(at, at + piece)
        free = Math.max(free, performance.now()) + (part.length / bytesPerSecond) * 1000
        await wait(free - performance.now())
        response.write(part)
      }
      response.end()
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
