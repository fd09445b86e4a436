import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Component } from 'svelte'
import { render } from 'svelte/server'
import { shippedCounties } from '../../src/app/counties-later.ts'
import SendPanel from '../../src/app/screens/share/SendPanel.svelte'
import { pageAddress, type Shared } from '../../src/app/screens/share/shared.ts'
import { servicesOf } from '../../src/app/services.ts'
import { copyTable } from '../../src/app/share/clipboard.ts'
import { copyText } from '../../src/app/share/copy-text.ts'
import { AppState } from '../../src/app/stores/app-state.svelte.ts'
import { firstDraft } from '../../src/app/stores/draft/first.ts'
import { firstView } from '../../src/app/stores/view/first-view.ts'
import { learn } from '../../src/app/stores/said/spoken.svelte.ts'
import { fixtureRunner } from '../support/fixture-runner.ts'
import InApp from '../support/InApp.svelte'

beforeAll(async () => void (await Promise.all([learn('zh'), learn('zh', 'later')])))
afterEach(() => vi.unstubAllGlobals())

describe('a link that is sent', () => {
  const county = shippedCounties[0]!
  /** What the panel says of a link of so many characters, without its signs. */
  function says(characters: number, start = ''): string {
    const app = new AppState(servicesOf(fixtureRunner(0), shippedCounties), firstDraft(county), firstView(county))
    const shared = { link: start + 'x'.repeat(characters - start.length), linkQr: null, code: '', codeQr: null, digest: '', county: '', numbers: 2, result: undefined, settingsFile: '', wholeFile: '' } satisfies Shared
    return render(InApp, { props: { app, part: SendPanel as Component<Record<string, unknown>>, props: { shared, file: 'a' } } }).body.replace(/<[^>]*>/g, '')
  }
  it('of up to 2,000 characters has its length, a longer one the file beside it', () => {
    expect(says(2000)).toContain('2000 个字符。')
    expect(says(2000)).not.toContain('过长，建议')
    expect(says(2001)).toContain('2001 个字符，过长，建议改发文件。')
  })
  it('for which no code can be read says so', () => expect(says(2001)).toContain('链接过长，二维码太密、手机难以识读，请改用方案码或文件。'))
  it('from a page on a disk says how it is opened, and blames no length', () => {
    expect(says(500, '#v1.')).toContain('没有网址')
    expect(says(500, '#v1.')).not.toContain('链接过长')
  })
  it('names no disk: the address of a page there would be a name and a folder', () => {
    expect(pageAddress({ protocol: 'file:', href: 'file:///C:/Users/张三/hengtu.html#v1.abc' })).toBe('')
    expect(pageAddress({ protocol: 'http:', href: 'http://10.0.0.8:4173/hengtu/?x=1#v1.abc' })).toBe('http://10.0.0.8:4173/hengtu/?x=1')
  })
})

describe('a table that is copied', () => {
  const twin = { heads: ['学校', '所在地'], rows: [['甲 & 乙', '县城']] }
  class Item {
    constructor(readonly forms: Readonly<Record<string, Blob>>) {}
  }
  it('is there for word processors and for everything else, with its caption and where it comes from', async () => {
    const written: Item[] = []
    vi.stubGlobal('ClipboardItem', Item)
    vi.stubGlobal('navigator', { clipboard: { write: (items: Item[]) => Promise.resolve(void written.push(...items)) } })
    expect(await copyTable(twin, '表题', '出处')).toBe(true)
    const { forms } = written[0]!
    expect(await forms['text/plain']!.text()).toBe('表题\n学校\t所在地\n甲 & 乙\t县城\n出处')
    expect(await forms['text/html']!.text()).toMatch(/^<p>表题<\/p><table.*甲 &amp; 乙.*<\/table><p>出处<\/p>$/)
  })
  it.each([
    ['refuses', { clipboard: { write: () => Promise.reject(new DOMException('denied', 'NotAllowedError')), writeText: () => Promise.reject(new DOMException('denied', 'NotAllowedError')) } }],
    ['has none', {}],
  ])('in a browser whose clipboard %s is said not to be', async (_, navigator) => {
    vi.stubGlobal('ClipboardItem', Item)
    vi.stubGlobal('navigator', navigator)
    expect(await copyTable(twin, '', '')).toBe(false)
    // a page that came over http has no clipboard: to ask it is an error before there is anything to wait for
    expect(await copyText('甲')).toBe(false)
  })
})
