import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** A script element ends at the first closing tag, also inside a text of the script. */
const forElement = (code: string): string => code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')

/**
 * Puts the whole app into one HTML file that opens from a disk: script and styles inline, the worker as a text in the script,
 * the icon as an address of its own. The content security policy then allows exactly this script, and no connection at all.
 */
export function singleFile(name: string): Plugin {
  let publicDir = ''
  return {
    name: 'hengtu-single-file',
    apply: 'build',
    configResolved(config) {
      publicDir = config.publicDir
    },
    transformIndexHtml: { order: 'pre', handler: (html) => html.replace('./src/app/main.ts', './src/app/main-single.ts') },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const page = bundle['index.html']
        const script = Object.values(bundle).find((output) => output.type === 'chunk' && output.isEntry)
        if (page?.type !== 'asset' || script?.type !== 'chunk') throw new Error('the page was not built')
        const code = forElement(script.code)
        const styles = Object.values(bundle).flatMap((output) => (output.type === 'asset' && output.fileName.endsWith('.css') ? [String(output.source)] : []))
        const icon = readFileSync(join(publicDir, 'favicon.svg')).toString('base64')
        const html = String(page.source)
          .replace(/\s*<script type="module"[^>]*src="[^"]*"[^>]*><\/script>/g, '')
          .replace(/\s*<link rel="(stylesheet|modulepreload|manifest)"[^>]*>/g, '')
          .replace('./favicon.svg', `data:image/svg+xml;base64,${icon}`)
          .replace("script-src 'self'", () => `script-src ${hashOf(code)}`)
          .replace("worker-src 'self' blob:", 'worker-src blob:')
          .replace("connect-src 'self'", "connect-src 'none'")
          .replace('</head>', () => `<style>${styles.join('\n')}</style>\n  </head>`)
          .replace('</body>', () => `<script type="module">${code}</script>\n  </body>`)
        for (const file of Object.keys(bundle)) delete bundle[file]
        this.emitFile({ type: 'asset', fileName: name, source: html })
      },
    },
  }
}
