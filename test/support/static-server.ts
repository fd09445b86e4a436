import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import type { AddressInfo } from 'node:net'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
}

export interface StaticServer {
  /** Address with a slash at its end. */
  readonly address: string
  close(): Promise<void>
}

/**
 * Serves a folder on this machine only.
 *
 * @param extra   texts served besides the files, by path such as `/scenario.json`
 * @param headers sent with every answer, such as a content security policy
 * @param under   path under which the folder stands, with a slash at both ends
 */
export async function serveFolder(
  folder: string,
  { extra = {}, headers = {}, under = '/' }: { extra?: Readonly<Record<string, string>>; headers?: Readonly<Record<string, string>>; under?: string } = {},
): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
    const send = (status: number, type: string) => response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers })
    const text = extra[path]
    if (text !== undefined) return void send(200, types[extname(path)] ?? 'text/plain; charset=utf-8').end(text)
    const inside = path.startsWith(under) ? path.slice(under.length - 1) : ''
    const file = join(folder, normalize(inside.endsWith('/') ? `${inside}index.html` : inside))
    if (!file.startsWith(folder) || !existsSync(file) || !statSync(file).isFile()) return void send(404, 'text/plain').end('not found')
    createReadStream(file).pipe(send(200, types[extname(file)] ?? 'application/octet-stream'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${under}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
