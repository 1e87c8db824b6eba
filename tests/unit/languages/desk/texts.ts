/** A small toolkit for the tests: one item of a tool, and a room of messages, in English and in Polish. */
import { deskTexts, type DeskText, type FolderTexts } from '@/languages/desk/desk-text.ts'
import type { Desk } from '@/languages/desk/load.ts'
import type { ReviewFile } from '@/languages/review/review-file.ts'

export const PROFILE: FolderTexts = {
  folder: 'graded-care-profile',
  english: {
    'tool.name': 'Graded Care Profile',
    'A.name': 'Physical care',
    'A1.name': 'Food',
    'A1a.name': 'Food and drink quality',
    'A1a.baby.band': 'Under 1 year',
    'A1a.baby.lookFor': 'Ask what the baby drinks.',
    'A1a.baby.1': 'The adult thinks ahead.',
    'A1a.baby.2': 'The adult gives the right milk.',
    'A1a.baby.3': 'On some days the milk is right.',
    'A2.name': 'The home',
  },
  translation: {
    'tool.name': 'Profil poziomu opieki',
    'A.name': 'Opieka fizyczna',
    'A1.name': 'Jedzenie',
    'A1a.name': 'Jakość jedzenia i picia',
    'A1a.baby.band': 'Poniżej 1 roku',
    'A1a.baby.lookFor': 'Zapytaj, co pije niemowlę.',
    'A1a.baby.1': 'Dorosły myśli o tym wcześniej.',
    'A1a.baby.2': 'Dorosły daje właściwe mleko.',
    'A1a.baby.3': 'W niektóre dni mleko jest właściwe.',
  },
  review: {},
  structure: {
    areas: [
      {
        id: 'A',
        subAreas: [
          { id: 'A1', items: [{ id: 'A1a' }] },
          { id: 'A2', items: [{ id: 'A2a' }] },
        ],
      },
    ],
  },
}

export const FAMILY: FolderTexts = {
  folder: 'family',
  english: {
    'family.view.leave': 'Hold to go back',
    'report.foot': '{child}, {date}',
    'report.age.days': '{days} day | {days} days',
  },
  translation: {
    'family.view.leave': 'Przytrzymaj, aby wrócić',
    'report.foot': '{child}, {date}',
    'report.age.days': '{days} dzień | {days} dni | {days} dni | {days} dnia',
  },
  review: {},
  structure: undefined,
}

export function deskWith(review: ReviewFile = {}): Desk {
  return {
    ...deskTexts([{ ...PROFILE, review }, FAMILY]),
    terms: { adult: { term: 'the adult', match: 'adults?', note: 'Whose care is looked at.' } },
    glossary: { adult: { term: 'dorosły', forms: ['dorosł', 'dorośli'], note: 'No gender.' } },
  }
}

export function textAt(key: string, desk: Desk = deskWith()): DeskText {
  const text = desk.texts.find((each) => each.key === key)
  if (!text) throw new Error(`no such text: ${key}`)
  return text
}
