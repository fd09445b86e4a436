// Prints one line, "N passed, N failed", from what the two test runners reported, and before it what that line does not say:
// a runner without a report, which counts as a failure, and tests that passed only on their second attempt.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const folder = process.argv[2] ?? fileURLToPath(new URL('../test-results', import.meta.url))
const read = (name) => (existsSync(join(folder, name)) ? JSON.parse(readFileSync(join(folder, name), 'utf8')) : undefined)
const unit = read('unit.json')
const e2e = read('e2e.json')

/** Titles of the end-to-end tests that failed before they passed. */
const flakyIn = ({ suites = [], specs = [] }) => [
  ...specs.filter((spec) => spec.tests.some((test) => test.status === 'flaky')).map((spec) => `${spec.file}: ${spec.title}`),
  ...suites.flatMap(flakyIn),
]
const flaky = e2e ? flakyIn(e2e) : []
// a test file that does not load counts as a failure, although none of its tests ran
const broken = unit?.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length ?? 0
const missing = [unit ? '' : 'The unit tests did not run.', e2e ? '' : 'The end-to-end tests did not run.'].filter((text) => text !== '')
const passed = (unit?.numPassedTests ?? 0) + (e2e?.stats.expected ?? 0) + (e2e?.stats.flaky ?? 0)
const failed = (unit?.numFailedTests ?? 0) + broken + (e2e?.stats.unexpected ?? 0) + missing.length

for (const text of missing) console.log(text)
if (flaky.length > 0) console.log(`Passed only on the second attempt (${flaky.length}):\n${flaky.map((title) => `  ${title}`).join('\n')}`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
