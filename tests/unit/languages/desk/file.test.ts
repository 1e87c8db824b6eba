// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { broughtBack, laidUnder, planOf } from '@/languages/desk/file-back.ts'
import { deskFile, entriesForFile } from '@/languages/desk/file-out.ts'
import { standingOf } from '@/languages/desk/standing.ts'
import {
  changedSinceFile,
  NO_WORK,
  withMark,
  withName,
  withNote,
  withWords,
  type Work,
} from '@/languages/desk/work.ts'
import { readDeskFile, type DeskFile } from '@/languages/review/desk-file.ts'
import { deskWith, textAt } from './texts.ts'

const AT = 1_000
const asma = withName(NO_WORK, 'Asma Khan')
const desk = deskWith()

function work(): Work {
  let made = withMark(asma, textAt('A1a.baby.1'), 'checked', AT)
  made = withWords(made, textAt('A1a.baby.2'), ' Dorosły podaje  dobre mleko.\n', AT)
  made = withNote(made, textAt('A1a.baby.2'), 'Warmer.', AT)
  return withWords(made, textAt('A1a.baby.3'), 'W {niektóre} dni', AT)
}

const standingsOf = (from: Work) => desk.texts.map((text) => standingOf(text, from, 'pl'))

async function saved(from: Work): Promise<DeskFile> {
  const file = deskFile(from, standingsOf(from), 'pl', '2026-05-03')
  const read = readDeskFile(await file.text(), {
    languages: ['pl'],
    knows: (folder, key) => desk.texts.some((text) => text.folder === folder && text.key === key),
  })
  if (!read.ok) throw new Error(`${read.fault} ${read.at.join()}`)
  return read.file
}

describe('the file that goes to the partnership', () => {
  it('is what the import reads: who, when, and each text with what was seen', async () => {
    const { of, was } = textAt('A1a.baby.2')
    const file = await saved(work())
    expect(file).toMatchObject({ language: 'pl', by: 'Asma Khan', savedAt: '2026-05-03' })
    expect(file.entries).toEqual([
      {
        folder: 'graded-care-profile',
        key: 'A1a.baby.1',
        of: textAt('A1a.baby.1').of,
        was: textAt('A1a.baby.1').was,
        status: 'checked',
      },
      {
        folder: 'graded-care-profile',
        key: 'A1a.baby.2',
        of,
        was,
        status: 'draft',
        words: 'Dorosły podaje dobre mleko.',
        note: 'Warmer.',
      },
    ])
  })

  it('has a name by which it is known, and leaves out words that need mending', () => {
    expect(deskFile(work(), standingsOf(work()), 'pl', '2026-05-03').name).toBe(
      'translation-pl-2026-05-03.json',
    )
    expect(entriesForFile(standingsOf(work())).map(({ key }) => key)).not.toContain('A1a.baby.3')
  })

  it('leaves out words that are what stands there already', () => {
    const same = withWords(asma, textAt('A1.name'), textAt('A1.name').translation, AT)
    expect(entriesForFile(standingsOf(same))).toEqual([])
  })

  it('cuts a note that is too long for the import', () => {
    const long = withNote(asma, textAt('A1.name'), 'a'.repeat(5_000), AT)
    expect(entriesForFile(standingsOf(long))[0]?.note).toHaveLength(2_000)
  })

  it('says how many texts were changed since it was last handed over', () => {
    expect(changedSinceFile(work())).toBe(3)
    const handed = { ...work(), fileAt: AT + 1 }
    expect(changedSinceFile(handed)).toBe(0)
    expect(changedSinceFile(withMark(handed, textAt('A1.name'), 'checked', AT + 2))).toBe(1)
  })
})

describe('a file that is brought back', () => {
  it('on a fresh device brings the whole work, with the name', async () => {
    const plan = planOf(await saved(work()), NO_WORK, desk.texts)
    expect(plan.whose).toBe('ask')
    const back = broughtBack(plan, NO_WORK, 'here')
    expect(back.by).toBe('Asma Khan')
    expect(await saved(back)).toEqual(await saved(work()))
    expect(changedSinceFile(back)).toBe(0)
  })

  it('changes nothing that is the same, and asks about what is not', async () => {
    const file = await saved(work())
    const here = withMark(
      withWords(
        broughtBack(planOf(file, asma, desk.texts), asma, 'here'),
        textAt('A1a.baby.2'),
        'Inaczej.',
        AT,
      ),
      textAt('A2.name'),
      'checked',
      AT,
    )
    const plan = planOf(file, here, desk.texts)
    expect(plan.whose).toBe('same-person')
    expect(plan.same.map(({ key }) => key)).toEqual(['A1a.baby.1'])
    expect(plan.differing.map(({ key }) => key)).toEqual(['A1a.baby.2'])
    const { id } = textAt('A1a.baby.2')
    expect(broughtBack(plan, here, 'here').entries[id]?.words).toBe('Inaczej.')
    expect(broughtBack(plan, here, 'file').entries[id]?.words).toBe('Dorosły podaje dobre mleko.')
    // What only stands here stays, whichever is chosen.
    expect(broughtBack(plan, here, 'file').entries[textAt('A2.name').id]?.status).toBe('checked')
  })

  it('leaves out texts that the toolkit no longer has, and says how many', async () => {
    const texts = desk.texts.filter(({ key }) => key !== 'A1a.baby.1')
    const plan = planOf(await saved(work()), NO_WORK, texts)
    expect(plan.unknown).toHaveLength(1)
    expect(Object.keys(broughtBack(plan, NO_WORK, 'file').entries)).toEqual([textAt('A1a.baby.2').id])
  })

  it('of a colleague is laid beneath, keeps its name, and a newer one of theirs takes its place', async () => {
    const nowak = withName(NO_WORK, 'A. Nowak')
    const plan = planOf(await saved(work()), nowak, desk.texts)
    expect(plan.whose).toBe('ask')
    const once = laidUnder(plan, nowak)
    expect(once.entries).toEqual({})
    expect(laidUnder(plan, once).before).toEqual([plan.file])
    expect(standingOf(textAt('A1a.baby.1'), once, 'pl')).toMatchObject({
      status: 'checked',
      before: { by: 'Asma Khan' },
    })
  })
})
