import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readValidation, validationPages } from '../../docs/generator/validation.ts'
import { facts, openSigns } from '../../src/engine/index.ts'

const kept = readValidation(readFileSync('docs/generated/validation.json', 'utf8'))

describe('the validation report', () => {
  it.each(validationPages(kept).map((page) => [page.path, page.text] as const))('docs/%s says what the last validation found', (path, text) => {
    expect(readFileSync(`docs/${path}`, 'utf8')).toBe(text)
  })

  it('reports every fact, the missed ones too, from at least 50 runs', () => {
    expect(kept.findings.map(({ id }) => id)).toEqual(facts.map(({ id }) => id))
    expect(kept.sets * kept.replicates).toBeGreaterThanOrEqual(50)
  })

  it('calls a fact passed exactly where its figure lies in its band', () => {
    for (const finding of kept.findings) {
      const { band } = facts.find(({ id }) => id === finding.id)!
      expect(finding.passes, finding.id).toBe(finding.result >= band[0] && finding.result <= band[1])
    }
  })

  it('every open sign comes out on either side at the edges of the evidence', () => {
    expect(kept.edges.map(({ id }) => id)).toEqual(openSigns(0).map(({ id }) => id))
    for (const { id, best, worst } of kept.edges) {
      expect(best, id).toBeGreaterThan(0)
      expect(worst, id).toBeLessThan(0)
    }
  })

  it('controls of awards and of relabelled schools find about nothing', () => {
    for (const id of ['N1', 'N3', 'N4', 'V16']) expect(kept.findings.find((finding) => finding.id === id)?.passes, id).toBe(true)
  })

  it('a failure carries an explanation', () => {
    for (const { id } of kept.findings.filter(({ passes }) => !passes)) expect(facts.find((fact) => fact.id === id)?.note, id).toBeDefined()
  })
})
