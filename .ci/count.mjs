// Prints one line, "N passed, N failed", from what the two test runners reported.
import { existsSync, readFileSync } from 'node:fs'

const read = (name) => {
  const file = new URL(`../test-results/${name}`, import.meta.url)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
const unit = read('unit.json')
const e2e = read('e2e.json')?.stats

const passed = (unit?.numPassedTests ?? 0) + (e2e?.expected ?? 0) + (e2e?.flaky ?? 0)
// a test file that does not load counts as a failure, although none of its tests ran
const broken = unit?.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length ?? 0
const failed = (unit?.numFailedTests ?? 0) + broken + (e2e?.unexpected ?? 0)
if (!unit) console.log('The unit tests did not run.')
if (!e2e) console.log('The end-to-end tests did not run.')
console.log(`${passed} passed, ${failed} failed`)
