import { resolve } from 'node:path'
import type { Plugin } from 'vite'

const started = /new URL\('(?:\.\.\/)+(workers\/[\w.]+\.ts)', import\.meta\.url\)/g

/**
 * Builds the page’s workers together with the page, so that they share its files: the engine travels once and is kept once.
 * (Built apart, as Vite does by itself, each worker carries a copy of everything it needs.)
 */
export function workersAsChunks(): Plugin {
  return {
    name: 'hengtu-workers',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    transform(code, id) {
      if (!/\/src\/.*\.ts$/.test(id) || !started.test(code)) return null
      return code.replaceAll(started, (_, worker: string) => {
        const chunk = this.emitFile({ type: 'chunk', id: resolve(worker), name: worker.replace(/^workers\/|\.ts$/g, '') })
        return `import.meta.ROLLUP_FILE_URL_${chunk}`
      })
    },
  }
}
