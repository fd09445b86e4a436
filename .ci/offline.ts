import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative, sep } from 'node:path'
import type { Plugin } from 'vite'

/** Builds the service worker of the page and writes the list of files it keeps into it. */
export function offline(): Plugin {
  let publicDir = ''
  return {
    name: 'hengtu-offline',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    configResolved(config) {
      publicDir = config.publicDir
    },
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'workers/offline.ts', fileName: 'sw.js' })
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle['sw.js']
        if (worker?.type !== 'chunk') throw new Error('the service worker was not built')
        const contents = new Map<string, string | Uint8Array>()
        for (const [name, output] of Object.entries(bundle)) {
          if (name !== 'sw.js' && !name.endsWith('.map')) contents.set(name, output.type === 'chunk' ? output.code : output.source)
        }
        for (const entry of readdirSync(publicDir, { recursive: true, withFileTypes: true })) {
          if (!entry.isFile()) continue
          const path = join(entry.parentPath, entry.name)
          contents.set(relative(publicDir, path).split(sep).join(posix.sep), readFileSync(path))
        }
        const names = [...contents.keys()].sort()
        const hash = createHash('sha256')
        for (const name of names) hash.update(name).update(contents.get(name)!)
        const files = JSON.stringify(names.map((name) => `./${name}`))
        const version = JSON.stringify(hash.digest('hex').slice(0, 16))
        worker.code = `const offlineFiles = ${files}, offlineVersion = ${version};\n${worker.code}`
      },
    },
  }
}
