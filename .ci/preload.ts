import type { HtmlTagDescriptor, Plugin } from 'vite'

/*
 * The page asks at once for what its script would ask for later, one answer after the other: the words of the default language, and
 * the worker with what it imports. Over a long line each such step costs a fifth of a second.
 */

/** Modules whose chunks the first picture waits for, with how urgent they are beside the page’s own script. */
const wanted: readonly (readonly [module: string, priority: 'auto' | 'low'])[] = [
  ['/src/words/zh.ts', 'auto'],
  ['/workers/simulation.worker.ts', 'low'],
]

/** Adds links for chunks that the first picture needs and the entry does not import. */
export function preloadFirst(): Plugin {
  return {
    name: 'hengtu-preload',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const asked = new Set<string>()
        const tags: HtmlTagDescriptor[] = []
        const ask = (file: string, priority: 'auto' | 'low'): void => {
          const chunk = bundle[file]
          if (chunk?.type !== 'chunk' || asked.has(file)) return
          asked.add(file)
          if (!html.includes(file)) tags.push({ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}`, ...(priority === 'low' && { fetchpriority: 'low' }) }, injectTo: 'head' })
          for (const next of chunk.imports) ask(next, priority)
        }
        for (const [module, priority] of wanted) {
          const chunk = Object.values(bundle).find((one) => one.type === 'chunk' && one.moduleIds.some((id) => id.endsWith(module)))
          if (!chunk) throw new Error(`${module} has no chunk to preload`)
          ask(chunk.fileName, priority)
        }
        return tags
      },
    },
  }
}
