import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import type { Plugin } from 'vite'

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Unpacks the app’s script and runs it. The security policy names both by their digests, so nothing else can run. */
const loader = `(async () => {
  const packed = document.getElementById('packed')
  try {
    const bytes = Uint8Array.from(atob(packed.textContent), (letter) => letter.charCodeAt(0))
    const script = document.createElement('script')
    script.textContent = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()
    document.body.append(script)
  } catch (error) {
    document.querySelector('.shell p').textContent = '此浏览器版本过旧，请用较新的 Chrome、Edge、Firefox 打开。This browser is too old for this file: ' + error
  }
})()`

/**
 * Puts the whole app into one HTML file that opens from a disk: the script packed, styles inline, the icon as an address of its
 * own. The content security policy then allows exactly this script, and no connection at all.
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
        const scripts = Object.values(bundle).filter((output) => output.type === 'chunk')
        const [script] = scripts
        if (page?.type !== 'asset' || script === undefined || scripts.length > 1) throw new Error('the page was not built as one script')
        const { code } = script
        const styles = Object.values(bundle).flatMap((output) => (output.type === 'asset' && output.fileName.endsWith('.css') ? [String(output.source)] : []))
        const icon = readFileSync(join(publicDir, 'favicon.svg')).toString('base64')
        const html = String(page.source)
          .replace(/\s*<script type="module"[^>]*src="[^"]*"[^>]*><\/script>/g, '')
          .replace(/\s*<link rel="(stylesheet|modulepreload|manifest)"[^>]*>/g, '')
          .replace('./favicon.svg', `data:image/svg+xml;base64,${icon}`)
          .replace("script-src 'self'", () => `script-src ${hashOf(loader)} ${hashOf(code)}`)
          .replace("worker-src 'self' blob:", 'worker-src blob:')
          .replace("connect-src 'self'", "connect-src 'none'")
          .replace('</head>', () => `<style>${styles.join('\n')}</style>\n  </head>`)
          .replace('</body>', () => `<script type="text/plain" id="packed">${deflateRawSync(code, { level: 9 }).toString('base64')}</script>\n    <script>${loader}</script>\n  </body>`)
        for (const file of Object.keys(bundle)) delete bundle[file]
        this.emitFile({ type: 'asset', fileName: name, source: html })
      },
    },
  }
}
