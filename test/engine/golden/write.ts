import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { numbersCounter } from '../../../src/engine/index.ts'
import { counterOf, entryFor, goldenTexts, saysNumbersChanged } from './golden-run.ts'

/*
 * Writes the golden files. Refuses to do so for numbers that were published under the same counter: raise `numbersCounter` in
 * `src/engine/version.ts` and say in CHANGELOG.md what changed. `--unreleased` lets a counter be used again that no release has had.
 */

const folder = 'test/engine/golden'
const isUnreleased = process.argv.includes('--unreleased')

const stale = [...goldenTexts()].filter(([arm, text]) => {
  const file = join(folder, `${arm}.txt`)
  return !existsSync(file) || readFileSync(file, 'utf8') !== text
})
const published = stale.filter(([arm]) => {
  const file = join(folder, `${arm}.txt`)
  return existsSync(file) && counterOf(readFileSync(file, 'utf8')) === numbersCounter
})
const entry = entryFor(readFileSync('CHANGELOG.md', 'utf8'), numbersCounter)

if (published.length > 0 && !isUnreleased) {
  process.stderr.write(`golden: numbers changed (${published.map(([arm]) => arm).join(', ')}) but the counter is still ${numbersCounter}: raise it in src/engine/version.ts\n`)
  process.exitCode = 1
} else if (entry === undefined || !saysNumbersChanged(entry)) {
  process.stderr.write(`golden: CHANGELOG.md has no entry "(numbers ${numbersCounter})" with a line "Numbers changed: yes. What and why."\n`)
  process.exitCode = 1
} else {
  for (const [arm, text] of stale) writeFileSync(join(folder, `${arm}.txt`), text)
  process.stderr.write(stale.length === 0 ? 'golden: all files are up to date\n' : stale.map(([arm]) => `golden: wrote ${folder}/${arm}.txt\n`).join(''))
}
