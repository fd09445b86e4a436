import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'

/* A disk that takes a few bytes at a time, and at last none. */

const disk = vi.hoisted(() => ({ room: Infinity, atOnce: Infinity }))
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const writeSync = (handle: number, bytes: Uint8Array, from = 0): number => {
    const length = Math.min(bytes.length - from, disk.atOnce, disk.room)
    if (length === 0) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
    disk.room -= length
    return fs.writeSync(handle, bytes, from, length)
  }
  return { ...fs, default: fs, writeSync }
})

const { writeResults } = await import('../../src/cli/output.ts')

const folder = mkdtempSync(join(tmpdir(), 'hengtu-disk-'))
const results = { scenario: { title: { zh: '县', en: 'County' }, behaviour: {}, arms: [] }, registry: { policies: [], behaviour: [] }, report: { digest: 'd', text: '一'.repeat(3000) }, replicates: [], sections: [] } as never
const write = () => writeResults(results, { folder, formats: [], bom: false, language: 'zh', stale: [] })

it('a file is whole though the disk takes it piece by piece', () => {
  disk.atOnce = 7
  expect(write()).toContain('report.json')
  expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toEqual({ digest: 'd', text: '一'.repeat(3000) })
})

it('a disk that is full in the middle of a file is reported, not “Written”', () => {
  disk.room = 6000
  expect(write()).toMatchObject({ text: { zh: expect.stringContaining('磁盘已满') as string } })
})
