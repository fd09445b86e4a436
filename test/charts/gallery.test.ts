import { readdirSync } from 'node:fs'
import { render } from 'svelte/server'
import { beforeAll, describe, expect, it } from 'vitest'
import { galleryApp } from './gallery/app.ts'
import { examples } from './gallery/examples.ts'
import Gallery from './gallery/Gallery.svelte'

describe('the gallery', () => {
  let parts: Map<string, string>
  beforeAll(() => {
    const { body } = render(Gallery, { props: { app: galleryApp() } })
    parts = new Map(body.split('<figure ').slice(1).map((part) => [/data-chart="([^"]+)"/.exec(part)![1]!, part]))
  })

  it('shows every chart there is', () => {
    const there = readdirSync('src/app/charts').filter((name) => name.endsWith('Chart.svelte'))
    const shown = examples.flatMap((one) => one.file.split(', '))
    expect(there.filter((name) => !shown.includes(name))).toEqual([])
  })

  it.each(examples.map((one) => [one.file, one] as const))('%s draws its texts, a name for it, and no broken number', (file, { texts }) => {
    const part = parts.get(file)!
    for (const text of texts) expect(part).toContain(text)
    expect(part).toMatch(/aria-label="[^"]+"/)
    expect(part).not.toMatch(/NaN|undefined|Infinity/)
  })
})
