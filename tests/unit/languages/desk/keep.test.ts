// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepPlace, keptPlace } from '@/languages/desk/keep-place.ts'
import { keepWork, keptWork, workIn } from '@/languages/desk/keep.ts'
import { NO_WORK, withMark, withName, withWords } from '@/languages/desk/work.ts'
import { textAt } from './texts.ts'

const AT = 1_000
const named = withName(NO_WORK, 'Asma Khan')
const work = {
  // Not yet fit for a file, and kept all the same.
  ...withWords(withMark(named, textAt('A1.name'), 'checked', AT), textAt('A1a.baby.1'), 'Dorosły {na', AT),
  before: [
    {
      format: 'neglect-toolkit-review',
      version: 1,
      language: 'pl',
      by: 'A. Nowak',
      savedAt: '2026-05-03',
      entries: [],
    } as const,
  ],
}

beforeEach(() => localStorage.clear())
afterEach(() => vi.unstubAllGlobals())

function storageThatThrows(error: Error) {
  const throws = () => {
    throw error
  }
  vi.stubGlobal('localStorage', { getItem: throws, setItem: throws })
}

describe('work on the desk', () => {
  it('is there again, whole, half-typed words and colleagues’ files too', () => {
    expect(keepWork('pl', work)).toBeUndefined()
    expect(keptWork('pl')).toEqual({ ok: true, work })
  })

  it('is kept for each language by itself', () => {
    keepWork('pl', work)
    expect(keptWork('ur')).toEqual({ ok: true, work: NO_WORK })
  })

  it('says whether there is no room or no permission', () => {
    storageThatThrows(new DOMException('', 'QuotaExceededError'))
    expect(keepWork('pl', work)).toBe('full')
    storageThatThrows(new DOMException('', 'SecurityError'))
    expect(keepWork('pl', work)).toBe('refused')
    expect(keptWork('pl')).toEqual({ ok: false, fault: 'refused' })
  })

  it('that cannot be read is set aside, and never written over', () => {
    for (const broken of [
      '{',
      '[]',
      '{"version":2}',
      '{"version":1,"by":"","fileAt":0,"before":[],"entries":{"a":{}}}',
    ]) {
      localStorage.clear()
      localStorage.setItem('toolkit.desk.pl', broken)
      expect(keptWork('pl')).toEqual({ ok: false, fault: 'unreadable' })
      keepWork('pl', work)
      expect(localStorage.getItem('toolkit.desk.set-aside.pl')).toBe(broken)
    }
  })

  it('that another tab wrote is taken over, and other keys are left alone', () => {
    keepWork('pl', work)
    const newValue = localStorage.getItem('toolkit.desk.pl')
    expect(workIn(new StorageEvent('storage', { key: 'toolkit.desk.pl', newValue }), 'pl')).toEqual(work)
    expect(workIn(new StorageEvent('storage', { key: 'toolkit.desk.ur', newValue }), 'pl')).toBeUndefined()
    expect(
      workIn(new StorageEvent('storage', { key: 'toolkit.desk.pl', newValue: null }), 'pl'),
    ).toBeUndefined()
  })
})

describe('the place on the desk', () => {
  it('is the one that was left', () => {
    keepPlace('pl', { part: 'family/report', filter: 'unchecked' })
    expect(keptPlace('pl')).toEqual({ part: 'family/report', filter: 'unchecked' })
    expect(keptPlace('ur')).toBeUndefined()
  })

  it('is the beginning where nothing is kept, or nothing that makes sense', () => {
    localStorage.setItem('toolkit.desk-place.pl', '{"part":1}')
    expect(keptPlace('pl')).toBeUndefined()
    storageThatThrows(new Error('refused'))
    expect(keptPlace('pl')).toBeUndefined()
    expect(() => keepPlace('pl', { part: '', filter: 'all' })).not.toThrow()
  })
})
