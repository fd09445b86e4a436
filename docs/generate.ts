import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { declaredPages } from './generator/pages.ts'

/** Writes the pages that are printed from declarations, and says which changed. Run from the project’s folder. */
const changed = declaredPages().filter(({ path, text }) => {
  const file = join('docs', path)
  mkdirSync(dirname(file), { recursive: true })
  const before = ((): string => {
    try {
      return readFileSync(file, 'utf8')
    } catch {
      return ''
    }
  })()
  if (before === text) return false
  writeFileSync(file, text)
  return true
})
process.stderr.write(changed.length === 0 ? 'docs: all pages are up to date\n' : changed.map(({ path }) => `docs: wrote docs/${path}\n`).join(''))
