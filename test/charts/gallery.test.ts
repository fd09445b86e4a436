import { readdirSync, readFileSync } from 'node:fs'
import { render } from 'svelte/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { learn } from '../../src/app/stores/said/spoken.svelte.ts'
import { galleryApp } from './gallery/app.ts'
import { examples } from './gallery/examples.ts'
import Gallery from './gallery/Gallery.svelte'

describe('the gallery', () => {
  let parts: Map<string, string>
  beforeAll(async () => {
    await Promise.all([learn('zh'), learn('zh', 'later')])
    const { body } = render(Gallery, { props: { app: galleryApp() } })
    parts = new Map(body.split('<figure ').slice(1).map((part) => [/data-chart="([^"]+)"/.exec(part)![1]!, part]))
  })

  it('shows every chart there is', () => {
    /** The first draws one mark of a place, the second reads the runs of the app, of which the gallery has none. */
    const others = ['TableCell.svelte', 'RollTrend.svelte']
    const drawn = (file: string) => /<svg[^>]* role="(img|listbox)"/.test(readFileSync(file, 'utf8'))
    const there = ['src/app/charts', 'src/app/charts/marks', 'src/app/screens/explore', 'src/app/screens/schools']
      .flatMap((folder) => readdirSync(folder).map((name) => ({ file: `${folder}/${name}`, name })))
      .filter(({ name, file }) => name.endsWith('.svelte') && !others.includes(name) && (name.endsWith('Chart.svelte') || drawn(file)))
      .map(({ name }) => name)
    expect(there.length).toBeGreaterThan(8)
    const shown = examples.flatMap((one) => one.file.split(', '))
    expect(there.filter((name) => !shown.includes(name))).toEqual([])
  })

  it.each(examples.map((one) => [one.file, one] as const))('%s draws its texts, a name for it, and no broken number', (file, { texts }) => {
    const part = parts.get(file)!
    for (const text of texts) expect(part).toContain(text)
    if (/role="(img|listbox|group)"/.test(part)) expect(part).toMatch(/aria-label="[^"]+"/)
    expect(part).not.toMatch(/NaN|undefined|Infinity/)
  })
})
