import { it } from 'vitest'
import { review, baselineOf, openRoster, countyFromRoster } from '../../src/roster/index.ts'
it('bench', async () => {
  const { rosterCsv } = await import('./example-roster.ts')
  const lines = rosterCsv().split('\n')
  const body: string[] = []
  for (let k = 0; k < 80; k++) for (const l of lines.slice(1)) body.push(l.replace(/^(\d+),([^,]+)/, (_, c, n) => `${Number(c) + 10000 * k},${n}${k}`))
  const bytes = new TextEncoder().encode([lines[0], ...body].join('\n'))
  const t0 = performance.now()
  const o = await openRoster(bytes, 'x.csv')
  const t1 = performance.now()
  const r = review(o.draft!)
  const t2 = performance.now()
  baselineOf(r.table)
  const t3 = performance.now()
  const c = countyFromRoster(r.table, { name: 'x' })
  console.log(body.length, t1 - t0, t2 - t1, t3 - t2, performance.now() - t3, 'path' in c ? c.text.en : c.sources.map((s) => s.path + ' ' + s.kind).join('; '), r.findings.map((f) => f.class + ':' + f.check + ':' + f.at.length).join(' '))
})
