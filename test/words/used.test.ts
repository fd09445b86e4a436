import { describe, expect, it } from 'vitest'
import { catalogues } from '../../src/words/index.ts'
import { filesUnder, textOf } from '../support/source-files.ts'

/** A name in code that is put together: what may stand in a hole is one part of a key, between dots. */
const holes = /\$\{(?:[^{}]|\{[^}]*\})*\}/g
/** Parts of a key that hold dots themselves, by the head of the names they end. */
const dotted = new Set(['history.'])

const shapeOf = (name: string): RegExp => {
  const hole = dotted.has(name.slice(0, name.indexOf('${'))) ? '.+' : '[^.]+'
  return new RegExp(`^${name.split(holes).map((part) => part.replace(/[.*+?^()|[\]\\]/g, '\\$&')).join(hole)}$`)
}

/** Keys that no code names: neither as they stand, nor by a name that is put together. */
function unusedOf(keys: readonly string[], code: string): string[] {
  const shapes = [...new Set([...code.matchAll(/`([a-z][\w-]*\.[^`\s]*\$\{[^`]*)`/gi)].map(([, name]) => name!))].map(shapeOf)
  return keys.filter((key) => !code.includes(`'${key}'`) && !code.includes(`"${key}"`) && !shapes.some((shape) => shape.test(key)))
}

describe('Q32 words', () => {
  it('are all said somewhere', () => {
    // the engine and the files put names of series together in the same way; only the page speaks these words
    const code = filesUnder(['src/app'], ['.ts', '.svelte']).map(textOf).join('\n')
    expect(unusedOf(Object.keys(catalogues.zh), code)).toEqual([])
  })
  it('are missed where nobody says them', () => {
    const code = "t('a.b'); t(`c.${one}`); t(`d.${one.of({ x })}.long`); t(`history.${key}`)"
    expect(unusedOf(['a.b', 'a', 'c.x', 'c.x.y', 'd.z.long', 'd.z', 'history.inner.low'], code)).toEqual(['a', 'c.x.y', 'd.z'])
  })
})
