import { describe, expect, test } from 'vitest'
import * as engine from '../../src/engine/index.ts'
import { catalogues } from '../../src/words/index.ts'
import { faultsOf, slotsOf, textsIn } from '../support/declarations.ts'

describe('texts of the declarations', () => {
  const texts = textsIn(engine)

  test('are found', () => {
    expect(texts.length).toBeGreaterThan(100)
  })

  test('stand in both languages with the same slots', () => {
    expect(texts.flatMap(faultsOf)).toEqual([])
  })

  test('of a policy name only levers of that policy', () => {
    const wrong = engine.policies.flatMap((policy) =>
      textsIn(policy.text, policy.id).flatMap(({ path, text }) =>
        slotsOf(text.en ?? '').filter((slot) => !Object.hasOwn(policy.parameters as object, slot)).map((slot) => `${path}: {${slot}}`),
      ),
    )
    expect(wrong).toEqual([])
  })
})

describe('words of the interface', () => {
  test('have the same keys and slots in both languages', () => {
    const texts = Object.keys(catalogues.zh).map((key) => ({
      path: key,
      text: { en: catalogues.en[key as keyof typeof catalogues.en], zh: catalogues.zh[key as keyof typeof catalogues.zh] },
    }))
    expect(texts.flatMap(faultsOf)).toEqual([])
    expect(Object.keys(catalogues.en).sort()).toEqual(Object.keys(catalogues.zh).sort())
  })
})

describe('the check', () => {
  test('sees a missing language and a missing slot', () => {
    expect(textsIn({ a: [{ text: { en: 'x' } }] }).flatMap(faultsOf)).toEqual(['a.0.text: no Chinese'])
    expect(textsIn({ b: { en: '{share} of {count}', zh: '{share}' } }).flatMap(faultsOf)).toEqual(['b: slots differ, count share and share'])
    expect(textsIn({ c: { en: 'two {a}', zh: '两{a}' } }).flatMap(faultsOf)).toEqual([])
  })
})
