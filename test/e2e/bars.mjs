import { existsSync, readFileSync } from 'node:fs'

/* Prints every quality bar that the last end-to-end run checked, with what it measured: node test/e2e/bars.mjs */

const file = 'test-results/e2e.json'
if (!existsSync(file)) {
  console.error(`no ${file}: run "npm run test:e2e" first`)
  process.exit(1)
}
const rows = new Map()
const visit = (suite) => {
  for (const spec of suite.specs ?? []) {
    const result = spec.tests[0]
    const measured = result?.annotations ?? []
    for (const id of spec.title.match(/Q\d+[a-z]?/g) ?? []) {
      const row = rows.get(id) ?? { passed: 0, failed: 0, measured: [] }
      if (spec.ok) row.passed++
      else row.failed++
      row.measured.push(...measured.filter((one) => one.type === id).map((one) => one.description))
      rows.set(id, row)
    }
  }
  for (const inner of suite.suites ?? []) visit(inner)
}
for (const suite of JSON.parse(readFileSync(file, 'utf8')).suites) visit(suite)
const order = (id) => Number(id.match(/\d+/)[0])
console.log('bar    checks  state   measured')
for (const [id, row] of [...rows].sort((a, b) => order(a[0]) - order(b[0]) || (a[0] < b[0] ? -1 : 1))) {
  console.log(`${id.padEnd(6)} ${String(row.passed + row.failed).padStart(6)}  ${row.failed === 0 ? 'passed' : 'FAILED'}  ${row.measured.join('; ')}`)
}
