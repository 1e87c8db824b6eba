/**
 * A walk through every screen of the app, in every state that looks different: at each stop `look` is called with its
 * name. What is looked at is the caller's business. Five walks, so that a fault does not hide all that lies behind it.
 */
import type { Page } from '@playwright/test'
import type { Site } from '../site.ts'
import type { Tablet } from '../tablet.ts'
import { childrenTour } from './tour-children.ts'
import { deskTour } from './tour-desk.ts'
import { familyTour } from './tour-family.ts'
import { lockTour } from './tour-lock.ts'
import { profileTour } from './tour-profile.ts'

export interface Walk {
  tablet: Tablet
  site: Site
  page: Page
  /** A screen is there, and still. */
  look: (screen: string) => Promise<void>
}

export const TOURS: Readonly<Record<string, (walk: Walk) => Promise<void>>> = {
  'outside the lock': lockTour,
  'children and settings': childrenTour,
  'the profile': profileTour,
  'the family': familyTour,
  'the desk': deskTour,
}
