import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import type { Plugin } from 'vite'

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Letters that mean nothing to a page: five of them hold four bytes, where base64 would take a fifteenth more room. */
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%()*+,-.:;=?@[]^_{|}'

/** Bytes as text in base 85, four at a time from the highest; the last four are filled up with zeros. */
function lettersOf(bytes: Buffer): string {
  const whole = Buffer.alloc(Math.ceil(bytes.length / 4) * 4)
  bytes.copy(whole)
  const groups: string[] = []
  for (let at = 0; at < whole.length; at += 4) {
    let rest = whole.readUInt32BE(at)
    let group = ''
    for (let k = 0; k < 5; k++) {
      group = letters[rest % 85]! + group
      rest = Math.floor(rest / 85)
    }
    groups.push(group)
  }
  return groups.join('')
}

/**
 * Unpacks the app’s styles and script and puts them to work; the styles beside the document, which is handed on as it was opened.
 * The security policy names both scripts by their digests, so nothing else can run.
 */
const loader = `(async () => {
  const packed = document.getElementById('packed')
  try {
    const text = packed.textContent
    const value = new Uint8Array(128)
    for (let k = 0; k < 85; k++) value['${letters}'.charCodeAt(k)] = k
    const view = new DataView(new ArrayBuffer((text.length / 5) * 4))
    for (let at = 0; at < text.length; at += 5) {
      let group = 0
      for (let k = 0; k < 5; k++) group = group * 85 + value[text.charCodeAt(at + k)]
      view.setUint32((at / 5) * 4, group)
    }
    const bytes = new Uint8Array(view.buffer, 0, Number(packed.dataset.bytes))
    const unpacked = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text()
    const styles = new CSSStyleSheet()
    styles.replaceSync(unpacked.slice(0, Number(packed.dataset.styles)))
    document.adoptedStyleSheets = [styles]
    const script = document.createElement('script')
    script.textContent = unpacked.slice(Number(packed.dataset.styles))
    document.body.append(script)
  } catch (error) {
    document.querySelector('.shell p').textContent = '此浏览器版本过旧，请用较新的 Chrome、Edge、Firefox 打开。This browser is too old for this file: ' + error
  }
})()`

/**
 * Puts the whole app into one HTML file that opens from a disk: script and styles packed, the icon as an address of its own. The
 * content security policy then allows exactly this script, and no connection at all.
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
        const styles = Object.values(bundle)
          .flatMap((output) => (output.type === 'asset' && output.fileName.endsWith('.css') ? [String(output.source)] : []))
          .join('\n')
        const packed = deflateRawSync(styles + code, { level: 9 })
        const icon = readFileSync(join(publicDir, 'favicon.svg')).toString('base64')
        const html = String(page.source)
          .replace(/\s*<script type="module"[^>]*src="[^"]*"[^>]*><\/script>/g, '')
          .replace(/\s*<link rel="(stylesheet|modulepreload|manifest)"[^>]*>/g, '')
          .replace('./favicon.svg', `data:image/svg+xml;base64,${icon}`)
          .replace("script-src 'self'", () => `script-src ${hashOf(loader)} ${hashOf(code)}`)
          .replace("worker-src 'self' blob:", 'worker-src blob:')
          .replace("connect-src 'self'", "connect-src 'none'")
          .replace('</body>', () => `<script type="text/plain" id="packed" data-bytes="${packed.length}" data-styles="${styles.length}">${lettersOf(packed)}</script>\n    <script>${loader}</script>\n  </body>`)
        for (const file of Object.keys(bundle)) delete bundle[file]
        this.emitFile({ type: 'asset', fileName: name, source: html })
      },
    },
  }
}
