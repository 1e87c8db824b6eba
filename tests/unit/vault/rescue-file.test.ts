/** Words that the disk does not take, out in an encrypted file and back again. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Encrypter, armor } from 'age-encryption'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openAge, sealAge } from '@/vault/rescue/age.ts'
import type { RescueContents, RescueRules } from '@/vault/index.ts'
import { createDevice, fillDisk, PASSPHRASE, until, type Tab } from './device.ts'

const FILE_PASSPHRASE = 'seven herons over the estuary'
const CANARY = 'Zebedee-Quillfeather'
/** log2 of scrypt's N: light, so that many files can be made. */
const LIGHT = { fileWorkFactor: 10 }

interface Body {
  reference?: string
  childId?: string
}

/** A room that knows children and what belongs to them. */
const rules: RescueRules = {
  isSound: ({ kind, body }) => kind === 'child' || (kind === 'note' && 'childId' in (body as Body)),
  parentOf: ({ kind, body }) => (kind === 'note' ? (body as Body).childId : undefined),
  standIn: () => ({ kind: 'child', body: { reference: 'stand-in' } }),
  asCopy: ({ kind, body }) => (kind === 'note' ? undefined : { ...(body as Body), copy: true }),
}

const newDevice = () => createDevice().newVault(LIGHT)

/** Words typed on a full disk. `after`: the revision that they go on from. */
async function type(tab: Tab, id: string, body: Body, after?: number, kind = 'child') {
  const autosave = tab.autosave<Body>({ id, kind, ...(after !== undefined && { revision: after }) })
  autosave.edit(body)
  await autosave.flush()
  expect(autosave.state.status).toBe('failed')
}

async function make(tab: Tab, passphrase = FILE_PASSPHRASE): Promise<Blob> {
  const made = await tab.makeRescueFile(passphrase)
  if (!made.ok) throw new Error(made.reason)
  return made.file
}

async function read(tab: Tab, file: Blob, passphrase = FILE_PASSPHRASE): Promise<RescueContents> {
  const found = await tab.readRescueFile(file, passphrase, rules)
  if (!found.ok) throw new Error(found.reason)
  return found.contents
}

const foundIn = ({ items }: RescueContents) =>
  Object.fromEntries(items.map(({ record, found }) => [record.id, found]))

async function bringBack(tab: Tab, contents: RescueContents, olderToo = false) {
  const done = await tab.bringBack(contents, rules, { olderToo })
  return Object.fromEntries(done.map((each) => [each.record.id, each.outcome]))
}

/** The file of a device whose disk is full, with the disk mended again. */
async function fileOf(tab: Tab, id: string, body: Body, after?: number, kind?: string): Promise<Blob> {
  const full = fillDisk()
  await type(tab, id, body, after, kind)
  const file = await make(tab)
  full.mockRestore()
  return file
}

/** The page is gone, with the words that were not on the disk. */
async function comeBack(device: ReturnType<typeof createDevice>, tab: Tab): Promise<Tab> {
  tab.kill()
  const next = await device.openTab(LIGHT)
  await next.unlock(PASSPHRASE)
  return next
}

beforeEach(() => vi.restoreAllMocks())

describe('making a file', () => {
  it('holds all words that are not on the disk, and none that are', async () => {
    const { tab } = await newDevice()
    await tab.records.save({ id: 'safe', kind: 'child', body: { reference: 'safe' } })
    const full = fillDisk()
    await type(tab, 'one', { reference: 'one' })
    await type(tab, 'two', { reference: 'two' })
    const made = await tab.makeRescueFile(FILE_PASSPHRASE)
    expect(made).toMatchObject({ ok: true, records: 2 })
    if (!made.ok) return
    full.mockRestore()
    const { tab: other } = await newDevice()
    expect(foundIn(await read(other, made.file))).toEqual({ one: 'new', two: 'new' })
  })

  it('takes the words that waited through a lock, and the newer ones typed since', async () => {
    const { tab } = await newDevice()
    const full = fillDisk()
    await type(tab, 'one', { reference: 'before the lock' })
    await type(tab, 'two', { reference: 'two, before' })
    tab.lock('asked')
    await tab.unlock(PASSPHRASE)
    await until(() => tab.saveState.value.status === 'failed')
    await type(tab, 'two', { reference: 'two, after' }, 1)
    const contents = await (async () => {
      const file = await make(tab)
      full.mockRestore()
      return read((await newDevice()).tab, file)
    })()
    expect(contents.items.map(({ record }) => [record.id, record.body])).toEqual(
      expect.arrayContaining([
        ['one', { reference: 'before the lock' }],
        ['two', { reference: 'two, after' }],
      ]),
    )
    expect(contents.items).toHaveLength(2)
  })

  it('has nothing in clear, and its size says little', async () => {
    const { tab } = await newDevice()
    const file = await fileOf(tab, 'one', { reference: CANARY })
    const text = Buffer.from(await file.arrayBuffer()).toString('latin1')
    expect(text).toMatch(/^age-encryption\.org\/v1\n-> scrypt /)
    for (const word of [CANARY, 'child', 'reference', 'toolkit', FILE_PASSPHRASE]) {
      expect(text).not.toContain(word)
    }
    const { tab: other } = await newDevice()
    expect((await fileOf(other, 'two', { reference: 'x' })).size).toBe(file.size)
  })

  it('is refused with a weak passphrase, with nothing unsaved, and behind the lock', async () => {
    const { tab } = await newDevice()
    expect(await tab.makeRescueFile(FILE_PASSPHRASE)).toEqual({ ok: false, reason: 'nothing-unsaved' })
    fillDisk()
    await type(tab, 'one', { reference: 'x' })
    expect(await tab.makeRescueFile('password')).toEqual({ ok: false, reason: 'weak-passphrase' })
    tab.lock('asked')
    expect(await tab.makeRescueFile(FILE_PASSPHRASE)).toEqual({ ok: false, reason: 'locked' })
  })

  it('is given up when it is no longer wanted, and when the vault locks meanwhile', async () => {
    const { tab } = await newDevice()
    fillDisk()
    await type(tab, 'one', { reference: 'x' })
    const stop = new AbortController()
    const making = tab.makeRescueFile(FILE_PASSPHRASE, { signal: stop.signal })
    stop.abort()
    expect(await making).toEqual({ ok: false, reason: 'stopped' })
    const locking = tab.makeRescueFile(FILE_PASSPHRASE, {
      alongside: () => {
        tab.lock('asked')
        return Promise.resolve([])
      },
    })
    expect(await locking).toEqual({ ok: false, reason: 'locked' })
  })

  it('is not called made when it cannot be opened again', async () => {
    const { tab } = await newDevice()
    fillDisk()
    await type(tab, 'one', { reference: 'x' })
    vi.spyOn(Blob.prototype, 'arrayBuffer').mockResolvedValue(
      new TextEncoder().encode('age-encryption.org/v1\n').buffer,
    )
    expect(await tab.makeRescueFile(FILE_PASSPHRASE)).toEqual({ ok: false, reason: 'not-made' })
  })
})

describe('bringing back', () => {
  it('gives an empty vault the very words, with what they belong to', async () => {
    const { tab } = await newDevice()
    await tab.records.save({ id: 'kid', kind: 'child', body: { reference: 'A' } })
    const full = fillDisk()
    await type(tab, 'note', { childId: 'kid', reference: 'سارہ 👩‍👧' }, undefined, 'note')
    const made = await tab.makeRescueFile(FILE_PASSPHRASE, {
      alongside: (unsaved) => {
        expect(unsaved.map(({ id }) => id)).toEqual(['note'])
        return Promise.resolve([{ id: 'kid', kind: 'child', body: { reference: 'A' } }])
      },
    })
    full.mockRestore()
    if (!made.ok) return expect.fail(made.reason)
    const { tab: other } = await newDevice()
    const contents = await read(other, made.file)
    expect(contents.items.map(({ record }) => record.id)).toEqual(['kid', 'note'])
    expect(await bringBack(other, contents)).toEqual({ kid: 'added', note: 'added' })
    expect(await other.records.read('note')).toMatchObject({
      kind: 'note',
      body: { childId: 'kid', reference: 'سارہ 👩‍👧' },
    })
    // Twice does no harm.
    expect(await bringBack(other, contents)).toEqual({ note: 'same' })
  })

  it('puts a stand-in where what the words belong to is nowhere', async () => {
    const { tab } = await newDevice()
    const file = await fileOf(tab, 'note', { childId: 'kid' }, undefined, 'note')
    const { tab: other } = await newDevice()
    expect(await bringBack(other, await read(other, file))).toEqual({ kid: 'added', note: 'added' })
    expect(await other.records.read('kid')).toMatchObject({ body: { reference: 'stand-in' } })
  })

  it('changes nothing where the words are still here, and still on their way to the disk', async () => {
    const { tab } = await newDevice()
    await tab.records.save({ id: 'one', kind: 'child', body: { reference: 'first' } })
    const file = await fileOf(tab, 'one', { reference: 'second' }, 1)
    expect(foundIn(await read(tab, file))).toEqual({ one: 'same' })
    tab.autosave<Body>({ id: 'one', kind: 'child' }).edit({ reference: 'third' })
    const contents = await read(tab, file)
    expect(foundIn(contents)).toEqual({ one: 'older' })
    expect(await bringBack(tab, contents)).toEqual({ one: 'left-out' })
    await tab.flush()
    expect(await tab.records.read('one')).toMatchObject({ revision: 2, body: { reference: 'third' } })
  })

  it('leaves out what is older than here, or keeps it as a copy when asked', async () => {
    const device = createDevice()
    const { tab } = await device.newVault(LIGHT)
    await tab.records.save({ id: 'one', kind: 'child', body: { reference: 'first' } })
    const file = await fileOf(tab, 'one', { reference: 'in the file' }, 1)
    const again = await comeBack(device, tab)
    device.pass(60_000)
    await again.records.save({ id: 'one', kind: 'child', body: { reference: 'later' }, basedOn: 1 })
    const contents = await read(again, file)
    expect(foundIn(contents)).toEqual({ one: 'older' })
    expect(await bringBack(again, contents)).toEqual({ one: 'left-out' })
    expect(await again.records.list('child')).toHaveLength(1)
    expect(await bringBack(again, contents, true)).toEqual({ one: 'copied' })
    const bodies = (await again.records.list<Body>('child')).map(({ body }) => body)
    expect(bodies).toEqual(
      expect.arrayContaining([{ reference: 'later' }, { reference: 'in the file', copy: true }]),
    )
  })

  it('takes the place of what it goes on from', async () => {
    const device = createDevice()
    const { tab } = await device.newVault(LIGHT)
    await tab.records.save({ id: 'one', kind: 'child', body: { reference: 'first' } })
    const file = await fileOf(tab, 'one', { reference: 'second' }, 1)
    const again = await comeBack(device, tab)
    const contents = await read(again, file)
    expect(foundIn(contents)).toEqual({ one: 'newer' })
    expect(await bringBack(again, contents)).toEqual({ one: 'updated' })
    expect(await again.records.read('one')).toMatchObject({ revision: 2, body: { reference: 'second' } })
  })

  it('keeps both sides of a conflict, once, and never overwrites what another vault wrote', async () => {
    const { tab } = await newDevice()
    const file = await fileOf(tab, 'one', { reference: 'in the file' }, 7)
    const { tab: other } = await newDevice()
    await other.records.save({ id: 'one', kind: 'child', body: { reference: 'here' } })
    const contents = await read(other, file)
    expect(foundIn(contents)).toEqual({ one: 'conflicting' })
    expect(await bringBack(other, contents)).toEqual({ one: 'copied' })
    expect(await bringBack(other, contents)).toEqual({ one: 'same' })
    expect(await other.records.read('one')).toMatchObject({ body: { reference: 'here' } })
    expect(await other.records.list('child')).toHaveLength(2)
  })

  it('says so where a copy would be of no use', async () => {
    const { tab } = await newDevice()
    const file = await fileOf(tab, 'note', { childId: 'kid', reference: 'in the file' }, undefined, 'note')
    const { tab: other } = await newDevice()
    await other.records.save({ id: 'note', kind: 'note', body: { childId: 'kid', reference: 'here' } })
    expect(await bringBack(other, await read(other, file))).toEqual({ note: 'left-out' })
    expect(await other.records.read('note')).toMatchObject({ body: { reference: 'here' } })
  })

  it('does not undo a removal, nor of what belongs to the removed', async () => {
    const { tab } = await newDevice()
    const file = await fileOf(tab, 'note', { childId: 'kid' }, undefined, 'note')
    const { tab: other } = await newDevice()
    await other.records.save({ id: 'kid', kind: 'child', body: { reference: 'A' } })
    await other.records.remove(['kid'])
    const contents = await read(other, file)
    expect(foundIn(contents)).toEqual({ note: 'removed-here' })
    expect(await bringBack(other, contents)).toEqual({ note: 'left-out' })
    expect(await other.records.read('note')).toBeUndefined()
  })

  it('does not overwrite a row here that cannot be opened, and fills one that is missing', async () => {
    const { tab } = await newDevice()
    const file = await fileOf(tab, 'one', { reference: 'in the file' })
    const device = createDevice()
    const { tab: other } = await device.newVault(LIGHT)
    await other.records.save({ id: 'one', kind: 'child', body: { reference: 'here' } })
    const row = (await device.rows('records')).find(({ id }) => id === 'one')!
    await device.put('records', { ...row, sealed: new Uint8Array(40) })
    expect(foundIn(await read(other, file))).toEqual({ one: 'conflicting' })
    await device.erase('records', 'one')
    const contents = await read(other, file)
    expect(foundIn(contents)).toEqual({ one: 'new' })
    expect(await bringBack(other, contents)).toEqual({ one: 'added' })
    expect(await other.records.read('one')).toMatchObject({ revision: 2, body: { reference: 'in the file' } })
  })

  it('says what could not be written, and goes on where it stopped', async () => {
    const { tab } = await newDevice()
    const file = await fileOf(tab, 'one', { reference: 'x' })
    const { tab: other } = await newDevice()
    const contents = await read(other, file)
    const full = fillDisk()
    expect(await other.bringBack(contents, rules)).toMatchObject([{ outcome: 'failed', reason: 'full' }])
    full.mockRestore()
    expect(await bringBack(other, contents)).toEqual({ one: 'added' })
  })
})

describe('a file that is not what it should be', () => {
  const valid = {
    what: 'toolkit-rescue',
    schema: 1,
    vaultId: 'v',
    madeAt: 1,
    records: [{ id: 'one', kind: 'child', body: { reference: 'x' }, after: 0, unsaved: true }],
  }

  async function reasonOf(file: Blob, passphrase = FILE_PASSPHRASE) {
    const { tab } = await newDevice()
    const found = await tab.readRescueFile(file, passphrase, rules)
    return found.ok ? foundIn(found.contents) : found.reason
  }

  const sealed = async (content: unknown) =>
    new Blob([
      await sealAge(typeof content === 'string' ? content : JSON.stringify(content), FILE_PASSPHRASE, 10),
    ])

  it('opens when it is right', async () => {
    expect(await reasonOf(await sealed(valid))).toEqual({ one: 'new' })
  })

  it.each<[string, unknown, string]>([
    ['not JSON', 'hello', 'not-ours'],
    ['nothing', '', 'not-ours'],
    ['a list', [], 'not-ours'],
    ['nested beyond reason', '['.repeat(200_000), 'not-ours'],
    ['other JSON', { hello: 'world' }, 'not-ours'],
    ['a newer schema', { ...valid, schema: 2, records: 'otherwise' }, 'newer-version'],
    ['no records', { ...valid, records: [] }, 'not-ours'],
    ['the same record twice', { ...valid, records: [valid.records[0], valid.records[0]] }, 'not-ours'],
    ['the ledger', { ...valid, records: [{ ...valid.records[0], id: 'ledger' }] }, 'not-ours'],
    ['a ledger by kind', { ...valid, records: [{ ...valid.records[0], kind: 'ledger' }] }, 'not-ours'],
    ['an id with a path', { ...valid, records: [{ ...valid.records[0], id: '../x' }] }, 'not-ours'],
    ['a body that is a word', { ...valid, records: [{ ...valid.records[0], body: 'x' }] }, 'not-ours'],
    ['no body', { ...valid, records: [{ ...valid.records[0], body: undefined }] }, 'not-ours'],
    ['a revision that is no number', { ...valid, records: [{ ...valid.records[0], after: -1 }] }, 'not-ours'],
  ])('with %s inside is refused', async (_what, content, reason) => {
    expect(await reasonOf(await sealed(content))).toBe(reason)
  })

  it('of a kind that this version does not know is named and left out', async () => {
    const file = await sealed({ ...valid, records: [{ ...valid.records[0], kind: 'genogram' }] })
    expect(await reasonOf(file)).toEqual({ one: 'unreadable' })
  })

  it('does not open with another passphrase', async () => {
    expect(await reasonOf(await sealed(valid), 'seven herons over the river')).toBe('wrong-passphrase')
  })

  it('opens with the passphrase as keyboards change it', async () => {
    expect(await reasonOf(await sealed(valid), ` ${FILE_PASSPHRASE.replace(' ', '\u00a0')} `)).toEqual({
      one: 'new',
    })
  })

  it('is named when it is cut off or altered, wherever that is', async () => {
    const whole = new Uint8Array(await (await sealed(valid)).arrayBuffer())
    const header = Buffer.from(whole).indexOf('\n--- ')
    for (const length of [0, 5]) expect(await reasonOf(new Blob([whole.slice(0, length)]))).toBe('not-age')
    for (const length of [30, header, header + 20, whole.length - 1]) {
      expect(await reasonOf(new Blob([whole.slice(0, length)]))).toBe('broken')
    }
    for (const place of [header + 10, whole.length - 40]) {
      const altered = whole.slice()
      altered[place]! ^= 1
      expect(await reasonOf(new Blob([altered]))).toBe('broken')
    }
  })

  it('is named when it is something else', async () => {
    expect(await reasonOf(new Blob(['%PDF-1.7']))).toBe('not-age')
    expect(await reasonOf(new Blob(['age-encryption.org/v1\n', 'x'.repeat(100_000)]))).toBe('broken')
    expect(await reasonOf(new Blob([new Uint8Array(33 * 1024 * 1024)]))).toBe('too-big')
    const gone = new Blob(['x'])
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'))
    expect(await reasonOf(gone)).toBe('file-unreadable')
  })

  it('does not make the device stretch a passphrase beyond its memory', async () => {
    const text = Buffer.from(await (await sealed(valid)).arrayBuffer()).toString('latin1')
    for (const factor of ['19', '22', '31', '999999']) {
      const dear = Buffer.from(text.replace(/(-> scrypt \S+) 10\n/, `$1 ${factor}\n`), 'latin1')
      expect(await reasonOf(new Blob([dear]))).toBe('too-costly')
    }
  })

  it('encrypted to a key is told apart', async () => {
    const encrypter = new Encrypter()
    encrypter.addRecipient('age1cy0su9fwf3gf9mw868g5yut09p6nytfmmnktexz2ya5uqg9vl9sss4euqm')
    expect(await reasonOf(new Blob([new Uint8Array(await encrypter.encrypt('x'))]))).toBe('no-passphrase')
  })
})

describe('the age format', () => {
  it('is the same as the library makes with a passphrase, also as letters', async () => {
    const encrypter = new Encrypter()
    encrypter.setPassphrase(FILE_PASSPHRASE)
    encrypter.setScryptWorkFactor(10)
    const theirs = new Uint8Array(await encrypter.encrypt('words'))
    expect(await openAge(theirs, FILE_PASSPHRASE)).toEqual({ ok: true, text: 'words' })
    const letters = new TextEncoder().encode(armor.encode(theirs))
    expect(await openAge(letters, FILE_PASSPHRASE)).toEqual({ ok: true, text: 'words' })
  })

  const hasAge =
    spawnSync('age', ['--version']).status === 0 && spawnSync('python3', ['--version']).status === 0
  it.skipIf(!hasAge)(
    hasAge
      ? 'is opened by the public age program'
      : 'is opened by the public age program (skipped: age or python3 is not installed)',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'rescue-'))
      try {
        const file = join(folder, 'notes.age')
        writeFileSync(file, await sealAge(`words of ${CANARY}`, FILE_PASSPHRASE))
        // It asks for the passphrase at a terminal, and takes it from nowhere else.
        const opened = spawnSync('python3', [
          '-c',
          AT_A_TERMINAL,
          FILE_PASSPHRASE,
          'age',
          '-d',
          '-o',
          '-',
          file,
        ])
        expect(opened.stdout.toString()).toContain(`words of ${CANARY}`)
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  )
})

/** Runs a program at a terminal of its own, types the first argument when it is asked, and passes on what it says. */
const AT_A_TERMINAL = `
import os, pty, sys
child, terminal = pty.fork()
if child == 0:
    os.execvp(sys.argv[2], sys.argv[2:])
said, typed = b'', False
while True:
    try:
        more = os.read(terminal, 4096)
    except OSError:
        break
    if not more:
        break
    said += more
    if not typed and b'assphrase' in said:
        os.write(terminal, sys.argv[1].encode() + b'\\n')
        typed = True
os.waitpid(child, 0)
sys.stdout.buffer.write(said)
`
