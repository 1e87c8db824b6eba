import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { newChild } from '@/children/child.ts'
import { useChildren } from '@/children/children-store.ts'
import { createFakeVault } from './fake-vault.ts'

let device: ReturnType<typeof createFakeVault>
vi.mock('@/vault/index.ts', () => ({ useVault: () => device.vault, newId: () => device.newId() }))

beforeEach(() => {
  device = createFakeVault()
  setActivePinia(createPinia())
})

const profile = (childId: string, changes: object = {}) => ({ childId, edits: 3, ...changes })

describe('the list of children', () => {
  it('shows the last changed first, counting what belongs to the child', async () => {
    device.put('a', 'child', newChild('A'))
    device.put('b', 'child', newChild('B'))
    device.put('a1', 'care-profile', profile('a'))
    const children = useChildren()
    await children.load()
    expect(children.status).toBe('ready')
    expect(children.entries.map(({ child }) => child.reference)).toEqual(['A', 'B'])
    expect(children.entries[0]?.documents.map(({ id }) => id)).toEqual(['a1'])
  })

  it('says what no report holds yet', async () => {
    for (const id of ['a', 'b', 'c', 'd']) device.put(id, 'child', newChild(id))
    device.put('a1', 'care-profile', profile('a'))
    device.put('b1', 'care-profile', profile('b', { exported: { at: 1, edits: 3 } }))
    device.put('c1', 'care-profile', profile('c', { exported: { at: 1, edits: 2 } }))
    const children = useChildren()
    await children.load()
    const unexported = children.entries.filter((entry) => entry.unexported).map(({ id }) => id)
    expect(unexported.toSorted()).toEqual(['a', 'c'])
    expect(children.unexportedCount).toBe(2)
  })

  it('names what cannot be read and shows the rest', async () => {
    device.put('a', 'child', newChild('A'))
    device.put('b', 'child', { ...newChild('B'), schema: 9 })
    device.put('c', 'child', { hello: 'world' })
    const children = useChildren()
    await children.load()
    expect(children.entries.map(({ id }) => id)).toEqual(['a'])
    expect(children.unreadable).toEqual([
      { id: 'b', reason: 'newer' },
      { id: 'c', reason: 'malformed' },
    ])
  })

  it('finds a child however the reference is spelled', async () => {
    for (const reference of ['Łukasz K', 'ZOË 12', 'Case 12-B', 'مریم', 'Straße'])
      device.put(reference, 'child', newChild(reference))
    const children = useChildren()
    await children.load()
    const found = (typed: string) =>
      children
        .search(typed)
        .map(({ id }) => id)
        .toSorted()
    expect(found('lukasz')).toEqual(['Łukasz K'])
    expect(found(' zoe ')).toEqual(['ZOË 12'])
    expect(found('12 case')).toEqual(['Case 12-B'])
    expect(found('12')).toEqual(['Case 12-B', 'ZOË 12'])
    expect(found('مَریم')).toEqual(['مریم'])
    expect(found('STRASSE')).toEqual(['Straße'])
    expect(found('nobody')).toEqual([])
    expect(found('.*')).toEqual([])
    expect(found('  ')).toHaveLength(5)
  })

  it('is forgotten when the vault locks, also while it is being read', async () => {
    device.put('a', 'child', newChild('A'))
    const children = useChildren()
    await children.load()
    await children.open('a')
    device.lock()
    expect([children.entries, children.unreadable, children.current, children.status]).toEqual([
      [],
      [],
      null,
      'not-loaded',
    ])
    device.unlock()
    const loading = children.load()
    device.lock()
    device.unlock()
    await loading
    expect(children.entries).toEqual([])
    expect(children.status).toBe('not-loaded')
  })

  it('a failed reading can be tried again', async () => {
    const children = useChildren()
    device.fake.locked = true
    await expect(children.load()).rejects.toThrow()
    expect(children.status).toBe('not-loaded')
    device.unlock()
    await children.load()
    expect(children.status).toBe('ready')
  })
})

describe('a child’s record', () => {
  it('is kept when it is made, and opened again as it was', async () => {
    const children = useChildren()
    const id = await children.create(newChild('AB'))
    expect(device.onDisk(id)).toEqual(newChild('AB'))
    expect(await children.open(id)).toEqual({ status: 'open', child: newChild('AB') })
  })

  it('is saved by itself as it is changed', async () => {
    const children = useChildren()
    const id = await children.create(newChild('AB'))
    await children.open(id)
    children.edit({ ...newChild('AB'), notes: 'one' })
    children.edit({ ...newChild('AB'), notes: 'two' })
    expect(children.current?.child.notes).toBe('two')
    await children.close()
    expect(device.onDisk(id)).toMatchObject({ notes: 'two' })
    expect(device.openAutosaves()).toEqual([])
    await children.open(id)
    children.edit({ ...newChild('AB'), notes: 'three' })
    await children.close()
    expect(device.onDisk(id)).toMatchObject({ notes: 'three' })
  })

  it('stays the vault’s to save when the disk refuses it', async () => {
    device.fake.refuse = true
    const id = await useChildren().create(newChild('AB'))
    expect(device.openAutosaves()).toEqual([id])
  })

  it('that is not there, or is something else, is not opened', async () => {
    device.put('a1', 'care-profile', profile('a'))
    device.put('c', 'child', { ...newChild('C'), schema: 2 })
    const children = useChildren()
    expect(await children.open('gone')).toEqual({ status: 'not-found' })
    expect(await children.open('a1')).toEqual({ status: 'not-found' })
    expect(await children.open('c')).toEqual({ status: 'unreadable', reason: 'newer' })
    expect(children.current).toBeNull()
    children.edit(newChild('X'))
    expect(device.ids()).toEqual(['a1', 'c'])
  })

  it('of two opened one after the other, the second is the open one', async () => {
    device.put('a', 'child', newChild('A'))
    device.put('b', 'child', newChild('B'))
    const children = useChildren()
    await Promise.all([children.open('a'), children.open('b')])
    expect(children.current?.id).toBe('b')
    expect(device.openAutosaves()).toEqual(['b'])
  })
})

describe('removing a child', () => {
  beforeEach(() => {
    for (const id of ['a', 'b']) device.put(id, 'child', newChild(id))
    device.put('a1', 'care-profile', profile('a'))
    device.put('a2', 'care-profile', { ...profile('a'), edits: 'damaged', exported: 7 })
    device.put('b1', 'care-profile', profile('b'))
  })

  it('says what would go, then takes all of it at once and nothing else', async () => {
    const children = useChildren()
    await children.load()
    expect((await children.belongings('a')).map(({ id }) => id)).toEqual(['a1', 'a2'])
    await children.remove('a')
    expect(device.fake.removeCalls).toEqual([['a', 'a-form', 'a1', 'a2']])
    expect(device.ids()).toEqual(['b', 'b1'])
    expect(children.entries.map(({ id }) => id)).toEqual(['b'])
  })

  it('lets go of what is open and tells who asked to be told', async () => {
    const children = useChildren()
    const told: string[] = []
    children.onRemoved((id) => told.push(id))
    await children.open('a')
    children.edit({ ...newChild('a'), notes: 'typed just now' })
    await children.remove('a')
    await children.close()
    expect(children.current).toBeNull()
    expect(told).toEqual(['a'])
    expect(device.ids()).toEqual(['b', 'b1'])
  })

  it('that fails leaves everything as it was', async () => {
    const children = useChildren()
    await children.load()
    await children.open('a')
    device.fake.refuse = true
    await expect(children.remove('a')).rejects.toThrow()
    expect(children.current?.id).toBe('a')
    expect(children.entries).toHaveLength(2)
    expect(device.ids()).toHaveLength(5)
  })
})
