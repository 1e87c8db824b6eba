/**
 * Where each page is. The path stands behind the `#`, so any static host can serve the app and no path is sent to
 * it; ids are opaque, so an address says nothing of a family (trust.md).
 */
import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router'
import { loadMessages, type MessageRoom } from '@/languages/i18n.ts'
import { useVault } from '@/vault/index.ts'

declare module 'vue-router' {
  interface RouteMeta {
    /** The words that the page needs before it is painted. */
    rooms?: MessageRoom[]
    /** Shown whatever the vault's state is, without the bar: nothing of a case is on it. */
    withoutVault?: boolean
  }
}

const assessment = '/child/:childId/profile/:assessmentId'

const routes: RouteRecordRaw[] = [
  {
    path: '/',
    name: 'home',
    component: () => import('@/children/views/HomePage.vue'),
    meta: { rooms: ['children'] },
  },
  {
    path: '/child/new',
    name: 'child-new',
    component: () => import('@/children/views/ChildNew.vue'),
    meta: { rooms: ['children'] },
  },
  {
    path: '/child/:childId',
    name: 'child',
    component: () => import('./pages/ChildWithTools.vue'),
    meta: { rooms: ['children', 'care-profile'] },
    props: true,
  },
  {
    path: '/child/:childId/edit',
    name: 'child-edit',
    component: () => import('@/children/views/ChildEdit.vue'),
    meta: { rooms: ['children'] },
    props: true,
  },
  {
    path: '/child/:childId/remove',
    name: 'child-remove',
    component: () => import('@/children/views/ChildRemove.vue'),
    meta: { rooms: ['children'] },
    props: true,
  },
  {
    path: '/child/:childId/profile/new',
    name: 'assessment-new',
    component: () => import('@/care-profile/views/NewAssessment.vue'),
    meta: { rooms: ['children', 'care-profile'] },
    props: true,
  },
  {
    path: assessment,
    name: 'assessment',
    component: () => import('@/care-profile/views/AssessmentOverview.vue'),
    meta: { rooms: ['children', 'care-profile'] },
    props: true,
  },
  {
    path: `${assessment}/item/:itemId`,
    name: 'assessment-item',
    component: () => import('@/care-profile/views/ItemPage.vue'),
    meta: { rooms: ['children', 'care-profile'] },
    props: true,
  },
  {
    path: `${assessment}/summary`,
    name: 'assessment-summary',
    component: () => import('@/care-profile/views/AssessmentSummary.vue'),
    meta: { rooms: ['children', 'care-profile', 'care-profile-report'] },
    props: true,
  },
  {
    path: `${assessment}/report`,
    name: 'assessment-report',
    component: () => import('@/care-profile/views/AssessmentReport.vue'),
    meta: { rooms: ['children', 'care-profile', 'care-profile-report', 'reports'] },
    props: true,
  },
  {
    path: '/translate/:language?',
    name: 'translate',
    component: () => import('./pages/TranslatorsDeskPage.vue'),
    meta: { rooms: ['desk'], withoutVault: true },
    props: true,
  },
  { path: '/settings', name: 'settings', component: () => import('./settings/SettingsPage.vue') },
  { path: '/about', name: 'about', component: () => import('./settings/AboutPage.vue') },
  { path: '/:rest(.*)*', name: 'not-found', component: () => import('./pages/NotFound.vue') },
]

export const router = createRouter({
  history: createWebHashHistory(),
  routes,
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

// A tablet that slept past its time locks before the next page is painted, whatever its timers did.
router.beforeEach(() => {
  useVault().lockIfOverdue()
})

router.beforeResolve(async (to) => {
  await loadMessages(to.meta.rooms ?? [])
})
