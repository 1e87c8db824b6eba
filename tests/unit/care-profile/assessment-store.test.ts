import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { newChild } from '@/children/child.ts'
import { useChildren } from '@/children/children-store.ts'
import { addEvidence, editEvidence, gradeItem } from '@/care-profile/assessment-changes.ts'
import { useAssessment } from '@/care-profile/assessment-store.ts'
import { createFakeVault } from '../children/fake-vault.ts'
import { day } from '../children/days.ts'
import { begun, born } from './family.ts'

let device: ReturnType<typeof createFakeVault>
vi.mock('@/vault/index.ts', () => ({ useVault: () => device.vault, newId: () => device.newId() }))

const child = { ...newChild('AB'), birth: born('2023-11-01') }
const details = {
  childId: 'child-1',
  carers: begun.carers,
  gradedBy: begun.gradedBy,
  today: day('2026-03-12'),
  wordingVersion: 'en-GB 1',
}

beforeEach(() => {
  device = createFakeVault()
  device.put('child-1', 'child', child)
  device.put('child-2', 'child', newChild('CD'))
  setActivePinia(createPinia())
})

describe('an assessment from beginning to coming back', () => {
  it('is on the disk as soon as it is begun, and open', async () => {
    const open = useAssessment()
    const id = await open.start(details)
    expect(device.onDisk(id)).toEqual(begun)
    expect(open.state).toEqual({ status: 'open' })
    expect(open.child).toEqual(child)
    expect(open.items).toHaveLength(32)
    expect(open.progress?.all.open).toBe(32)
    expect(open.resumeAt?.id).toBe('A1a')
  })

  it('shows a grade at once and saves it', async () => {
    const open = useAssessment()
    const id = await open.start(details)
    open.change((a) => gradeItem(a, 'A2a', 4))
    expect(open.summary?.areas[0]?.derived.outcome).toEqual({ status: 'graded', grade: 4 })
    expect(open.saveState).toEqual({ status: 'editing' })
    await open.close()
    expect(device.onDisk(id)).toMatchObject({ items: { A2a: { outcome: { state: 'graded', grade: 4 } } } })
    expect(open.state).toEqual({ status: 'closed' })
    expect(open.assessment).toBeNull()
  })

  it('opens again at the item that was left, with every letter', async () => {
    const open = useAssessment()
    const id = await open.start(details)
    open.visit('C1b')
    open.change((a) => addEvidence(a, 'C1b', { id: 'e1', text: '', source: 'seen' }))
    for (const text of ['h', 'he', 'hel', 'held']) open.change((a) => editEvidence(a, 'C1b', 'e1', { text }))
    await open.close()
    await open.open('child-1', id)
    expect(open.resumeAt?.id).toBe('C1b')
    expect(open.assessment?.items.C1b?.evidence[0]?.text).toBe('held')
    open.change((a) => gradeItem(a, 'C1b', 2))
    await open.close()
    expect(device.onDisk(id)).toMatchObject({ items: { C1b: { outcome: { grade: 2 } } } })
  })

  it('a change that changes nothing is not written', async () => {
    const open = useAssessment()
    const id = await open.start(details)
    open.visit('A1a')
    await open.close()
    await open.open('child-1', id)
    const before = open.assessment
    const saved = open.saveState
    open.visit('A1a')
    open.change((a) => editEvidence(a, 'A1a', 'gone', { text: 'x' }))
    expect(open.assessment).toBe(before)
    expect(open.saveState).toEqual(saved)
  })
})

describe('the wrong child is never shown', () => {
  it('an assessment under another child’s address is not found', async () => {
    const open = useAssessment()
    const id = await open.start(details)
    await open.close()
    expect(await open.open('child-2', id)).toEqual({ status: 'not-found' })
    expect(open.assessment).toBeNull()
    expect(await open.open('child-1', 'child-1')).toEqual({ status: 'not-found' })
    expect(await open.open('child-1', 'gone')).toEqual({ status: 'not-found' })
    expect(await open.open('child-1', id)).toEqual({ status: 'open' })
  })

  it('nor one whose child is gone, or that a later version wrote', async () => {
    const open = useAssessment()
    device.put('x', 'care-profile', { ...begun, childId: 'gone' })
    device.put('y', 'care-profile', { ...begun, schema: 2 })
    expect(await open.open('gone', 'x')).toEqual({ status: 'not-found' })
    expect(await open.open('child-1', 'y')).toEqual({ status: 'unreadable', reason: 'newer' })
  })

  it('lists only the child’s own, the last changed first', async () => {
    const open = useAssessment()
    device.put('a1', 'care-profile', begun)
    device.put('a2', 'care-profile', { ...begun, childId: 'child-2' })
    device.put('a3', 'care-profile', begun)
    expect((await open.listFor('child-1')).map(({ id }) => id)).toEqual(['a3', 'a1'])
  })

  it('of two opened one after the other, the second is the open one', async () => {
    const open = useAssessment()
    device.put('a1', 'care-profile', begun)
    device.put('a2', 'care-profile', { ...begun, childId: 'child-2' })
    await Promise.all([open.open('child-1', 'a1'), open.open('child-2', 'a2')])
    expect(open.id).toBe('a2')
    expect(open.child?.reference).toBe('CD')
    expect(open.list).toEqual({ status: 'no-age', reason: 'birth-unknown' })
    expect(open.items).toEqual([])
  })
})

describe('what comes too late', () => {
  it('does not take the place of what was opened after it', async () => {
    const open = useAssessment()
    device.put('a1', 'care-profile', begun)
    device.put('a2', 'care-profile', { ...begun, childId: 'child-2' })
    device.fake.slow.add('a1')
    await Promise.all([open.open('child-1', 'a1'), open.open('child-2', 'a2')])
    expect(open.id).toBe('a2')
    expect(open.child?.reference).toBe('CD')
  })

  it('does not open after the vault has locked', async () => {
    const open = useAssessment()
    device.put('a1', 'care-profile', begun)
    device.fake.slow.add('a1')
    const opening = open.open('child-1', 'a1')
    device.lock()
    device.unlock()
    await opening
    expect(open.assessment).toBeNull()
    expect(open.state).toEqual({ status: 'closed' })
  })
})

describe('what is gone is forgotten', () => {
  it('when the vault locks', async () => {
    const open = useAssessment()
    await open.start(details)
    device.lock()
    expect([open.assessment, open.child, open.summary, open.items, open.state]).toEqual([
      null,
      null,
      null,
      [],
      { status: 'closed' },
    ])
  })

  it('when it locks while one is being opened', async () => {
    const open = useAssessment()
    device.put('a1', 'care-profile', begun)
    const opening = open.open('child-1', 'a1')
    device.lock()
    await opening.catch(() => undefined)
    expect(open.assessment).toBeNull()
    expect(open.state).toEqual({ status: 'closed' })
  })

  it('when it is removed, and nothing is written after that', async () => {
    const open = useAssessment()
    const id = await open.start(details)
    open.change((a) => gradeItem(a, 'A2a', 4))
    await open.remove(id)
    open.change((a) => gradeItem(a, 'A2a', 5))
    await open.close()
    expect(device.ids()).toEqual(['child-1', 'child-2'])
    expect(open.state).toEqual({ status: 'closed' })
  })

  it('when its child is removed', async () => {
    const open = useAssessment()
    await open.start(details)
    open.change((a) => gradeItem(a, 'A2a', 4))
    await useChildren().remove('child-1')
    expect(open.assessment).toBeNull()
    expect(open.state).toEqual({ status: 'closed' })
    await open.close()
    expect(device.ids()).toEqual(['child-2'])
  })
})
