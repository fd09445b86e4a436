import { describe, expect, test } from 'vitest'
import { words as later } from '../../src/words/zh-later.ts'
import { filesUnder, importsAtOnce, textOf } from '../support/source-files.ts'

/* The first screen loads its own words only: a later word in a part that is loaded at once would stay empty for a while. */

/** Files that the page loads before anything is opened: what `main.ts` imports, not what it imports later. */
function atOnce(): string[] {
  const seen = new Set<string>()
  const follow = (file: string): void => {
    if (seen.has(file) || !/\.(ts|svelte)$/.test(file)) return
    seen.add(file)
    importsAtOnce(file).forEach(follow)
  }
  follow('src/app/main.ts')
  return [...seen].filter((file) => file.startsWith('src/app/'))
}

describe('the first screen', () => {
  const files = atOnce()

  test('is found', () => {
    expect(files).toContain('src/app/screens/explore/Explore.svelte')
    expect(files).not.toContain('src/app/screens/share/ShareDialog.svelte')
  })

  test('says nothing with words that are loaded later', () => {
    const keys = new Set(Object.keys(later))
    // the last of a group of keys, `t(`nav.${screen}`)`, stands for all of them
    const wrong = files.flatMap((file) => {
      const text = textOf(file)
      const whole = [...text.matchAll(/'([a-z][\w.-]*\.[\w.-]+)'/g)].map((match) => match[1]!).filter((key) => keys.has(key))
      const begun = [...text.matchAll(/`([a-z][\w.-]*\.)\$\{/g)].map((match) => match[1]!).filter((start) => [...keys].some((key) => key.startsWith(start)))
      return [...whole, ...begun].map((key) => `${file} ${key}`)
    })
    expect(wrong).toEqual([])
  })

  test('has of policies no more than it shows: long texts are asked for as notes', () => {
    const page = filesUnder(['src/app', 'src/words', 'src/scenario', 'src/roster', 'src/runner'], ['.ts', '.svelte']).filter((file) => file !== 'src/scenario/json-schema.ts')
    expect(page.filter((file) => /\btext\.(mechanism|caveat|example)\b/.test(textOf(file)))).toEqual([])
    // what the source of a lever says is left out as well: these show sources of standards, of behaviour, of items, of documents
    const says = ['src/app/charts/prepare/cv-words.ts', 'src/app/controls/DoorCard.svelte', 'src/app/screens/explore/AssumptionRow.svelte', 'src/app/screens/explore/EnteredForm.svelte']
    expect(page.filter((file) => /\b(source|citation)\.says\b/.test(textOf(file)))).toEqual(says)
  })
})
