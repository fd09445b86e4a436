import './theme/tokens.css'
import './theme/base.css'

/*
 * The single-file edition is one script: the page in a window, and the page’s workers, which start from the same text. So the
 * engine lies in the file once. What a place does not need is imported there only, and never runs.
 */
const script = typeof document === 'undefined' ? null : document.currentScript
if (script) {
  const code = script.textContent
  script.remove()
  // before anything is changed: the file as it was opened
  const page = `<!doctype html>\n${document.documentElement.outerHTML}\n`
  void import('./single/page.ts').then(({ open }) => open(code, page))
} else if (self.name === 'roster') void import('../../workers/roster.worker.ts')
else void import('../../workers/simulation.worker.ts')
