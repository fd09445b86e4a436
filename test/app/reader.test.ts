import { describe, expect, it } from 'vitest'
import { partsOf } from '../../.ci/documents.ts'
import { policies } from '../../src/engine/index.ts'
import { anchorOf, documentsOf, libraryOf, search, shelfOf, wayOf } from '../../src/app/reader/library.ts'

describe('the documents of the model', () => {
  it.each(['zh', 'en'] as const)('hold the description, every policy, sources and validation: %s', async (language) => {
    const ids = (await libraryOf(language)).map((one) => one.id)
    for (const policy of policies) expect(ids).toContain(`policies/${policy.id}`)
    for (const id of ['odd', 'uncertainty', 'generated/validation', 'generated/sources', 'generated/parameters', 'generated/policies']) expect(ids).toContain(id)
    expect(new Set(ids).size).toBe(ids.length)
  })
  it('are in the language asked for, and the same in both', async () => {
    const [zh, en] = await Promise.all([libraryOf('zh'), libraryOf('en')])
    expect(zh.map((one) => one.id)).toEqual(en.map((one) => one.id))
    for (const one of zh) expect([one.id, one.title]).toEqual([one.id, expect.stringMatching(/\p{Script=Han}/u)])
    for (const one of en) expect([one.id, one.title]).toEqual([one.id, expect.not.stringMatching(/\p{Script=Han}/u)])
  })
  it('lead to one another and out, and nowhere else', async () => {
    const documents = await libraryOf('zh')
    expect(wayOf('../odd.zh.md', 'policies/teacher-rotation', documents)).toEqual({ document: 'odd' })
    expect(wayOf('generated/sources.zh.md#地方规定', 'odd', documents)).toEqual({ document: 'generated/sources', heading: '地方规定' })
    expect(wayOf('#算法', 'odd', documents)).toEqual({ document: 'odd', heading: '算法' })
    expect(wayOf('https://example.org/a', 'odd', documents)).toEqual({ address: 'https://example.org/a' })
    for (const none of ['javascript:alert(1)', 'data:text/html,x', '../../scenarios/all-three.json', 'file:///etc/passwd']) expect(wayOf(none, 'odd', documents)).toBeNull()
  })
  it('are found by words of a heading', () => {
    const documents = documentsOf({ odd: partsOf('# Model\n\n## Purpose and patterns\n\ntext\n'), 'policies/a': partsOf('# Rotation `a`\n\n## Mechanism\n') })
    expect(search(documents, 'purpose PATTERNS').map(({ document, heading }) => [document.id, heading.text])).toEqual([['odd', 'Purpose and patterns']])
    expect(search(documents, 'rotation mech').map(({ heading }) => heading.text)).toEqual(['Mechanism'])
    expect(search(documents, '  ')).toEqual([])
    expect(documents.map((one) => [one.title, shelfOf(one)])).toEqual([
      ['Model', 'model'],
      ['Rotation', 'policies'],
    ])
    expect(anchorOf('择校与跨片 `choice`')).toBe('择校与跨片-choice')
  })
  it('come into the page taken apart, with nothing in them that could be markup', () => {
    expect(partsOf('## Two `two`\n\nPlain *and* **strong** [there](odd.md#a) <b>x</b>\n\n- one\n- `two`\n\n| a | b |\n|---|---|\n| **1** | 2 |\n\n<script>x</script>\n\n---\n')).toEqual([
      { heading: 2, words: ['Two ', { code: 'two' }] },
      { paragraph: ['Plain and ', { strong: 'strong' }, ' ', { link: 'odd.md#a', words: 'there' }, ' <b>x</b>'] },
      { list: [[{ words: 'one' }], [{ words: [{ code: 'two' }] }]] },
      { head: ['a', 'b'], rows: [[[{ strong: '1' }], '2']] },
      { line: true },
    ])
  })
})
